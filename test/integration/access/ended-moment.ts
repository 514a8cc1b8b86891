import { acknowledgeFlag } from '../../../functions/care/flags/acknowledge-flag.ts';
import { endInstance } from '../../../functions/care/instances/end-instance.ts';
import { login } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import type { World } from '../../support/world.ts';

/** Ends a moment as its practitioner does, who sees first what is urgent in it. */
export const endMoment = async (world: World, instanceId: string): Promise<void> => {
  const token = await login('practitioner');
  const page = { limit: 100, cursor: undefined };
  const { items } = await world.runtime.stores.instances.flags(instanceId, page);
  const unseen = items.filter(({ value }) => value.level === 'urgent' && !value.acknowledged);
  for (const { value } of unseen) {
    const { formId, flagId, resultId } = value;
    await succeed(world, acknowledgeFlag, {
      params: { instanceId, formId, flagId },
      body: { resultId },
      token,
    });
  }
  await succeed(world, endInstance, { params: { instanceId }, body: { reason: 'completed' }, token });
};
