import * as z from 'zod';

/** The languages of the API. The first is told to whoever asks for none. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** What is said to people, in both languages of the API. */
export type Wording = Readonly<Record<Language, string>>;

/** As it is kept. */
export const wording = z.object({ sv: z.string(), en: z.string() });

/** What goes out: each of them told in one language. */
export const toldIn = <T extends { readonly detail: Wording }>(language: Language, list: readonly T[]) =>
  list.map((one) => ({ ...one, detail: one.detail[language] }));
