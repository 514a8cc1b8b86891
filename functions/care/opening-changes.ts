import { type Instance, type InstanceState, writableStates } from '../../shared/domain/care/instance.ts';
import { amend, type Change, demand } from '../../shared/persistence/engine/change.ts';
import { entities } from '../../shared/persistence/entities.ts';

const opened = (instance: Instance, now: string, state: readonly InstanceState[] = writableStates): Change =>
  amend(entities.instance, instance, { set: { openedAt: now }, state });

/**
 * What a resident’s first look at a moment leaves in it: after that its start is not undone (CARE-1). Where it is undone in that very
 * moment, they are shown nothing of it.
 */
export const openingChanges = ({ instance }: { readonly instance: Instance }, now: string): Change[][] =>
  instance.openedAt === undefined && instance.state !== 'ended' ? [[opened(instance, now)]] : [];

/** The moment is in a state in which that is written, and whoever writes has opened it. */
export const writingChange = (
  instance: Instance,
  now: string,
  states: readonly InstanceState[] = writableStates,
): Change =>
  instance.openedAt === undefined
    ? opened(instance, now, states)
    : demand(entities.instance, instance, states);
