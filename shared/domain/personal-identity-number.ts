import Personnummer from 'personnummer';
import type { ProblemCode } from './problem.ts';

type IdentityNumberProblem = Extract<ProblemCode, `identity-number-${string}`>;

/** Every way a number can be refused (ID-4): for contracts that take one. */
export const identityNumberProblems = [
  'identity-number-checksum',
  'identity-number-coordination',
  'identity-number-date',
  'identity-number-format',
  'identity-number-reserve',
] as const satisfies IdentityNumberProblem[];

/** Characters read at most: enough to say what is wrong with one that is not a personnummer. */
export const longestIdentityNumber = 20;

/** What a string that should be a personnummer turned out to be (ID-4). */
export type IdentityNumber =
  | { readonly kind: 'personnummer'; readonly number: string }
  | { readonly kind: 'refused'; readonly code: IdentityNumberProblem };

const refused = (reason: 'checksum' | 'coordination' | 'date' | 'format' | 'reserve'): IdentityNumber => ({
  kind: 'refused',
  code: `identity-number-${reason}`,
});

const isCalendarDate = (year: number, month: number, day: number): boolean => {
  // Nobody alive was born earlier, and what begins with 99 is a reserve number in digits.
  if (year < 1850 || year > 2099) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/**
 * Reads the twelve-digit form, with or without the hyphen before the last four. Nothing is stripped before the kind
 * is known: a reserve number such as 19810829M071 that loses its letters could pass for a personnummer.
 */
export const readIdentityNumber = (text: string): IdentityNumber => {
  const compact = text.replace(/^(\d{8})-([0-9A-Z]{4})$/, '$1$2');
  if (/^\d{8}(?=[0-9A-Z]*[A-Z])[0-9A-Z]{4}$/.test(compact)) return refused('reserve');
  if (!/^\d{12}$/.test(compact)) return refused('format');
  const [year, month, day] = [compact.slice(0, 4), compact.slice(4, 6), compact.slice(6, 8)].map(Number) as [
    number,
    number,
    number,
  ];
  // Month 00 and day 60 stand for an unconfirmed birth date, as in Skatteverket's test numbers, so the whole range counts.
  if (month <= 12 && day >= 60 && day <= 91) return refused('coordination');
  if (!isCalendarDate(year, month, day)) return refused('date');
  return Personnummer.valid(compact) ? { kind: 'personnummer', number: compact } : refused('checksum');
};
