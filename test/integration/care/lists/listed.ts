import type { Instance } from '../../../../shared/domain/care/instance.ts';
import { found } from '../../../../shared/domain/found.ts';
import { entities } from '../../../../shared/persistence/entities.ts';
import type { World } from '../../../support/world.ts';

/** Moments like one that is there, each as it is said. */
export const haveLike = async (
  world: World,
  instanceId: string,
  wanted: readonly Partial<Instance>[],
): Promise<string[]> => {
  const { value } = found(await world.runtime.stores.instances.instance(instanceId));
  const made = wanted.map((more) => ({ ...value, instanceId: crypto.randomUUID(), ...more }));
  for (let at = 0; at < made.length; at += 20)
    await Promise.all(made.slice(at, at + 20).map((one) => world.have(entities.instance, one)));
  return made.map((one) => one.instanceId);
};
