import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { undoStart } from '../../../functions/care/instances/undo-start.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { lookUpResident } from '../../../functions/people/look-up-resident.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  hsaIdOf,
  login,
  loginResident,
  registered,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { activeMoment, approvedResident, moodGiven, saving, succeed } from '../../support/story.ts';
import { rows, type Sent, World } from '../../support/world.ts';

const at = { params: { unitId: units.care } };
const resident = residents.approved;

let world: World;
let momentId: string;
let staff: string;
let own: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  for (const number of [resident, residents.protected]) await approvedResident(world, number);
  staff = await login('practitioner');
  own = await loginResident('approved');
});

beforeEach(async () => {
  momentId = await activeMoment(world);
});

const idOf = (number: string) => shownAt(world, units.care, number);
const starting = (more: object = { personnummer: resident }): Sent => ({
  ...at,
  body: { momentId, major: 1, practitioner: hsaIdOf('practitioner'), ...more },
  token: staff,
});
const start = (more?: object) => world.call(startInstance, starting(more));
const started = async (more?: object): Promise<string> =>
  (await succeed(world, startInstance, starting(more))).body['instanceId'] as string;
const undo = (instanceId: string, reason = 'wrong-person') =>
  world.call(undoStart, { params: { instanceId }, body: { reason }, token: staff });
const lookUp = async (body: object, token = staff) => world.call(lookUpResident, { ...at, body, token });
const lastEntry = async () => (await world.activities()).at(-1);
const running = async () => rows(await lookUp({ personnummer: resident }), 'running');

const shown = {
  approved: () => ({ protected: false, id: idOf(resident), personnummer: resident, name: 'Person 1990' }),
  protected: () => ({ protected: true, id: idOf(residents.protected) }),
};

describe('CARE-1 ID-9 who it is', () => {
  it('is shown before the start, changes nothing, and is an entry', async () => {
    const { status, body } = await lookUp({ personnummer: resident });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { resident: shown.approved(), approval: { state: 'approved' } },
    });
    expect(await lastEntry()).toMatchObject({
      ...{ activity: 'resident-looked-up', outcome: 'performed', unit: units.care },
      patient: { personnummer: resident },
    });
  });

  it('is shown after it, by name, or by id and label alone', async () => {
    expect((await start()).body['resident']).toEqual(shown.approved());
    expect((await start({ residentId: idOf(residents.protected) })).body['resident']).toEqual(
      shown.protected(),
    );
  });

  it('is asked anew where the same start is sent again: a name hidden since is hidden', async () => {
    const headers = { 'Idempotency-Key': 'start-and-hide' };
    const first = await world.call(startInstance, { ...starting(), headers });
    world.registers.persons.set(resident, registered(resident, { protected: true }));
    const again = await world.call(startInstance, { ...starting(), headers });
    world.registers.persons.set(resident, registered(resident));
    expect(first.body['resident']).toEqual(shown.approved());
    expect(again.body).toMatchObject({ instanceId: first.body['instanceId'] });
    expect(again.body['resident']).toEqual({ protected: true, id: idOf(resident) });
    const kept = JSON.stringify((await world.all('activities')).filter(({ type }) => type === 'Idempotency'));
    expect(kept).not.toContain('Person 1990');
  });

  it('is shown a practitioner of the unit’s own residents alone; who approves looks for somebody new', async () => {
    const body = { personnummer: residents.unapproved };
    expect((await lookUp(body)).body.code).toBe('resident-not-approved');
    const { body: found } = await lookUp(body, await login('residentAdmin'));
    expect(found).toMatchObject({ resident: { name: 'Person 1996' }, running: [] });
    expect(found).not.toHaveProperty('approval');
  });

  it('is shown, with what runs, where the unit is closed or the resident has died; nobody new is', async () => {
    const token = await login('residentAdmin');
    const instanceId = await started();
    const shownHere = { resident: shown.approved(), registeredInSweden: true };
    const unit = await world.runtime.stores.organisation.unit(units.care);
    await world.have(entities.unit, { ...found(unit).value, state: 'inactive' });
    const closed = await lookUp({ personnummer: resident }, token);
    const asNew = await lookUp({ personnummer: residents.unapproved }, token);
    await world.have(entities.unit, found(unit).value);
    expect(closed).toMatchObject({ status: 200, body: shownHere });
    expect(rows(closed, 'running').map((one) => one['instanceId'])).toContain(instanceId);
    expect(asNew.body.code).toBe('unit-inactive');
    const dead = { registeredInSweden: false, deceased: true };
    world.registers.persons.set(resident, registered(resident, dead));
    const looked = await lookUp({ personnummer: resident }, token);
    world.registers.persons.set(resident, registered(resident));
    expect(looked).toMatchObject({ status: 200, body: { ...shownHere, registeredInSweden: false } });
    expect(rows(looked, 'running').map((one) => one['instanceId'])).toContain(instanceId);
  });

  it('is told as the act would tell it where it cannot be done', async () => {
    const token = await login('residentAdmin');
    expect((await lookUp({ personnummer: residents.abroad }, token)).body.code).toBe(
      'resident-not-registered',
    );
    expect((await lookUp({ personnummer: '199005082393' }, token)).body.code).toBe(
      'identity-number-checksum',
    );
    expect((await lookUp({ residentId: idOf(residents.unapproved) }, token)).status).toBe(404);
  });
});

describe('CARE-1 the same moment on the same person twice', () => {
  it('is asked about first, with a code of its own, and started where that is confirmed', async () => {
    const first = await started();
    expect(await start()).toMatchObject({ status: 409, body: { code: 'moment-runs-already' } });
    const second = await started({ personnummer: resident, confirmed: true });
    const ids = (await running()).map(({ instanceId }) => instanceId);
    expect(ids).toEqual(expect.arrayContaining([first, second]));
  });

  it('is asked about by the write itself: of five at once one is started', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => start()));
    const came = all.map(({ status, body }) => `${status} ${body.code ?? ''}`.trim()).toSorted();
    expect(came).toEqual(['201', ...Array.from({ length: 4 }, () => '409 moment-runs-already')]);
  });

  it('is not asked about for another moment, another person, or one that was undone', async () => {
    const first = await started();
    expect((await start({ personnummer: residents.protected })).status).toBe(201);
    await undo(first);
    expect((await start()).status).toBe(201);
    momentId = await activeMoment(world);
    expect((await start()).status).toBe(201);
  });

  it('is asked about still where one of two was undone', async () => {
    await started();
    await undo(await started({ personnummer: resident, confirmed: true }));
    expect((await start()).body.code).toBe('moment-runs-already');
  });
});

describe('CARE-1 a start on the wrong person', () => {
  const statistics = async () => {
    const token = await login('dataAdmin');
    const { body } = await succeed(world, viewUnitStatistics, { ...at, token });
    return (body['rows'] as { momentId: string; started: number }[]).find((row) => row.momentId === momentId);
  };

  it('is undone as if it had never begun: for the resident, in the statistics and in what runs', async () => {
    const instanceId = await started();
    expect((await statistics())?.started).toBe(1);
    expect((await undo(instanceId)).status).toBe(201);
    expect((await world.call(openMyInstance, { params: { instanceId }, token: own })).status).toBe(404);
    const mine = rows(await world.call(listMyInstances, { token: own }), 'instances');
    expect(mine.map((one) => one['instanceId'])).not.toContain(instanceId);
    expect((await statistics())?.started).toBe(0);
    expect((await running()).map((one) => one['instanceId'])).not.toContain(instanceId);
  });

  it('stands in the log with the reason, and is seen by staff', async () => {
    const instanceId = await started();
    await undo(instanceId, 'wrong-moment');
    expect(await lastEntry()).toMatchObject({
      ...{ activity: 'start-undone', outcome: 'performed', patient: { personnummer: resident } },
      resource: { instanceId, momentId, reason: 'wrong-moment' },
    });
    const { body } = await world.call(openInstance, { params: { instanceId }, token: staff });
    expect(body).toMatchObject({ state: 'ended', ending: { reason: 'wrong-moment' } });
  });

  it('is not undone twice', async () => {
    const instanceId = await started();
    await undo(instanceId);
    expect((await undo(instanceId)).body.code).toBe('illegal-state');
  });

  const query = () => ({ momentId, momentVersion: '1.0' });
  const form = (instanceId: string) => ({ instanceId, formId: 'phq-9' });
  const written = (answers: object) => ({
    body: moodGiven(momentId, answers),
    headers: { 'If-Match': '"0"' },
  });
  it.each<[string, UseCase, (instanceId: string) => Sent]>([
    ['opened it', openMyInstance, (instanceId) => ({ params: { instanceId } })],
    [
      'read a module',
      openMyModule,
      (instanceId) => ({ params: { instanceId, moduleId: 'start' }, query: query() }),
    ],
    ['opened a form', openMyForm, (instanceId) => ({ params: form(instanceId), query: query() })],
    ['read the messages', readMyMessages, (instanceId) => ({ params: { instanceId } })],
    ['saved answers', saveAnswers, (instanceId) => ({ params: form(instanceId), ...saving(written({})) })],
    ['submitted a form', submitForm, (instanceId) => ({ params: form(instanceId), ...written(moodAnswers) })],
  ])('is not undone once the resident has %s', async (_, useCase, sent) => {
    const instanceId = await started();
    await succeed(world, useCase, { ...sent(instanceId), token: own });
    expect(await undo(instanceId)).toMatchObject({ status: 409, body: { code: 'resident-has-opened' } });
    expect((await world.call(openMyInstance, { params: { instanceId }, token: own })).status).toBe(200);
  });

  it('is not undone where the resident opens it between the reading and the writing', async () => {
    const instanceId = await started();
    const undone = await world.call(
      undoStart,
      { params: { instanceId }, body: { reason: 'wrong-person' }, token: staff },
      {
        before: async ({ command }) => {
          if (command === 'TransactWriteItemsCommand')
            await succeed(world, openMyInstance, { params: { instanceId }, token: own });
        },
      },
    );
    expect(undone.body.code).toBe('resident-has-opened');
  });

  it('shows nothing to the resident who opens it in the moment it is undone', async () => {
    const instanceId = await started();
    let isUndone = false;
    const opened = await world.call(
      openMyInstance,
      { params: { instanceId }, token: own },
      {
        before: async ({ command }) => {
          if (command !== 'TransactWriteItemsCommand' || isUndone) return;
          isUndone = true;
          expect((await undo(instanceId)).status).toBe(201);
        },
      },
    );
    expect(opened).toMatchObject({ status: 409, body: { code: 'illegal-state' } });
    expect(JSON.stringify(opened.body)).not.toContain(momentId);
  });

  it('is written down at the first look alone', async () => {
    const instanceId = await started();
    const look = () => world.call(openMyInstance, { params: { instanceId }, token: own });
    const writes = async () => (await look()).calls.filter(({ command }) => command.includes('Transact'));
    expect([(await writes()).length, (await writes()).length]).toEqual([1, 0]);
  });
});

describe('ID-3 the practitioner named', () => {
  const hsaId = hsaIdOf('practitioner');
  const known = () => {
    const one = world.registers.staff.get(hsaId);
    if (!one) throw new Error('not in the directory');
    return one;
  };

  it.each([
    ['none', []],
    ['none on that unit', [{ unit: units.otherCare }]],
    ['one that has ended', [{ unit: units.care, validTo: '2021-01-01T00:00:00Z' }]],
    ['one that has not begun', [{ unit: units.care, validFrom: '2099-01-01T00:00:00Z' }]],
  ])('must be able to open it: of their commissions %s', async (_, commissions) => {
    const before = known();
    const common = { hsaId: `${hsaId}C9`, provider: 'TST5565594230-1000', purpose: 'Vård och behandling' };
    world.registers.staff.set(hsaId, {
      ...before,
      commissions: commissions.map((one) => ({ ...common, ...one })),
    });
    world.startAnew();
    const token = await login('residentAdmin');
    const refused = await world.call(startInstance, { ...starting(), token });
    world.registers.staff.set(hsaId, before);
    world.startAnew();
    expect(refused).toMatchObject({ status: 409, body: { code: 'practitioner-without-commission' } });
    expect((await start()).status).toBe(201);
  });

  it('holds at once when it is given in HSA, for who starts and for who opens', async () => {
    const before = known();
    world.registers.staff.set(hsaId, { ...before, commissions: [] });
    world.startAnew();
    const starts = { ...starting(), token: await login('residentAdmin') };
    const refused = await world.call(startInstance, starts);
    const barred = await world.call(startInstance, starting());
    world.registers.staff.set(hsaId, before);
    expect([refused.body.code, barred.body.code]).toEqual([
      'practitioner-without-commission',
      'commission-missing',
    ]);
    const { status, body } = await world.call(startInstance, starts);
    expect(status).toBe(201);
    const params = { instanceId: String(body['instanceId']) };
    expect((await world.call(openInstance, { params, token: staff })).status).toBe(200);
  });
});

describe('CARE-1 what a start costs', () => {
  it('is two round trips, and nine items with the entry', async () => {
    const { calls } = await start();
    const [write] = calls.filter(({ command }) => command === 'TransactWriteItemsCommand');
    expect(write?.uses).toHaveLength(9);
  });
});
