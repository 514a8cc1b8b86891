import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { lookUpResident } from '../../../functions/people/look-up-resident.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { daysAfter, swedishDate } from '../../../shared/domain/swedish-date.ts';
import { hsaIdOf, login, loginResident, residents, seedPeople, units } from '../../support/people.ts';
import {
  activeMoment,
  approvedResident,
  moodGiven,
  saving,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const params = { unitId: units.care };
const personnummer = residents.approved;
const today = swedishDate(new Date().toISOString());

let world: World;
let momentId: string;
let token: string;
let own: string;
let started: string[];

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  token = await login('residentAdmin');
  own = await loginResident('approved');
});

beforeEach(async () => {
  await approvedResident(world);
  started = [];
  for (let at = 0; at < 2; at += 1) started.push((await startedInstance(world, momentId)).instanceId);
});

const withdraw = (more: object = {}) =>
  world.call(withdrawApproval, { params, body: { personnummer, ...more }, token });
const becoming = (running: object) => withdraw({ running });
const openings = async () => {
  const ids = started.map((instanceId) => ({ params: { instanceId }, token: own }));
  const opened = await Promise.all(ids.map((sent) => world.call(openMyInstance, sent)));
  return opened.map(({ status }) => status);
};
const listed = async () => {
  const list = await succeed(world, listMyInstances, { token: own, query: { limit: '100' } });
  return rows(list, 'instances').filter(({ instanceId }) => started.includes(String(instanceId)));
};
const ended = async () => {
  const view = await succeed(world, viewUnitStatistics, { params, token: await login('dataAdmin') });
  return (view.body['rows'] as { momentId: string; ended: number }[]).find((row) => row.momentId === momentId)
    ?.ended;
};
const practising = async () =>
  (await world.runtime.stores.organisation.practising(hsaIdOf('practitioner'), units.care))?.value.running;

describe('CARE-1 withdrawing an approval', () => {
  it('says how many moments run and which, and does nothing before it is said what becomes of them', async () => {
    const { status, body } = await withdraw();
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'moments-running' });
    expect(body.errors).toHaveLength(2);
    for (const instanceId of started) expect(JSON.stringify(body.errors)).toContain(instanceId);
    expect(body.errors?.[0]).toMatchObject({ pointer: '/body/running', code: 'moment-runs' });
    const looked = await succeed(world, lookUpResident, { params, body: { personnummer }, token });
    expect(looked.body).toMatchObject({ approval: { state: 'approved' } });
    expect(rows(looked, 'running').map(({ instanceId }) => instanceId)).toEqual(started);
    await becoming({ becomes: 'closed' });
  });

  it('closes them to the resident at once, and the log says which', async () => {
    const [before, with_] = [(await ended()) ?? 0, (await practising()) ?? 0];
    const { status, body } = await becoming({ becomes: 'closed' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'withdrawn', ended: started.map((instanceId) => ({ instanceId })) });
    expect(await openings()).toEqual([404, 404]);
    expect(await listed()).toEqual([]);
    expect(await ended()).toBe(before + 2);
    expect(await practising()).toBe(with_ - 2);
    const entry = (await world.activities()).findLast(({ activity }) => activity === 'approval-withdrawn');
    expect(entry).toMatchObject({ outcome: 'performed', resource: { ended: started.join(' ') } });
    const seen = await succeed(world, openInstance, {
      params: { instanceId: started[0] ?? '' },
      token: await login('practitioner'),
    });
    expect(seen.body).toMatchObject({ state: 'ended', ending: { reason: 'approval-withdrawn' } });
  });

  it('lets the resident read them to the end of a day, and nobody write', async () => {
    expect((await becoming({ becomes: 'readable', until: daysAfter(today, 1) })).status).toBe(201);
    expect(await openings()).toEqual([200, 200]);
    const instanceId = started[0] ?? '';
    // They are told how long.
    const readableUntil = daysAfter(today, 1);
    const mine = await succeed(world, openMyInstance, { params: { instanceId }, token: own });
    expect(mine.body).toMatchObject({ state: 'ended', readableUntil });
    expect((await listed()).map((one) => one['readableUntil'])).toEqual([readableUntil, readableUntil]);
    const sent = { params: { instanceId, formId: 'phq-9' }, body: moodGiven(momentId, {}), token: own };
    const answered = await world.call(saveAnswers, saving(sent));
    const message = { params: { instanceId }, body: { text: 'Hej' }, token: await login('practitioner') };
    expect(answered.body.code).toBe('illegal-state');
    expect((await world.call(sendMessage, message)).body.code).toBe('illegal-state');
    world.now = () => new Date(Date.now() + 2 * 86_400_000);
    try {
      expect(await openings()).toEqual([404, 404]);
      expect(await listed()).toEqual([]);
    } finally {
      world.now = () => new Date();
    }
  });

  it.each([
    ['yesterday', -1],
    ['in more than a year', 366],
  ])('takes no day that is %s', async (_, days) => {
    const { body } = await becoming({ becomes: 'readable', until: daysAfter(today, days) });
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/body/running/until' }] });
    expect(await openings()).toEqual([200, 200]);
    await becoming({ becomes: 'closed' });
  });

  it('asks nothing where nothing runs', async () => {
    await becoming({ becomes: 'closed' });
    await approvedResident(world);
    expect((await withdraw()).body).toEqual({ state: 'withdrawn', ended: [] });
  });

  it('leaves nothing out that is started between the reading and the writing', async () => {
    let isStarted = false;
    const withdrawn = await world.call(
      withdrawApproval,
      { params, body: { personnummer, running: { becomes: 'closed' } }, token },
      {
        before: async ({ command }) => {
          if (command !== 'TransactWriteItemsCommand' || isStarted) return;
          isStarted = true;
          started.push((await startedInstance(world, momentId)).instanceId);
        },
      },
    );
    expect(withdrawn.body.code).toBe('version-mismatch');
    expect(await openings()).toEqual([200, 200, 200]);
    expect(rows(await becoming({ becomes: 'closed' }), 'ended')).toHaveLength(3);
  });
});
