import * as z from 'zod';
import type { formKind } from '../form/form-kind.ts';
import { Problem } from '../problem.ts';
import { careSayings } from '../sayings/care-sayings.ts';
import { told } from '../sayings/said.ts';
import { daysAfter, swedishDate } from '../swedish-date.ts';

/** Pages of a calendar form that are made at once. */
export const mostDays = 31;
/** Pages of one tab form in one moment. */
const mostTabs = 999;

/** What names a page of a form: the Swedish day of a calendar’s, the number of a tab’s. An ordinary form has none (CARE-5, CARE-6). */
export const pageName = z
  .union(
    [z.iso.date(), z.string().regex(/^[1-9]\d{0,2}$/, told(careSayings['page-form']))],
    told(careSayings['page-form']),
  )
  .meta({
    id: 'PageName',
    description: 'Of a calendar form the day, of a tab form the number; an ordinary form has no pages',
    maxLength: 10,
    examples: ['2026-11-23', '2'],
  });

type FormKind = z.infer<typeof formKind>;

export const isDay = (page: string): boolean => page.includes('-');

const kindOf = (page: string | undefined): FormKind => {
  if (page === undefined) return 'ordinary';
  return isDay(page) ? 'calendar' : 'tab';
};

/** A form with a page an occasion is answered at one, and an ordinary form at none: `page-unfit`. */
export const assertPageFits = (kind: FormKind, page: string | undefined): void => {
  if (kindOf(page) !== kind) throw new Problem('page-unfit');
};

/** Days back for which a resident begins a page: whoever was ill or away writes it up. */
const longestBehindDays = 31;
/** Days ahead for which staff make pages. */
const longestAheadDays = 366;

const assertBetween = (pointer: string, day: string, earliest: string, latest: string): void => {
  if (earliest <= day && day <= latest) return;
  throw new Problem('validation-failed', [{ pointer, ...careSayings['page-day'](earliest, latest) }]);
};

/** A resident begins a page for today or a day that was, never for one that has not come. */
export const assertBegun = (day: string, now: string, pointer: string): void => {
  const today = swedishDate(now);
  assertBetween(pointer, day, daysAfter(today, -longestBehindDays), today);
};

/** Staff make pages for days that come. */
export const assertAhead = (days: readonly string[], now: string): void => {
  const today = swedishDate(now);
  for (const [at, day] of days.entries())
    assertBetween(`/body/days/${at}`, day, today, daysAfter(today, longestAheadDays));
};

/** The tab after the last one; `page-limit-reached`. */
export const tabAfter = (last: string | undefined): string => {
  const next = Number(last ?? 0) + 1;
  if (next > mostTabs) throw new Problem('page-limit-reached');
  return String(next);
};
