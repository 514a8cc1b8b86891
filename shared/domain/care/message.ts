import * as z from 'zod';
import { found } from '../found.ts';
import { Problem } from '../problem.ts';
import { type Written, writers, writtenAs } from './writers.ts';

/** Characters of a message. */
export const longestMessage = 4000;

/** Why a message was withdrawn. */
export const withdrawalReason = z.enum(['wrong-recipient', 'mistake']);

const sent = { instanceId: z.string(), messageId: z.string(), text: z.string(), sentAt: z.iso.datetime() };

const fromStaff = z.object({
  ...sent,
  from: z.literal('staff'),
  /** HSA-id. */
  author: z.string(),
  /** When the resident, or who acts for them, first read it, and as whom. */
  readAt: z.iso.datetime().optional(),
  readAs: writtenAs.optional(),
  /** Kept and hidden from the resident (CARE-10). */
  withdrawn: z.object({ reason: withdrawalReason, by: z.string(), at: z.iso.datetime() }).optional(),
});
type FromStaff = z.infer<typeof fromStaff>;

const fromResident = z.object({
  ...sent,
  from: z.literal('resident'),
  writtenBy: writers.writtenBy,
  /** When the unit read it, and who did so first: what a colleague has read is read. */
  readAt: z.iso.datetime().optional(),
  readBy: z.string().optional(),
});

/** Between a resident and the staff of a unit (CARE-10). */
export const message = z.discriminatedUnion('from', [fromStaff, fromResident]);
export type Message = z.infer<typeof message>;

export const isFromStaff = (one: Message): one is FromStaff => one.from === 'staff';

/** Those that a reader sees for the first time: the other side’s, and none that was withdrawn. */
export const newTo = (reader: Message['from'], messages: readonly Message[]): Message[] =>
  messages.filter(
    (one) => one.from !== reader && one.readAt === undefined && !(isFromStaff(one) && one.withdrawn),
  );

interface ShownToResident extends Pick<Message, 'messageId' | 'from' | 'sentAt'> {
  readonly text?: string;
  readonly author?: string;
  readonly writtenBy?: Written['writtenBy'];
  readonly withdrawnAt?: string;
}

/**
 * As the resident is shown it. What was withdrawn before they read it never was; of what they had read they are told that it is
 * withdrawn, for they would look for it in vain.
 */
export const shownToResident = (one: Message): ShownToResident | undefined => {
  const { messageId, from, sentAt } = one;
  if (!isFromStaff(one)) return { messageId, from, sentAt, text: one.text, writtenBy: one.writtenBy };
  const { author, text, readAt, withdrawn } = one;
  if (!withdrawn) return { messageId, from, sentAt, author, text };
  return readAt === undefined ? undefined : { messageId, from, sentAt, withdrawnAt: withdrawn.at };
};

/** How many from the first on hold so many that the resident is shown: all up to the first that is one too many. */
export const shownWithin =
  (limit: number) =>
  (messages: readonly Message[]): number => {
    const shown = messages.flatMap((one, at) => (shownToResident(one) ? [at] : []));
    return shown[limit] ?? messages.length;
  };

/** A resident’s own is not staff’s to withdraw: `not-found`. What is withdrawn already is `illegal-state`. */
export const assertWithdrawable = (one: Message | undefined): FromStaff => {
  const theirs = found(one && isFromStaff(one) ? one : undefined);
  if (theirs.withdrawn) throw new Problem('illegal-state');
  return theirs;
};
