/** What is said to people, in both languages of the API. */
export interface Wording {
  readonly sv: string;
  readonly en: string;
}

/** Something that is said, with a code for front ends that say it in their own words. The code never changes meaning. */
export interface Said {
  readonly code: string;
  readonly wording: Wording;
}

/** For a schema's own rule: how its refusal is told. Zod itself knows one language and no code, so both ride along in `params`. */
export const said = (code: string, wording: Wording) => ({
  error: wording.en,
  params: { code, wording } satisfies Said,
});
