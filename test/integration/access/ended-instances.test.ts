import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { login, loginResident, residents, seedPeople } from '../../support/people.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { type Sent, World } from '../../support/world.ts';
import { endMoment } from './ended-moment.ts';
import { sampleFor } from './samples.ts';
import { type Scene, setScene } from './scene.ts';

/**
 * Who may read it is still decided when it has ended: that is nothing in it. And a message that went to the wrong person is withdrawn
 * then as well, or they would go on reading it.
 */
const ofReaders = ['addParticipant', 'removeParticipant', 'openWithReason', 'withdrawMessage'];

/** Every route by which something is written in a moment, as the contracts say. */
const writing = routes
  .map(({ contract }) => contract)
  .filter(({ path, method }) => path.includes('/instances/{instanceId}') && method !== 'GET')
  .filter(({ operationId }) => !ofReaders.includes(operationId));

let world: World;
let useCases: ReadonlyMap<string, UseCase>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
});

const prepared = async (operationId: string): Promise<Sent & { instanceId: string }> => {
  const scene: Scene = await setScene(world, residents.approved);
  const { caller } = found(useCases.get(operationId)).contract;
  const token = caller === 'staff' ? await login('practitioner') : await loginResident('approved');
  const sample = await sampleFor(scene, operationId);
  return { ...sample, token, instanceId: String(sample.params?.['instanceId']) };
};

const inTable = async (instanceId: string) =>
  (await world.all('instances')).filter(({ pk }) => String(pk).endsWith(instanceId));

describe('CARE-2 an ended moment is read-only to all', () => {
  it.each(writing.map(({ operationId }) => operationId))('%s writes nothing in it', async (operationId) => {
    const { instanceId, ...sent } = await prepared(operationId);
    await endMoment(world, instanceId);
    const before = await inTable(instanceId);
    const { status, body } = await world.call(found(useCases.get(operationId)), sent);
    expect([status, body.code]).toEqual([409, 'illegal-state']);
    expect(await inTable(instanceId)).toEqual(before);
  });

  it.each(writing.map(({ operationId }) => operationId).filter((one) => one !== 'endInstance'))(
    '%s writes nothing where it ends between the reading and the writing',
    async (operationId) => {
      const { instanceId, ...sent } = await prepared(operationId);
      let isEnded = false;
      const { status, body } = await world.call(found(useCases.get(operationId)), sent, {
        before: async ({ command }) => {
          if (command !== 'TransactWriteItemsCommand' || isEnded) return;
          isEnded = true;
          await endMoment(world, instanceId);
        },
      });
      expect([status, body.code]).toEqual([409, 'illegal-state']);
    },
  );
});
