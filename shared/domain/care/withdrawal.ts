import * as z from 'zod';
import type { Approval, RunningMoment } from '../organisation.ts';
import { Problem } from '../problem.ts';
import { careSayings } from '../sayings/care-sayings.ts';
import { daysAfter, swedishDate } from '../swedish-date.ts';
import type { Ending } from './instance.ts';

/** What becomes of the moments that run when an approval is withdrawn: all of them end, and are closed at once or can be read for a time. */
export const becomesOfRunning = z.discriminatedUnion('becomes', [
  z.strictObject({ becomes: z.literal('closed') }),
  z.strictObject({
    becomes: z.literal('readable'),
    until: z.iso.date().meta({ description: 'The last Swedish day on which the resident reads them' }),
  }),
]);
type BecomesOfRunning = z.infer<typeof becomesOfRunning>;

interface Running extends RunningMoment {
  readonly instanceId: string;
}

/** What runs for somebody on the unit, oldest first. */
export const runningIn = ({ running }: Pick<Approval, 'running'>): Running[] =>
  Object.entries(running)
    .map(([instanceId, moment]) => ({ instanceId, ...moment }))
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));

/** Moments at a time for one resident on one unit: an approval that is withdrawn ends them all in one transaction. */
const mostRunning = 30;

/** `running-limit-reached` */
export const assertFewRun = ({ running }: Pick<Approval, 'running'>): void => {
  if (Object.keys(running).length >= mostRunning) throw new Problem('running-limit-reached');
};

/** Days for which what has ended can be kept open to be read. */
const longestReadingDays = 365;

const assertSoon = (until: string, now: string): void => {
  const today = swedishDate(now);
  if (until >= today && until <= daysAfter(today, longestReadingDays)) return;
  throw new Problem('validation-failed', [
    { pointer: '/body/running/until', ...careSayings['reading-day'](longestReadingDays) },
  ]);
};

const toldOf = ({ title, startedAt, instanceId }: Running) => ({
  pointer: '/body/running',
  ...careSayings['moment-runs'](title, swedishDate(startedAt), instanceId),
});

/** How they end; undefined where nothing runs. Nobody decides it unasked: `moments-running`, with each of them. */
export const endingByWithdrawal = (
  running: readonly Running[],
  wanted: BecomesOfRunning | undefined,
  { by, at }: Pick<Ending, 'by' | 'at'>,
): Ending | undefined => {
  if (wanted?.becomes === 'readable') assertSoon(wanted.until, at);
  if (running.length === 0) return undefined;
  if (!wanted) throw new Problem('moments-running', running.map(toldOf));
  const ending = { reason: 'approval-withdrawn' as const, by, at };
  return wanted.becomes === 'closed' ? ending : { ...ending, readableUntil: wanted.until };
};
