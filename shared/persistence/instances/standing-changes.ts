import {
  attentionOf,
  type Counter,
  counters,
  runningPriorities,
  waits,
} from '../../domain/care/attention.ts';
import type { Instance } from '../../domain/care/instance.ts';
import { type Amendment, amend, type Change } from '../engine/change.ts';
import type { Stored } from '../engine/entity.ts';
import { instanceEntities } from './entities.ts';

type HeadAmendment = Amendment<Instance> & { readonly state: readonly string[] };

interface Raising extends HeadAmendment {
  /** When it came. */
  readonly at: string;
  readonly added: { readonly [C in Counter]?: number };
}

/**
 * Counts on the head what comes to wait there, and moves it up in the lists where nothing as pressing waits already, with the oldest of
 * it kept. Many may do so at the same time, for it rests on one thing alone: whether what stood there presses more. `version-mismatch`
 * where that is otherwise by now, for a use case that `merges` to try again; what is urgent presses most and is never refused.
 */
export const raising = (head: Instance, { at, ...amendment }: Raising): Change => {
  const coming = counters.filter((counter) => (amendment.added[counter] ?? 0) > 0);
  const [first] = coming;
  if (first === undefined) throw new Error('Nothing comes to wait');
  const { priority, oldest } = waits[first];
  const staysFor = runningPriorities.filter((other) => other < priority);
  const movesFrom = runningPriorities.filter((other) => other >= priority);
  const moves = movesFrom.some((other) => other === head.priority);
  return amend(instanceEntities.instance, head, {
    ...amendment,
    set: {
      ...amendment.set,
      ...(moves ? { priority } : {}),
      ...(first === 'urgentFlags' && !head.test ? { unseen: 'URGENT' as const } : {}),
    },
    setOnce: { ...amendment.setOnce, ...Object.fromEntries(coming.map((one) => [waits[one].oldest, at])) },
    follows: moves ? { since: { attribute: oldest, otherwise: at } } : {},
    among: { attribute: 'priority', anyOf: moves ? movesFrom : staysFor, otherwise: 'version-mismatch' },
  });
};

const lowered = (head: Instance, { set = {}, added = {}, cleared = [] }: HeadAmendment): Instance => {
  const values: Record<string, unknown> = { ...head, ...set };
  for (const [name, by] of Object.entries(added)) values[name] = Number(values[name] ?? 0) + by;
  for (const name of cleared) delete values[name];
  return values as Instance;
};

/**
 * Counts on the head what waits no more, and moves it down in the lists. It stands on the version that was read, for what came meanwhile
 * may be all that holds the moment where it is.
 */
export const lowering = ({ value, version }: Stored<Instance>, amendment: HeadAmendment): Change => {
  const left = lowered(value, amendment);
  return amend(instanceEntities.instance, value, {
    ...amendment,
    set: { ...amendment.set, ...attentionOf(left) },
    cleared: [...(amendment.cleared ?? []), ...((left.urgentFlags ?? 0) > 0 ? [] : ['unseen' as const])],
    version,
  });
};
