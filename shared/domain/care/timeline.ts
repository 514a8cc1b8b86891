import * as z from 'zod';
import type { ClearedFlag } from './flag.ts';
import type { Instance } from './instance.ts';
import type { Message } from './message.ts';
import type { Result } from './result.ts';
import { writtenAs } from './writers.ts';

/** Something that has happened in a moment (CARE-13): by a member of staff, as HSA-id, or by the resident or who acts for them. */
export const happening = z.object({
  /** Orders it among the others: later ids sort after earlier ones. */
  id: z.string(),
  at: z.iso.datetime(),
  what: z.enum(['started', 'opened', 'submitted', 'message', 'flag-cleared', 'maintenance', 'ended']),
  by: z.string().optional(),
  as: writtenAs.optional(),
  formId: z.string().optional(),
  page: z.string().optional(),
  /** Which flags a submission raised, or which one was cleared. */
  flagIds: z.array(z.string()).optional(),
  messageId: z.string().optional(),
  withdrawnAt: z.iso.datetime().optional(),
  reason: z.string().optional(),
});
export type Happening = z.infer<typeof happening>;

/** Where an instant lies among ids that carry their time (UUIDv7, RFC 9562): before all that were made in it. */
export const earliestIdAt = (instant: string): string => {
  const time = Date.parse(instant).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
};

const submitted = (one: Result): Happening => {
  const { resultId: id, submittedAt: at, formId, page, writtenBy, outcome } = one;
  const flagIds = outcome.flags.map(({ flagId }) => flagId);
  return {
    ...{ id, at, what: 'submitted', formId, page, as: writtenBy.as },
    flagIds: flagIds.length > 0 ? flagIds : undefined,
  };
};

const clearedFlag = ({ clearingId: id, cleared, formId, page, flagId }: ClearedFlag): Happening => {
  const { at, by } = cleared;
  return { id, at, what: 'flag-cleared', by, formId, page, flagIds: [flagId] };
};

const message = (one: Message): Happening => {
  const { messageId, sentAt: at } = one;
  const common = { id: messageId, at, what: 'message' as const, messageId };
  return one.from === 'resident'
    ? { ...common, as: one.writtenBy.as }
    : { ...common, by: one.author, withdrawnAt: one.withdrawn?.at };
};

/** What the head says of itself: each happens once. */
const ofHead = ({ startedAt, openedAt, maintenanceSince, ending }: Instance): Happening[] =>
  [
    { at: startedAt, what: 'started' as const },
    { at: openedAt, what: 'opened' as const },
    { at: maintenanceSince, what: 'maintenance' as const },
    { at: ending?.at, what: 'ended' as const, by: ending?.by, reason: ending?.reason },
  ].flatMap(({ at, ...said }) => (at === undefined ? [] : [{ ...said, at, id: earliestIdAt(at) }]));

/** What has rows of its own, newest first, as far down as it was read. */
interface Rows {
  readonly results: readonly Result[];
  readonly messages: readonly Message[];
  readonly clearings: readonly ClearedFlag[];
}

/**
 * All that is known, newest first, before a place in it. Nothing is written for it: what happens leaves its own row, or its time on the
 * head.
 */
export const timeline = (
  head: Instance,
  { results, messages, clearings }: Rows,
  before: string | undefined,
): Happening[] =>
  [...results.map(submitted), ...messages.map(message), ...clearings.map(clearedFlag), ...ofHead(head)]
    .filter(({ id }) => before === undefined || id < before)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1));
