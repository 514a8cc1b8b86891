import { found } from '../../../shared/domain/found.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';

/** A moment, and the row of one of its staff where there is one. */
export const loadParticipant = async ({ instances }: Stores, instanceId: string, staff: string) => {
  const [instance, before] = await Promise.all([
    instances.instance(instanceId),
    instances.participant(instanceId, staff),
  ]);
  return { instance: found(instance).value, before };
};
