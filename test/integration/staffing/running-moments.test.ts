import { beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { undoStart } from '../../../functions/care/instances/undo-start.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import { login, residents, seedPeople, units } from '../../support/people.ts';
import { activeMoment, approvedResident, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { newcomer } from './newcomers.ts';

const params = { unitId: units.care };

let world: World;
let momentId: string;
let token: string;
let practitioner: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world);
  token = await login('authorizationAdmin');
  practitioner = newcomer(world);
  await give();
});

const give = (role = 'practitioner') =>
  succeed(world, giveUnitRole, { params, body: { staff: practitioner, role }, token });
const withdraw = (role = 'practitioner') =>
  world.call(withdrawUnitRole, { params, body: { staff: practitioner, role }, token });
const starting = async () => ({
  params,
  body: { ...{ personnummer: residents.approved, momentId, major: 1, practitioner }, confirmed: true },
  token: await login('residentAdmin'),
});
const start = async () => String((await succeed(world, startInstance, await starting())).body['instanceId']);

describe('ORG-6 a practitioner’s role that is withdrawn', () => {
  it('says how many running moments are left without a practitioner, those undone not among them', async () => {
    for (let at = 0; at < 3; at += 1) await start();
    const undone = { params: { instanceId: await start() }, body: { reason: 'wrong-practitioner' } };
    await succeed(world, undoStart, { ...undone, token: await login('residentAdmin') });
    const { body, calls } = await withdraw();
    expect(body).toMatchObject({ runningMoments: 3 });
    expect(body['advice']).toContain('moments-without-practitioner');
    // Flat, however many there are: they are counted as they begin and end.
    expect(calls.filter(({ command }) => command === 'QueryCommand')).toHaveLength(1);
  });

  it('starts nothing more, and counts on from there when it is given back', async () => {
    expect((await world.call(startInstance, await starting())).body.code).toBe('practitioner-not-at-unit');
    await give();
    await start();
    expect((await withdraw()).body).toMatchObject({ runningMoments: 4 });
    await give();
  });

  it('leaves out nothing that is started between the reading and the writing', async () => {
    let isStarted = false;
    const withdrawn = await world.call(
      withdrawUnitRole,
      { params, body: { staff: practitioner, role: 'practitioner' }, token },
      {
        before: async ({ command }) => {
          if (command !== 'TransactWriteItemsCommand' || isStarted) return;
          isStarted = true;
          await start();
        },
      },
    );
    expect(withdrawn.body.code).toBe('version-mismatch');
    expect((await withdraw()).body).toMatchObject({ runningMoments: 5 });
  });

  it('of another kind says nothing of moments', async () => {
    await give('data-admin');
    expect((await withdraw('data-admin')).body).not.toHaveProperty('runningMoments');
  });

  it('without any moments has none to be seen to', async () => {
    practitioner = newcomer(world);
    await give();
    const { body } = await withdraw();
    expect(body).toMatchObject({ runningMoments: 0 });
    expect(body['advice']).not.toContain('moments-without-practitioner');
  });
});
