import * as z from 'zod';

/** What waits in a moment, the most pressing first, in keys that sort so: the lists that begin with what is pressing go by them. */
const words = {
  '0': 'urgent',
  '1': 'unread',
  '2': 'flagged',
  '9': 'quiet',
  ended: 'ended',
  undone: 'undone',
} as const;
type Priority = keyof typeof words;

/** Of those that run; what has ended sorts after them. */
export const runningPriorities = ['0', '1', '2', '9'] as const satisfies Priority[];

export const priorityWord = z.enum(Object.values(words));

export const priorityIn = ({ priority }: Pick<Standing, 'priority'>): z.infer<typeof priorityWord> =>
  words[priority];

/** Where a moment stands in the lists of staff: how pressing it is, and since when; what has waited longest comes first (CARE-14). */
export const standing = z.object({
  priority: z.enum(Object.keys(words) as [Priority, ...Priority[]]),
  since: z.iso.datetime(),
});
export type Standing = z.infer<typeof standing>;

/** What can wait: how pressing it is, and the instant that is kept beside its count, since when the oldest of it has waited. */
export const waits = {
  urgentFlags: { priority: '0', oldest: 'oldestUrgentAt' },
  unreadFromResident: { priority: '1', oldest: 'oldestUnreadAt' },
  openFlags: { priority: '2', oldest: 'oldestFlagAt' },
} as const satisfies Record<string, { priority: Priority; oldest: string }>;
export type Counter = keyof typeof waits;

/** Up to here somebody must look: at an urgent flag, or at what nobody has read. */
export const lastPressing = '1' satisfies Priority;

/** In the order in which they press. */
export const counters = Object.keys(waits) as Counter[];

type Waiting = { readonly startedAt: string } & {
  readonly [C in Counter]?: number | undefined;
} & { readonly [C in Counter as (typeof waits)[C]['oldest']]?: string | undefined };

/** By the most pressing of what waits in it, since the oldest of that: one more of the same changes nothing. */
export const attentionOf = (head: Waiting): Standing => {
  const first = counters.find((counter) => (head[counter] ?? 0) > 0);
  if (first === undefined) return { priority: '9', since: head.startedAt };
  const { priority, oldest } = waits[first];
  return { priority, since: head[oldest] ?? head.startedAt };
};
