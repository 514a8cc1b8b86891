import type { Wording } from '../wording.ts';
import { sayings } from './said.ts';

const anObject: Wording = { sv: 'ett objekt', en: 'an object' };
const kinds: Readonly<Record<string, Wording>> = {
  string: { sv: 'en text', en: 'a text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: anObject,
  record: anObject,
};

const listed = (values: readonly unknown[]): string => values.map(String).join(', ');

/** What zod’s own rules say, which they do by themselves in English alone and without a code. */
export const builtInSayings = sayings({
  missing: { sv: 'Saknas', en: 'Is missing' },
  /** As zod names the kind. */
  'wrong-type': (expected: string) => {
    const { sv, en } = kinds[expected] ?? { sv: 'av annat slag', en: 'of another kind' };
    return { sv: `Ska vara ${sv}`, en: `Must be ${en}` };
  },
  'too-big': (most: string | number | bigint) => ({ sv: `Högst ${most}`, en: `At most ${most}` }),
  'too-small': (least: string | number | bigint) => ({ sv: `Minst ${least}`, en: `At least ${least}` }),
  'too-long': (most: number | bigint) => ({ sv: `Högst ${most} tecken`, en: `At most ${most} characters` }),
  'too-short': (least: number | bigint) => ({
    sv: `Minst ${least} tecken`,
    en: `At least ${least} characters`,
  }),
  'too-many': (most: number | bigint) => ({ sv: `Högst ${most} här`, en: `At most ${most} here` }),
  'too-few': (least: number | bigint) => ({ sv: `Minst ${least} här`, en: `At least ${least} here` }),
  'not-a-uuid': { sv: 'Ska vara ett UUID', en: 'Must be a UUID' },
  'not-an-address': { sv: 'Ska vara en fullständig webbadress', en: 'Must be a whole web address' },
  'not-an-instant': {
    sv: 'Ska vara en tidpunkt enligt ISO 8601, till exempel 2026-11-23T08:00:00Z',
    en: 'Must be an instant by ISO 8601, such as 2026-11-23T08:00:00Z',
  },
  'not-a-date': {
    sv: 'Ska vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD',
    en: 'Must be a date that exists, written YYYY-MM-DD',
  },
  'not-a-time': { sv: 'Ska vara ett klockslag, skrivet HH:MM', en: 'Must be a time of day, written HH:MM' },
  'not-among': (values: readonly unknown[]) => ({
    sv: `Ska vara ${values.length > 1 ? 'något av ' : ''}${listed(values)}`,
    en: `Must be ${values.length > 1 ? 'one of ' : ''}${listed(values)}`,
  }),
  'not-a-multiple': (step: number | bigint) => ({
    sv: `Ska vara jämnt delbart med ${step}`,
    en: `Must be a multiple of ${step}`,
  }),
  'no-such-field': { sv: 'Fältet finns inte', en: 'No such field' },
  'wrong-shape': {
    sv: 'Har inte rätt form: se OpenAPI-dokumentet',
    en: 'Is not of the right shape: see the OpenAPI document',
  },
});
