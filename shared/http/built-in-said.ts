import type * as z from 'zod';
import type { Said } from '../domain/wording.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'en text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  object: 'ett objekt',
  record: 'ett objekt',
};

const formats: Readonly<Record<string, string>> = {
  uuid: 'Ska vara ett UUID',
  url: 'Ska vara en fullständig webbadress',
  datetime: 'Ska vara en tidpunkt enligt ISO 8601, till exempel 2026-11-23T08:00:00Z',
  date: 'Ska vara ett datum som finns, skrivet ÅÅÅÅ-MM-DD',
  time: 'Ska vara ett klockslag, skrivet HH:MM',
};

const amountOf = (origin: string, amount: number | bigint): string => {
  if (origin === 'string') return `${amount} tecken`;
  return origin === 'array' ? `${amount} i listan` : String(amount);
};

const typeSaid = (issue: z.core.$ZodIssueInvalidType, en: string): Said =>
  // Zod's own words are what tell a field that is not there from one of the wrong kind: the issue no longer has the value.
  en.endsWith('received undefined')
    ? { code: 'missing', wording: { sv: 'Saknas', en } }
    : {
        code: 'wrong-type',
        wording: { sv: `Ska vara ${kinds[issue.expected] ?? `av typen ${issue.expected}`}`, en },
      };

const limitSaid = (issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall, en: string): Said =>
  issue.code === 'too_big'
    ? { code: 'too-big', wording: { sv: `Högst ${amountOf(issue.origin, issue.maximum)}`, en } }
    : { code: 'too-small', wording: { sv: `Minst ${amountOf(issue.origin, issue.minimum)}`, en } };

/** What zod's own rules say, which they do in English alone: with a code of ours, and in Swedish. */
export const builtInSaid = (issue: z.core.$ZodIssue): Said => {
  const en = issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return typeSaid(issue, en);
    case 'too_big':
    case 'too_small':
      return limitSaid(issue, en);
    case 'invalid_format':
      return {
        code: 'wrong-format',
        wording: { sv: formats[issue.format] ?? 'Har inte rätt form: se OpenAPI-dokumentet', en },
      };
    case 'invalid_value':
      return {
        code: 'wrong-value',
        wording: {
          sv: `Ska vara ${issue.values.length > 1 ? 'något av ' : ''}${issue.values.join(', ')}`,
          en,
        },
      };
    case 'not_multiple_of':
      return { code: 'wrong-step', wording: { sv: `Ska vara jämnt delbart med ${issue.divisor}`, en } };
    default:
      return {
        code: 'wrong-shape',
        wording: { sv: 'Har inte rätt form: se OpenAPI-dokumentet', en },
      };
  }
};
