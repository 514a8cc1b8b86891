import type { Counter } from '../../shared/domain/care/attention.ts';
import { type Instance, type InstanceState, writableStates } from '../../shared/domain/care/instance.ts';
import { amend, type Change, demand } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';
import { raising } from '../../shared/persistence/instances/standing-changes.ts';

const opened = (instance: Instance, now: string): Change =>
  amend(entities.instance, instance, { set: { openedAt: now }, state: writableStates });

/**
 * What a resident’s first look at a moment leaves in it: after that its start is not undone (CARE-1). Where it is undone in that very
 * moment, they are shown nothing of it.
 */
export const openingChanges = ({ instance }: { readonly instance: Instance }, now: string): Change[][] =>
  instance.openedAt === undefined && instance.state !== 'ended' ? [[opened(instance, now)]] : [];

const hour = 3_600_000;

/** A save every second need not be told apart from the one before: the head is written once an hour. */
const isKnown = ({ lastResidentActivityAt: last }: Instance, now: string): boolean =>
  last !== undefined && Date.parse(now) - Date.parse(last) < hour;

interface Writing {
  /** In which that is written. */
  readonly state: readonly InstanceState[];
  /** What comes to wait for staff by it. */
  readonly added?: Readonly<Partial<Record<Counter, number>>>;
}

/** The moment is in a state in which that is written; whoever writes has opened it, and does something in it. */
export const writingChange = (
  instance: Instance,
  now: string,
  { state, added = {} }: Writing = { state: writableStates },
): Change => {
  const done = { set: { lastResidentActivityAt: now }, setOnce: { openedAt: now }, state };
  if (Object.keys(added).length > 0) return raising(instance, { ...done, added, at: now });
  return isKnown(instance, now)
    ? demand(entities.instance, instance, state)
    : amend(entities.instance, instance, done);
};
