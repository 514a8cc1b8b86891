import * as z from 'zod';
import { inMaintenance } from '../content/in-maintenance.ts';
import { momentFunctions } from '../content/moment-functions.ts';
import { majorOf, momentVersion } from '../moment/version.ts';
import { person } from '../person.ts';
import { Problem } from '../problem.ts';
import { swedishDate } from '../swedish-date.ts';
import { standing } from './attention.ts';

/** CARE-2. Only `active` and `maintenance` can be written in. */
export const instanceState = z.enum(['active', 'maintenance', 'ended']);
export type InstanceState = z.infer<typeof instanceState>;

/** States in which resident and staff may still write; as a DynamoDB condition in every such write. */
export const writableStates = ['active', 'maintenance'] as const satisfies InstanceState[];

/** Why staff ended a moment (CARE-2). */
export const endReason = z.enum([
  'completed',
  'interrupted-by-resident',
  'interrupted-by-staff',
  'moved',
  'deceased',
]);

/** Characters of what staff note when they end it. */
export const longestNote = 2000;

/** Why a start was undone. */
export const undoReason = z.enum(['wrong-person', 'wrong-moment', 'wrong-practitioner']);

/**
 * Why and by whom it was ended, with a word of staff’s own that no resident is shown. Where its start was undone, or the unit’s approval
 * of the resident withdrawn, it is closed to them. `readableUntil`: the last Swedish day on which they read it still.
 */
const ending = z.object({
  reason: z.enum([...endReason.options, ...undoReason.options, 'approval-withdrawn']),
  note: z.string().optional(),
  by: z.string(),
  at: z.iso.datetime(),
  readableUntil: z.iso.date().optional(),
});
export type Ending = z.infer<typeof ending>;

/**
 * A moment running for one resident (processinstans). `momentVersion` is what it was started in: its major stays, and what its unit has
 * activated says which minor is shown (PUB-7). `functions` and `maintenance` are the
 * major's, copied so that a write need not look them up (AUT-4, CARE-2).
 */
export const instance = z.object({
  instanceId: z.string(),
  momentId: z.string(),
  momentVersion,
  title: z.string(),
  functions: momentFunctions,
  maintenance: inMaintenance.optional(),
  unit: z.string(),
  provider: z.string(),
  resident: person,
  /** A test resident’s: practice, and no care. It stands in no count, list, export or deadline of care (ID-12). */
  test: z.boolean(),
  practitioner: z.string(),
  state: instanceState,
  startedAt: z.iso.datetime(),
  /** When the resident, or who acts for them, first opened it or wrote in it: from then on its start is not undone (CARE-1). */
  openedAt: z.iso.datetime().optional(),
  /** What the unit has not read of the resident’s messages, and since when the first of them waits; absent where nothing has. */
  unreadFromResident: z.int().optional(),
  oldestUnreadAt: z.iso.datetime().optional(),
  /** Flags that staff have not cleared, and since when the first of them has stood (CARE-9). */
  openFlags: z.int().optional(),
  oldestFlagAt: z.iso.datetime().optional(),
  /** The urgent ones among them that nobody has seen. */
  urgentFlags: z.int().optional(),
  oldestUrgentAt: z.iso.datetime().optional(),
  /** There while one is, but for test residents’: by it the oldest in the whole platform is found. */
  unseen: z.literal('URGENT').optional(),
  /** What comes of these, written with them. */
  ...standing.shape,
  /** The unit’s own categories that it has been put in, those removed since among them. */
  categories: z.array(z.string()).optional(),
  /** What the resident has not read of the staff’s. */
  unreadFromStaff: z.int().optional(),
  /** When the resident, or who acts for them, last wrote something, to the hour. */
  lastResidentActivityAt: z.iso.datetime().optional(),
  maintenanceSince: z.iso.datetime().optional(),
  ending: ending.optional(),
});
export type Instance = z.infer<typeof instance>;

/** Ended instances are read-only (CARE-2). The write's own condition decides; this gives the answer early. */
export const assertWritable = ({ state }: Instance): void => {
  if (!writableStates.some((writable) => writable === state)) throw new Problem('illegal-state');
};

/** A start is undone before the resident has met it: `resident-has-opened`. The write’s own condition decides; this answers early. */
export const assertUnopened = ({ openedAt }: Pick<Instance, 'openedAt'>): void => {
  if (openedAt !== undefined) throw new Problem('resident-has-opened');
};

/** To the resident a moment that is closed is not there. What has ended otherwise they go on reading (CARE-2). */
export const isOpenToResident = ({ ending: ended }: Pick<Instance, 'ending'>, now: string): boolean =>
  !ended ||
  endReason.safeParse(ended.reason).success ||
  (ended.readableUntil !== undefined && swedishDate(now) <= ended.readableUntil);

interface Told {
  /** Whoever acts for the resident without reading messages is not told that there are any. */
  readonly readsMessages: boolean;
  /** Forms that are not open to the resident, and so are not named to them. */
  readonly closed?: ReadonlySet<string>;
}

/** What its head says to the resident, with the day after which it is not there any more, where one has been said. */
export const toldToResident = (
  { unreadFromStaff, maintenance, ...running }: Instance,
  { readsMessages, closed = new Set() }: Told,
) => ({
  ...running,
  ...(readsMessages ? { unreadFromStaff } : {}),
  maintenance: maintenance && {
    ...maintenance,
    formIds: maintenance.formIds.filter((formId) => !closed.has(formId)),
  },
  readableUntil: running.ending?.readableUntil,
});

/** What the moment does not offer nobody does in it (AUT-4): `function-switched-off`. */
export const assertOffers = (
  { functions }: Pick<Instance, 'functions'>,
  wanted: keyof Instance['functions'],
): void => {
  if (!functions[wanted]) throw new Problem('function-switched-off');
};

/** Structure is the same throughout a major version, so answers to any of its minors can be checked and scored (AUT-8). */
export const assertSameMajor = (
  running: Instance,
  given: { momentId: string; momentVersion: string },
): void => {
  const same =
    running.momentId === given.momentId && majorOf(running.momentVersion) === majorOf(given.momentVersion);
  if (!same) throw new Problem('form-version-mismatch');
};
