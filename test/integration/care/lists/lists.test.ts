import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { endInstance } from '../../../../functions/care/instances/end-instance.ts';
import { undoStart } from '../../../../functions/care/instances/undo-start.ts';
import { findResidentInstances } from '../../../../functions/care/lists/find-resident-instances.ts';
import { listParticipations } from '../../../../functions/care/lists/list-participations.ts';
import { listPractitionerInstances } from '../../../../functions/care/lists/list-practitioner-instances.ts';
import { listUnitInstances } from '../../../../functions/care/lists/list-unit-instances.ts';
import { listUnitPractitioners } from '../../../../functions/care/lists/list-unit-practitioners.ts';
import { readMessages } from '../../../../functions/care/messages/read-messages.ts';
import { sendMyMessage } from '../../../../functions/care/messages/send-my-message.ts';
import { addParticipant } from '../../../../functions/care/participants/add-participant.ts';
import { openWithReason } from '../../../../functions/care/participants/open-with-reason.ts';
import { giveUnitRole } from '../../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../../functions/staffing/withdraw-unit-role.ts';
import { attentionOf } from '../../../../shared/domain/care/attention.ts';
import { entities } from '../../../../shared/persistence/entities.ts';
import {
  anApproval,
  hsaIdOf,
  login,
  loginResident,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../../support/people.ts';
import { runs } from '../../../support/property-runs.ts';
import { type Running, runningInstance, startedInstance, succeed } from '../../../support/story.ts';
import { rows, World } from '../../../support/world.ts';
import { haveLike } from './listed.ts';

let world: World;
let running: Running;
let practitioner: string;
let administrator: string;
const params = { unitId: units.care };
const begun = '2026-11-01T08:00:00.000Z';

beforeEach(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  practitioner = await login('practitioner');
  administrator = await login('residentAdmin');
});

type Query = Record<string, string>;
const mine = (query: Query = {}) =>
  succeed(world, listPractitionerInstances, { params, query, token: practitioner });
const ofUnit = (query: Query = {}, token = administrator) =>
  succeed(world, listUnitInstances, { params, query, token });
const idsIn = (list: Awaited<ReturnType<typeof mine>>) =>
  rows(list, 'instances').map(({ instanceId }) => instanceId);
const all = async (list: typeof ofUnit, query: Query = {}) => {
  const found: unknown[] = [];
  for (let next: string | undefined, first = true; first || next; first = false) {
    const page = await list({ ...query, ...(next ? { cursor: next } : {}) });
    found.push(...idsIn(page));
    next = page.body['next'] as string | undefined;
  }
  return found;
};
const write = async () =>
  succeed(world, sendMyMessage, {
    params: { instanceId: running.instanceId },
    body: { text: 'Hej' },
    token: await loginResident('approved'),
  });
const withdraw = async (staff: string) =>
  succeed(world, withdrawUnitRole, {
    params,
    body: { staff, role: 'practitioner' },
    token: await login('authorizationAdmin'),
  });

const waiting = fc.record({
  ...{
    unreadFromResident: fc.nat({ max: 2 }),
    openFlags: fc.nat({ max: 2 }),
    urgentFlags: fc.nat({ max: 1 }),
  },
  minute: fc.integer({ min: 10, max: 59 }),
});

describe('CARE-14 the moments of a practitioner and of a unit', () => {
  it('come with what presses first, since longest, page by page, whatever waits in them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(waiting, { minLength: 1, maxLength: 12, selector: ({ minute }) => minute }),
        fc.integer({ min: 1, max: 5 }),
        async (heads, limit) => {
          const unit = `TST5565594230-${crypto.randomUUID()}`;
          const made = heads.map(({ minute, ...counts }) => {
            const at = `2026-11-20T10:${minute}:00.000Z`;
            const times = { oldestUnreadAt: at, oldestFlagAt: at, oldestUrgentAt: at, startedAt: at };
            return { ...counts, ...times, ...attentionOf({ ...counts, ...times }), unit };
          });
          const ids = await haveLike(world, running.instanceId, made);
          const expected = made
            .map(({ priority, since }, at) => ({ key: `${priority} ${since}`, id: ids[at] }))
            .toSorted((one, other) => (one.key < other.key ? -1 : 1))
            .map(({ id }) => id);
          const found: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await world.runtime.stores.instances.listed({
              ...{ unit, view: 'running', limit, cursor, isSearch: false },
              keeps: async () => () => true,
            });
            found.push(...page.items.map(({ instanceId }) => instanceId));
            cursor = page.next;
          } while (cursor !== undefined);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('show who it is, what waits and since when, and go back to their place once it is read', async () => {
    const [quiet] = await haveLike(world, running.instanceId, [{ startedAt: begun, since: begun }]);
    await write();
    const first = rows(await mine(), 'instances');
    expect(first).toMatchObject([
      {
        ...{ instanceId: running.instanceId, priority: 'unread', unreadFromResident: 1, attended: true },
        resident: { personnummer: residents.approved },
        practitioner: { staff: hsaIdOf('practitioner'), name: expect.any(String) },
        ...{ state: 'active', title: expect.any(String), categories: [] },
        lastResidentActivityAt: expect.any(String),
      },
      { instanceId: quiet, priority: 'quiet', since: begun },
    ]);
    await succeed(world, readMessages, {
      ...{ params: { instanceId: running.instanceId }, token: practitioner },
    });
    expect(idsIn(await mine())).toEqual([quiet, running.instanceId]);
    expect(idsIn(await ofUnit())).toEqual([quiet, running.instanceId]);
  });

  it('are as quickly told where there are hundreds: the first page has what presses, and the pages all of them', async () => {
    const many = await haveLike(
      world,
      running.instanceId,
      Array.from({ length: 300 }, () => ({ startedAt: begun, since: begun })),
    );
    await write();
    expect(rows(await mine({ limit: '5' }), 'instances')[0]).toMatchObject({ priority: 'unread' });
    const every = await all(mine, { limit: '100' });
    expect(every.toSorted()).toEqual([running.instanceId, ...many].toSorted());
  });

  it('are a practitioner’s own, and all of the unit’s for its practitioners and administrators', async () => {
    const staff = hsaIdOf('colleague');
    const [theirs] = await haveLike(world, running.instanceId, [{ practitioner: staff }]);
    await haveLike(world, running.instanceId, [{ unit: units.otherCare }]);
    expect(idsIn(await mine())).toEqual([running.instanceId]);
    const every = [running.instanceId, theirs].toSorted();
    for (const token of [administrator, practitioner])
      expect(idsIn(await ofUnit({}, token)).toSorted()).toEqual(every);
    expect(idsIn(await ofUnit({ practitioner: staff }))).toEqual([theirs]);
  });

  it('are those of one moment where that is asked for, page by page', async () => {
    const momentId = crypto.randomUUID();
    const wanted = await haveLike(
      world,
      running.instanceId,
      Array.from({ length: 7 }, (_, at) => ({ momentId, since: `2026-11-0${at + 1}T08:00:00.000Z` })),
    );
    await haveLike(world, running.instanceId, [{ since: begun }, { since: begun }]);
    expect(await all(ofUnit, { momentId, limit: '3' })).toEqual(wanted);
  });

  it('leave the lists of what runs when they end, and are found among what has ended, the last first', async () => {
    const [earlier] = await haveLike(world, running.instanceId, [
      { state: 'ended', priority: 'ended', since: begun },
    ]);
    const instance = { instanceId: running.instanceId };
    await succeed(world, endInstance, {
      params: instance,
      body: { reason: 'completed' },
      token: practitioner,
    });
    expect(idsIn(await mine())).toEqual([]);
    expect(idsIn(await ofUnit({ view: 'ended' }))).toEqual([running.instanceId, earlier]);
    expect(rows(await mine({ view: 'ended' }), 'instances')[0]).toMatchObject({ priority: 'ended' });
  });

  it('are in neither where their start was undone', async () => {
    const { instanceId } = await startedInstance(world, running.momentId);
    const sent = { params: { instanceId }, body: { reason: 'wrong-moment' }, token: practitioner };
    await succeed(world, undoStart, sent);
    for (const view of ['running', 'ended']) expect(idsIn(await ofUnit({ view }))).not.toContain(instanceId);
  });

  it('name in their entry everybody they show, and show who is protected by the unit’s label', async () => {
    const resident = world.personOf(residents.protected);
    await haveLike(world, running.instanceId, [{ resident }]);
    const residentId = shownAt(world, units.care, residents.protected);
    await world.have(entities.approval, anApproval(world, residents.protected, { label: 'Blå mappen' }));
    const list = await ofUnit();
    expect(rows(list, 'instances').map((row) => row['resident'])).toContainEqual({
      ...{ protected: true, id: residentId, label: 'Blå mappen' },
    });
    expect(list.text).not.toContain(residents.protected);
    const entry = (await world.activities()).at(-1);
    expect(entry).toMatchObject({ activity: 'instances-listed', outcome: 'performed' });
    expect(entry?.patients?.map(({ personnummer }) => personnummer).toSorted()).toEqual(
      [residents.approved, residents.protected].toSorted(),
    );
  });
});

describe('CARE-14 what lies with nobody', () => {
  it('is seen by the unit from the moment a role is withdrawn, alone or among the rest', async () => {
    const staff = hsaIdOf('practitioner');
    const [other] = await haveLike(world, running.instanceId, [{ practitioner: hsaIdOf('colleague') }]);
    expect(await ofUnit({ view: 'unattended' })).toMatchObject({
      body: { instances: [], withoutPractitioner: 0 },
    });
    await withdraw(staff);
    const list = await ofUnit();
    expect(list.body['withoutPractitioner']).toBe(1);
    const attended = rows(list, 'instances').map((row) => [row['instanceId'], row['attended']]);
    expect(attended.toSorted()).toEqual(
      [
        [other, true],
        [running.instanceId, false],
      ].toSorted(),
    );
    expect(idsIn(await ofUnit({ view: 'unattended' }))).toEqual([running.instanceId]);
    expect(idsIn(await ofUnit({ practitioner: staff }))).toEqual([running.instanceId]);
  });

  it('lies with them again where the role is given back', async () => {
    const staff = hsaIdOf('practitioner');
    await withdraw(staff);
    const body = { staff, role: 'practitioner' };
    await succeed(world, giveUnitRole, { params, body, token: await login('authorizationAdmin') });
    expect(rows(await ofUnit(), 'instances')).toMatchObject([{ attended: true }]);
    expect((await ofUnit()).body['withoutPractitioner']).toBe(0);
  });
});

describe('CARE-14 CARE-17 what somebody takes part in', () => {
  const taking =
    (query: Query = {}) =>
    async () =>
      succeed(world, listParticipations, { params, query, token: await login('colleague') });
  const add = (instanceId: string, more: object = {}) =>
    succeed(world, addParticipant, {
      ...{ params: { instanceId }, token: practitioner },
      body: { staff: hsaIdOf('colleague'), as: 'stand-in', ...more },
    });

  it('is listed with what presses first, until their time is over', async () => {
    const [pressing] = await haveLike(world, running.instanceId, [{ priority: '1', unreadFromResident: 1 }]);
    await add(running.instanceId, { until: new Date(Date.now() + 3_600_000).toISOString() });
    await add(String(pressing));
    expect(rows(await taking()(), 'instances')).toMatchObject([
      { instanceId: pressing, as: 'stand-in', priority: 'unread' },
      { instanceId: running.instanceId, practitioner: { staff: hsaIdOf('practitioner') } },
    ]);
    world.now = () => new Date(Date.now() + 7_200_000);
    expect(idsIn(await taking()())).toEqual([pressing]);
    expect((await world.activities()).at(-1)?.patients).toHaveLength(1);
  });

  it('is not what they stated a reason for', async () => {
    await succeed(world, openWithReason, {
      params: { instanceId: running.instanceId },
      ...{ body: { reason: { code: 'urgent-need' } }, token: await login('colleague') },
    });
    expect(idsIn(await taking()())).toEqual([]);
  });
});

describe('CARE-14 ID-9 what one resident has on a unit', () => {
  const find = (body: object) => world.call(findResidentInstances, { params, body, token: administrator });

  it('is found by number and by the id the unit knows them by, ended or not, and nothing of other units', async () => {
    const [ended] = await haveLike(world, running.instanceId, [
      { state: 'ended', priority: 'ended', startedAt: begun },
      { unit: units.otherCare },
    ]);
    const residentId = shownAt(world, units.care, residents.approved);
    for (const body of [{ personnummer: residents.approved }, { residentId }]) {
      const answer = await find(body);
      expect(answer.body).toMatchObject({ resident: { personnummer: residents.approved } });
      expect(idsIn(answer)).toEqual([running.instanceId, ended]);
    }
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'instances-listed', patient: { personnummer: residents.approved } },
    });
  });

  it('is nothing of somebody whom the unit never approved', async () => {
    expect(await find({ personnummer: residents.unapproved })).toMatchObject({ status: 404 });
  });
});

describe('CARE-14 the practitioners of a unit', () => {
  it('are listed with what runs and presses, first those who have left moments behind', async () => {
    const practitioners = async () =>
      rows(await succeed(world, listUnitPractitioners, { params, token: administrator }), 'practitioners');
    await write();
    await haveLike(world, running.instanceId, [{ priority: '0', urgentFlags: 1 }]);
    const staff = hsaIdOf('practitioner');
    const here = await practitioners();
    expect(here.find((one) => one['staff'] === staff)).toMatchObject({
      ...{ attended: true, running: 1, unread: 1, urgent: 1 },
    });
    expect(here.find((one) => one['staff'] === hsaIdOf('colleague'))).toMatchObject({
      running: 0,
      unread: 0,
    });
    await withdraw(staff);
    const [first, ...others] = await practitioners();
    expect(first).toMatchObject({ staff, attended: false, running: 1 });
    expect(others.map((one) => one['staff'])).not.toContain(staff);
    expect((await world.activities()).at(-1)).not.toHaveProperty('patients');
  });
});
