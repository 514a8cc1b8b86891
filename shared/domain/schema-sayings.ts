import type { Wording } from './wording.ts';

/** What our schemas say of a text that is not of their form. The schema names the code; a reader is told it in their language. */
export const schemaSayings = {
  'content-id-form': {
    sv: 'Små bokstäver a–z, siffror och bindestreck, högst 64',
    en: 'Lower-case letters, digits and hyphens, at most 64',
  },
  'content-id-reserved': {
    sv: 'Namnet är upptaget i programspråken: välj ett annat id',
    en: 'The name is taken in programming languages: choose another id',
  },
} as const satisfies Record<string, Wording>;
export type SchemaSaying = keyof typeof schemaSayings;

/** The message a schema gives, held against the table when it is compiled. */
export const saying = (code: SchemaSaying): SchemaSaying => code;
