import { beforeAll, describe, expect, it } from 'vitest';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { labelResident } from '../../../functions/people/label-resident.ts';
import { listApprovals } from '../../../functions/people/list-approvals.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { activeMoment, approvedResident, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const resident = residents.protected;

let world: World;
let momentId: string;
let token: string;
let residentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  token = await login('residentAdmin');
  residentId = shownAt(world, units.care, resident);
});

const params = { unitId: units.care };
const approve = (body: object) =>
  world.call(approveResident, { params, body: { scope: 'all-services', ...body }, token });
const label = (body: object, id = residentId, unitId: string = units.care) =>
  world.call(labelResident, { params: { unitId, residentId: id }, body, token });
const listed = async () => {
  const list = await succeed(world, listApprovals, { params, token });
  return rows(list, 'approvals').map((row) => row['resident']);
};
const start = () =>
  world.call(startInstance, {
    params,
    body: { residentId, momentId, major: 1, practitioner: hsaIdOf('practitioner'), confirmed: true },
    token,
  });

describe('ID-9 the unit’s own label', () => {
  it('is given at approval and shown wherever the unit’s staff are shown the resident, and to nobody else', async () => {
    const approved = await approve({ personnummer: resident, label: ' Blå  mappen\n' });
    const shown = { protected: true, id: residentId, label: 'Blå  mappen' };
    expect(approved.body['resident']).toEqual(shown);
    expect(await listed()).toContainEqual(shown);
    const { body } = await start();
    expect(body['resident']).toEqual(shown);
    const instanceId = { params: { instanceId: String(body['instanceId']) } };
    const opened = await succeed(world, openInstance, { ...instanceId, token: await login('practitioner') });
    expect(opened.body['resident']).toEqual(shown);
    const mine = await succeed(world, openMyInstance, {
      ...instanceId,
      token: await loginResident('protected'),
    });
    expect(JSON.stringify(mine.body)).not.toContain('Blå');
  });

  it('is changed and taken away, and stays where the scope alone is approved anew', async () => {
    await label({ label: 'Röda stugan' });
    await approve({ residentId, scope: 'support-and-treatment' });
    expect(await listed()).toContainEqual({ protected: true, id: residentId, label: 'Röda stugan' });
    await label({});
    expect(await listed()).toContainEqual({ protected: true, id: residentId });
    const entry = (await world.activities()).findLast(({ activity }) => activity === 'resident-labelled');
    expect(entry).toMatchObject({ unit: units.care, patient: { personnummer: resident } });
    expect(JSON.stringify(await world.activities())).not.toContain('Röda');
  });

  it.each(['Selma', 'fröken skyddad', 'SELMASKYDDAD', 'Sélma', '900509', 'nr 2383'])(
    'is no name and no number: %s',
    async (text) => {
      expect((await label({ label: text })).body.code).toBe('label-names-resident');
      expect((await approve({ personnummer: resident, label: text })).body.code).toBe('label-names-resident');
      expect(JSON.stringify(await listed())).not.toContain(text);
    },
  );

  it('is cleaned text of thirty characters at most', async () => {
    expect((await label({ label: 'a'.repeat(30) })).status).toBe(200);
    for (const text of ['a'.repeat(31), '', '\u202eabc'])
      expect(await label({ label: text })).toMatchObject({
        status: 400,
        body: { code: 'validation-failed' },
      });
  });

  it('is not set while nobody can say what the name is', async () => {
    world.registers.behave('error');
    expect((await label({ label: 'Gul' })).body.code).toBe('register-unavailable');
    world.registers.behave('well');
    world.startAnew();
  });

  it('is another unit’s business nowhere', async () => {
    expect((await label({ label: 'Gul' }, residentId, units.otherCare)).body.code).toBe('role-missing');
    const sent = { params: { unitId: units.elsewhere, residentId }, body: { label: 'Gul' } };
    const there = await world.call(labelResident, { ...sent, token: await loginElsewhere('residentAdmin') });
    expect(there.status).toBe(404);
  });
});

describe('ID-9 the id that lists show', () => {
  it('is what withdrawing, approving anew and starting take instead of the number', async () => {
    await approvedResident(world, resident);
    const running = { becomes: 'closed' };
    const sent = { params, body: { residentId, running }, token };
    expect((await world.call(withdrawApproval, sent)).status).toBe(201);
    expect((await start()).body.code).toBe('resident-not-approved');
    expect((await approve({ residentId })).status).toBe(201);
    expect((await start()).status).toBe(201);
    const last = (await world.activities()).at(-1);
    expect(last).toMatchObject({ activity: 'instance-started', patient: { personnummer: resident } });
  });

  it('means nobody on another unit, and nothing that was made up does', async () => {
    const elsewhere = shownAt(world, units.otherCare, resident);
    for (const id of [elsewhere, 'A'.repeat(22)]) {
      const sent = { params, body: { residentId: id }, token };
      expect((await world.call(withdrawApproval, sent)).status).toBe(404);
      expect((await label({ label: 'Gul' }, id)).status).toBe(404);
    }
  });

  it.each([
    ['both', () => ({ personnummer: resident, residentId })],
    ['neither', () => ({})],
  ])('stands alone: %s is refused, and told how to do it', async (_, naming) => {
    const { body } = await world.call(withdrawApproval, { params, body: naming(), token });
    expect(body).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/body', code: 'one-resident' }],
    });
  });
});
