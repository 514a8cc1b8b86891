import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../../functions/care/answers/open-my-form.ts';
import { endInstance } from '../../../../functions/care/instances/end-instance.ts';
import { enterMaintenance } from '../../../../functions/care/instances/enter-maintenance.ts';
import { listMyInstances } from '../../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../../functions/care/instances/open-my-module.ts';
import { readMyMessages } from '../../../../functions/care/messages/read-my-messages.ts';
import { viewUnitStatistics } from '../../../../functions/organisation/view-unit-statistics.ts';
import { lookUpResident } from '../../../../functions/people/look-up-resident.ts';
import { endReason } from '../../../../shared/domain/care/instance.ts';
import { hsaIdOf, login, loginResident, residents, seedPeople, units } from '../../../support/people.ts';
import { activeMoment, approvedResident, startedInstance, succeed } from '../../../support/story.ts';
import { rows, World } from '../../../support/world.ts';
import { beforeWriting } from '../../organisation/outcome.ts';

const at = { params: { unitId: units.care } };

let world: World;
let momentId: string;
let instanceId: string;
let staff: string;
let own: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world);
  staff = await login('practitioner');
  own = await loginResident('approved');
});

beforeEach(async () => {
  ({ instanceId } = await startedInstance(world, momentId));
});

const note = 'Återfall i höst, åter till vårdcentralen';
const end = (body: object = { reason: 'completed' }) =>
  world.call(endInstance, { params: { instanceId }, body, token: staff });
const maintain = () => world.call(enterMaintenance, { params: { instanceId }, token: staff });
const statistics = async () => {
  const sent = { ...at, token: await login('dataAdmin') };
  const shown = rows(await succeed(world, viewUnitStatistics, sent), 'rows');
  const { text } = await world.call(viewUnitStatistics, { ...sent, headers: { Accept: 'text/csv' } });
  return { json: shown.find((row) => row['momentId'] === momentId), csv: text };
};
const lastEntry = async () => (await world.activities()).at(-1);

describe('CARE-2 ending a moment', () => {
  it.each(endReason.options)('is done as %s, which staff see and the log has', async (reason) => {
    const { status, body } = await end({ reason, note });
    expect({ status, endedAt: body['endedAt'] }).toEqual({ status: 201, endedAt: expect.any(String) });
    expect(await lastEntry()).toMatchObject({
      ...{ activity: 'instance-ended', outcome: 'performed', patient: { personnummer: residents.approved } },
      resource: { instanceId, momentId, reason },
    });
    const { body: opened } = await world.call(openInstance, { params: { instanceId }, token: staff });
    expect(opened).toMatchObject({
      state: 'ended',
      ending: { reason, note, by: hsaIdOf('practitioner'), at: body['endedAt'] },
    });
  });

  it('takes a reason, one of those there are, and no note beyond its length', async () => {
    for (const body of [{}, { reason: 'wrong-person' }, { reason: 'completed', note: 'x'.repeat(2001) }])
      expect((await end(body)).body.code).toBe('validation-failed');
    expect((await end()).status).toBe(201);
  });

  it('leaves the note out of the log, and of all that the resident is shown', async () => {
    await end({ reason: 'interrupted-by-staff', note });
    const answers = [
      await world.call(openMyInstance, { params: { instanceId }, token: own }),
      await world.call(listMyInstances, { token: own }),
    ];
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).not.toContain('vårdcentralen');
      expect(text).not.toContain('interrupted');
    }
    expect(JSON.stringify(await world.activities())).not.toContain('vårdcentralen');
  });

  it('is counted, and what runs for the resident is one fewer', async () => {
    const before = await statistics();
    const [was, others] = [before.json as { ended: number; ongoing: number }, before.csv];
    await end();
    const { json, csv } = await statistics();
    expect(json).toMatchObject({ ended: was.ended + 1, ongoing: was.ongoing - 1 });
    expect(csv).not.toBe(others);
    const looked = await world.call(lookUpResident, {
      ...{ ...at, body: { personnummer: residents.approved }, token: staff },
    });
    expect(rows(looked, 'running').map((one) => one['instanceId'])).not.toContain(instanceId);
    const practising = await world.runtime.stores.organisation.practising(
      hsaIdOf('practitioner'),
      units.care,
    );
    expect(practising?.value.running).toBe(rows(looked, 'running').length);
  });

  it('happens once: of five at once one ends it, and it is counted once', async () => {
    const before = (await statistics()).json as { ended: number };
    const all = await Promise.all(Array.from({ length: 5 }, () => end()));
    const came = all.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()).toSorted();
    expect(came).toEqual(['201', ...Array.from({ length: 4 }, () => '409 illegal-state')]);
    expect((await statistics()).json).toMatchObject({ ended: before.ended + 1 });
  });

  it('is refused by the write itself where somebody ends it between', async () => {
    let isEnded = false;
    const late = await world.call(
      enterMaintenance,
      { params: { instanceId }, token: staff },
      beforeWriting(async () => {
        if (isEnded) return;
        isEnded = true;
        expect((await end()).status).toBe(201);
      }),
    );
    expect(late.body.code).toBe('illegal-state');
    expect((await world.runtime.stores.instances.instance(instanceId))?.value.state).toBe('ended');
  });
});

describe('CARE-2 what has ended', () => {
  it('is read by the resident still, all of it, and that it has ended', async () => {
    await end();
    const query = { momentId, momentVersion: '1.0' };
    const readings = [
      await world.call(openMyInstance, { params: { instanceId }, token: own }),
      await world.call(openMyModule, { params: { instanceId, moduleId: 'start' }, query, token: own }),
      await world.call(openMyForm, { params: { instanceId, formId: 'phq-9' }, query, token: own }),
      await world.call(readMyMessages, { params: { instanceId }, token: own }),
    ];
    expect(readings.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(readings[0]?.body).toMatchObject({ state: 'ended', endedAt: expect.any(String) });
    const mine = rows(await world.call(listMyInstances, { token: own }), 'instances');
    expect(mine.find((one) => one['instanceId'] === instanceId)).toMatchObject({ state: 'ended' });
  });
});

describe('CARE-2 the maintenance phase', () => {
  it('is entered once, and ended from', async () => {
    expect((await maintain()).status).toBe(201);
    expect(await lastEntry()).toMatchObject({ activity: 'maintenance-entered', outcome: 'performed' });
    expect((await maintain()).body.code).toBe('illegal-state');
    expect((await end()).status).toBe(201);
    expect((await maintain()).body.code).toBe('illegal-state');
    expect((await end()).body.code).toBe('illegal-state');
  });

  it('is no end: what runs goes on running, and nothing is counted as ended', async () => {
    const before = await statistics();
    await maintain();
    expect(await statistics()).toEqual(before);
  });
});
