import type { Counter } from '../../domain/care/attention.ts';
import { type ClearedFlag, countOf, type Flag } from '../../domain/care/flag.ts';
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

const valuesOf = (flags: readonly (Flag | undefined)[]): Flag[] => flags.filter((one) => one !== undefined);

/** How much more, or less, waits on the head; nothing is said of what counts the same. */
export const waitingMore = (steps: readonly Step[]): Partial<Record<Counter, number>> => {
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
  /** The open flags as far as they were read, the one that is handled among them. */
  readonly open: readonly Flag[];
}

const earliest = (instants: readonly string[]): string | undefined => instants.toSorted()[0];

/** Since when what is left has waited; nothing is left to say where nothing waits. */
const oldestOf = (left: readonly Flag[]) => {
  const unseen = left.filter((one) => countOf([one]).urgentFlags > 0);
  const oldestFlagAt = earliest(left.map(({ raisedAt }) => raisedAt));
  const oldestUrgentAt = earliest(unseen.map(({ latestAt }) => latestAt));
  return {
    set: { ...(oldestFlagAt ? { oldestFlagAt } : {}), ...(oldestUrgentAt ? { oldestUrgentAt } : {}) },
    cleared: [
      ...(oldestFlagAt ? [] : ['oldestFlagAt' as const]),
      ...(oldestUrgentAt ? [] : ['oldestUrgentAt' as const]),
    ],
  };
};

const countedDown = ({ head, before, after, open }: Handling): Change => {
  const key = before && JSON.stringify(instanceEntities.flag.key(before.value));
  const others = open.filter((one) => JSON.stringify(instanceEntities.flag.key(one)) !== key);
  return lowering(head, {
    added: waitingMore([{ before, after }]),
    ...oldestOf(after ? [...others, after] : others),
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
