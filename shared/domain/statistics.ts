import * as z from 'zod';
import { Problem } from './problem.ts';
import { organisationSayings } from './sayings/organisation-sayings.ts';
import { told } from './sayings/said.ts';
import { textSayings } from './sayings/text-sayings.ts';
import { swedishDate } from './swedish-date.ts';

/** A Swedish calendar month, `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, told(textSayings['month-form']))
  .meta({ description: 'A month', example: '2026-11' });

/**
 * How many instances of one moment were started on one unit in one month, and how many of those have ended (ORG-8). Counted
 * in the transaction that starts or ends an instance, in the month it was started; no person can be told from it.
 */
export const statistic = z.object({
  provider: z.string(),
  unit: z.string(),
  month,
  momentId: z.string(),
  title: z.string(),
  started: z.int().default(0),
  ended: z.int().default(0),
});
export type Statistic = z.infer<typeof statistic>;

/** The Swedish month at an ISO instant. */
export const monthOf = (instant: string): string => swedishDate(instant).slice(0, 7);

const monthsBefore = (text: string, count: number): string => {
  const [year = 0, ordinal = 0] = text.split('-').map(Number);
  const months = Math.max(0, year * 12 + ordinal - 1 - count);
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
};

/** Months shown where nobody says which. */
export const usualMonths = 12;

export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The months asked for, both included: up to this one, and `usualMonths`, where nothing is said. Throws `validation-failed`. */
export const periodOf = (
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: string,
): Period => {
  const last = to ?? monthOf(now);
  const period = { from: from ?? monthsBefore(last, usualMonths - 1), to: last };
  if (period.from <= period.to) return period;
  throw new Problem('validation-failed', [
    { pointer: '/query/from', ...organisationSayings['after-to'](period.to) },
  ]);
};
