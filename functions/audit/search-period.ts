import { Problem } from '../../shared/domain/problem.ts';
import { organisationSayings } from '../../shared/domain/sayings/organisation-sayings.ts';

/** Days looked back where no `from` is given. */
export const usualDays = 30;
const dayMilliseconds = 24 * 3_600_000;

/** One spelling of an instant, as entries have it, so that comparing text compares time. */
const instant = (time: string | number): string => new Date(time).toISOString();

/** From when to when entries are looked for. `now` is an ISO instant. */
export const searchPeriod = (
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: string,
) => {
  const end = instant(to ?? now);
  const begin = instant(from ?? Date.parse(end) - usualDays * dayMilliseconds);
  if (begin <= end) return { from: begin, to: end };
  throw new Problem('validation-failed', [
    { pointer: '/body/from', ...organisationSayings['search-begins-late'] },
  ]);
};
