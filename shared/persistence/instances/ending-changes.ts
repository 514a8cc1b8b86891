import { type Ending, type Instance, writableStates } from '../../domain/care/instance.ts';
import { amend, amendUnread, type Change } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { instanceEntities } from './entities.ts';

/** Ends what is known to run; `illegal-state` where it has ended in the meantime. */
export const endUnread = (instanceId: string, ending: Ending): Change =>
  amendUnread(instanceEntities.instance, keys.instance(instanceId), {
    set: { state: 'ended', ending },
    state: writableStates,
  });

/** Ends what has just begun, as if it never had: `resident-has-opened` where the resident was quicker. */
export const undoneStart = (instance: Instance, ending: Ending): Change =>
  amend(instanceEntities.instance, instance, {
    set: { state: 'ended', ending },
    state: ['active'],
    without: { attribute: 'openedAt', otherwise: 'resident-has-opened' },
  });
