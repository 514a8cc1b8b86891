/** The languages of the API. The first is told to whoever asks for none. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** What is said to people, in both languages of the API. */
export type Wording = Readonly<Record<Language, string>>;
