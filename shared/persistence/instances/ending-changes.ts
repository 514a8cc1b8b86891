import type { Ending, Instance } from '../../domain/care/instance.ts';
import { statesBefore } from '../../domain/care/instance-lifecycle.ts';
import { amend, amendUnread, type Change } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { instanceEntities } from './entities.ts';

const endedBy = (ending: Ending) => ({
  set: { state: 'ended' as const, ending, priority: 'ended' as const, since: ending.at },
  cleared: ['unseen' as const],
  state: statesBefore('ended'),
});

/** What is urgent is put away unseen by nobody (CARE-9). */
const seen = {
  below: { attribute: 'urgentFlags', than: 1, otherwise: 'urgent-flag-unseen' },
} as const;

/** `illegal-state` where it has ended in the meantime; `urgent-flag-unseen` where one has been raised that nobody has seen. */
export const endedFrom = (instance: Instance, ending: Ending): Change =>
  amend(instanceEntities.instance, instance, {
    ...endedBy(ending),
    ...seen,
  });

/** Ends what is known to run, as `endedFrom`. */
export const endUnread = (instanceId: string, ending: Ending): Change =>
  amendUnread(instanceEntities.instance, keys.instance(instanceId), { ...endedBy(ending), ...seen });

/** Ends what has just begun, as if it never had: `resident-has-opened` where the resident was quicker. */
export const undoneStart = (instance: Instance, ending: Ending): Change =>
  amend(instanceEntities.instance, instance, {
    set: { state: 'ended', ending, priority: 'undone', since: ending.at },
    state: ['active'],
    without: { attribute: 'openedAt', otherwise: 'resident-has-opened' },
  });

export const maintenanceFrom = (instance: Instance, now: string): Change =>
  amend(instanceEntities.instance, instance, {
    set: { state: 'maintenance', maintenanceSince: now },
    state: statesBefore('maintenance'),
  });
