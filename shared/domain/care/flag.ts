import * as z from 'zod';
import type { Outcome } from '../form/answers/outcome.ts';
import { flagLevel } from '../form/flags/flag-rule.ts';
import { Problem } from '../problem.ts';
import type { Counter } from './attention.ts';
import { pageName } from './page.ts';

/** Characters of what staff note when they clear a flag. */
export const longestClearingNote = 2000;

const act = z.object({ by: z.string(), at: z.iso.datetime() });

/**
 * A flag that is open (CARE-9), by the rule that raised it and the form, or page of one, it was raised on: a rule raises one at a time.
 * `raisedAt` is since when it is open, `latestAt` and `resultId` are of the latest submission of the `times` that raised it. `acknowledged`
 * goes when it is raised again, for that nobody has seen.
 */
export const flag = z.object({
  instanceId: z.string(),
  formId: z.string(),
  page: pageName.optional(),
  flagId: z.string(),
  level: flagLevel,
  label: z.string(),
  raisedAt: z.iso.datetime(),
  latestAt: z.iso.datetime(),
  resultId: z.string(),
  times: z.int().min(1),
  /** Since when nobody has seen it: it is raised again and again from then on, and waits no less for that. */
  unseenSince: z.iso.datetime().optional(),
  acknowledged: act.optional(),
});
export type Flag = z.infer<typeof flag>;

/** What became of a flag that is closed: kept beside those that are open, so that they stay few. `reopened`: it was cleared too soon. */
export const clearedFlag = flag.extend({
  clearingId: z.string(),
  cleared: act.extend({ note: z.string() }),
  reopened: act.optional(),
});
export type ClearedFlag = z.infer<typeof clearedFlag>;

type Counted = { readonly [C in Extract<Counter, 'urgentFlags' | 'openFlags'>]: number };

/** Urgent, and nobody has seen it since it was last raised. */
export const isUnseen = ({ level, acknowledged }: Flag): boolean =>
  level === 'urgent' && acknowledged === undefined;

/** What flags count on the head of their moment: those that are open, and the urgent ones that nobody has seen. */
export const countOf = (flags: readonly Flag[]): Counted => ({
  openFlags: flags.length,
  urgentFlags: flags.filter(isUnseen).length,
});

type Raised = Outcome['flags'][number];
type Raising = Pick<Flag, 'instanceId' | 'formId' | 'page' | 'resultId'> & { readonly at: string };

const raisedOnce = ({ flagId, level, label }: Raised, { at, ...where }: Raising): Flag => ({
  ...{ ...where, flagId, level, label },
  ...{ raisedAt: at, latestAt: at, times: 1, unseenSince: at },
});

/** The flag after a submission that raises it, whether or not it was open before. */
export const raisedOn = (before: Flag | undefined, raised: Raised, raising: Raising): Flag => {
  const anew = raisedOnce(raised, raising);
  if (!before) return anew;
  const { raisedAt, times, unseenSince = anew.unseenSince } = before;
  return { ...anew, raisedAt, times: times + 1, unseenSince };
};

/** Staff act on what they have seen: `flag-raised-again` where a later submission has raised it since. */
const assertSeen = ({ resultId }: Flag, seen: string): void => {
  if (resultId !== seen) throw new Problem('flag-raised-again');
};

/** Seen by somebody: `illegal-state` where it has been already. */
export const acknowledge = (open: Flag, seen: string, by: z.infer<typeof act>): Flag => {
  assertSeen(open, seen);
  if (open.acknowledged) throw new Problem('illegal-state');
  const { unseenSince: _, ...seenNow } = open;
  return { ...seenNow, acknowledged: by };
};

interface Clearing {
  readonly clearingId: string;
  readonly seen: string;
  readonly cleared: ClearedFlag['cleared'];
}

/** Closed, with what was done about it; whoever clears it has seen it. */
export const clear = (open: Flag, { clearingId, seen, cleared }: Clearing): ClearedFlag => {
  assertSeen(open, seen);
  return { ...open, clearingId, cleared };
};

/** Open again, as it was, seen by whoever reopens it: `illegal-state` where it has been reopened already. */
export const reopen = (
  closed: ClearedFlag,
  by: z.infer<typeof act>,
): { readonly open: Flag; readonly closed: ClearedFlag } => {
  if (closed.reopened) throw new Problem('illegal-state');
  const { clearingId: _, cleared: __, reopened: ___, unseenSince: ____, ...before } = closed;
  return { open: { ...before, acknowledged: by }, closed: { ...closed, reopened: by } };
};

const urgency = (one: Flag): string =>
  `${isUnseen(one) ? 0 : 1}${one.level === 'urgent' ? 0 : 1}${one.unseenSince ?? one.raisedAt}`;

/** Urgent ones nobody has seen, urgent ones, others; what has waited longest first (CARE-9). */
export const byUrgency = (flags: readonly Flag[]): Flag[] =>
  flags.toSorted((one, other) => (urgency(one) < urgency(other) ? -1 : 1));
