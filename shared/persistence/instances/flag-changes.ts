import type { Counter } from '../../domain/care/attention.ts';
import { type ClearedFlag, countOf, type Flag, isUnseen } from '../../domain/care/flag.ts';
import { type Instance, writableStates } from '../../domain/care/instance.ts';
import { type Change, create, remove, replace, replaceOrCreate } from '../engine/change.ts';
import type { Stored } from '../engine/entity.ts';
import { instanceEntities } from './entities.ts';
import { lowering, raising } from './standing-changes.ts';

/** A flag before and after something was done about it; undefined where it is not open. */
interface Step {
  readonly before: Stored<Flag> | undefined;
  readonly after: Flag | undefined;
}

type Counted = Partial<Record<Counter, number>>;

const valuesOf = (flags: readonly (Flag | undefined)[]): Flag[] => flags.filter((one) => one !== undefined);

/** How much more, or less, waits on the head; nothing is said of what counts the same. */
export const waitingMore = (steps: readonly Step[]): Counted => {
  const before = countOf(valuesOf(steps.map((step) => step.before?.value)));
  const after = countOf(valuesOf(steps.map((step) => step.after)));
  const more = (['openFlags', 'urgentFlags'] as const).map(
    (counter) => [counter, after[counter] - before[counter]] as const,
  );
  return Object.fromEntries(more.filter(([, by]) => by !== 0));
};

/** The rows of flags that a submission raises; what waits is for `waitingMore`. `version-mismatch` in a race. */
export const raisedFlagChanges = (steps: readonly (Step & { readonly after: Flag })[]): Change[] =>
  steps.map(({ before, after }) => replaceOrCreate(instanceEntities.flag, before, after));

interface Handling extends Step {
  readonly head: Stored<Instance>;
  /** The open flags that were read, the one that is handled among them, and whether those are all. */
  readonly open: readonly Flag[];
  readonly isAll: boolean;
}

const earliest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants.filter((one) => one !== undefined).toSorted()[0];

/**
 * Since when what is left has waited. Where not all that is open was read, what stood there stands, for it may be of one of the others;
 * but nothing waits where nothing is counted.
 */
const oldestOf = (left: readonly Flag[], { head: { value }, isAll }: Handling, more: Counted) => {
  const unseen = left.filter(isUnseen);
  const urgentLeft = (value.urgentFlags ?? 0) + (more.urgentFlags ?? 0) > 0;
  const anyLeft = (value.openFlags ?? 0) + (more.openFlags ?? 0) > 0;
  const urgent = isAll ? earliest(unseen.map(({ unseenSince }) => unseenSince)) : value.oldestUrgentAt;
  const any = isAll ? earliest(left.map(({ raisedAt }) => raisedAt)) : value.oldestFlagAt;
  return {
    set: {
      ...(anyLeft && any ? { oldestFlagAt: any } : {}),
      ...(urgentLeft && urgent ? { oldestUrgentAt: urgent } : {}),
    },
    cleared: [
      ...(anyLeft ? [] : ['oldestFlagAt' as const]),
      ...(urgentLeft ? [] : ['oldestUrgentAt' as const]),
    ],
  };
};

const countedDown = (handling: Handling): Change => {
  const { head, before, after, open } = handling;
  const key = before && JSON.stringify(instanceEntities.flag.key(before.value));
  const others = open.filter((one) => JSON.stringify(instanceEntities.flag.key(one)) !== key);
  const added = waitingMore([{ before, after }]);
  return lowering(head, {
    added,
    ...oldestOf(after ? [...others, after] : others, handling, added),
    state: writableStates,
  });
};

export const acknowledgedFlag = (
  handling: Handling & { readonly before: Stored<Flag>; readonly after: Flag },
) => [replace(instanceEntities.flag, handling.before, handling.after), countedDown(handling)];

export const clearedFlagChanges = (
  handling: Handling & { readonly before: Stored<Flag>; readonly after: undefined },
  closed: ClearedFlag,
): Change[] => [
  remove(instanceEntities.flag, handling.before),
  create(instanceEntities.clearedFlag, closed),
  countedDown(handling),
];

interface Reopening {
  readonly instance: Instance;
  readonly before: Stored<ClearedFlag>;
  readonly open: Flag;
  readonly closed: ClearedFlag;
}

/** `already-exists` where the same has been raised anew since it was cleared. */
export const reopenedFlag = ({ instance, before, open, closed }: Reopening): Change[] => [
  create(instanceEntities.flag, open),
  replace(instanceEntities.clearedFlag, before, closed),
  raising(instance, {
    at: open.raisedAt,
    added: { openFlags: 1 },
    state: writableStates,
  }),
];
