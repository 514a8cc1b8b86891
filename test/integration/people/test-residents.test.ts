import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openModule } from '../../../functions/care/instances/open-module.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { listUnitInstances } from '../../../functions/care/lists/list-unit-instances.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { viewProviderStatistics } from '../../../functions/organisation/view-provider-statistics.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { listApprovals } from '../../../functions/people/list-approvals.ts';
import { listMyUnits } from '../../../functions/people/list-my-units.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { found } from '../../../shared/domain/found.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import {
  anApproval,
  given,
  hsaIdOf,
  login,
  loginResident,
  provider,
  registered,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { activatedOn, moodGiven, publishedMoment, type Running, succeed } from '../../support/story.ts';
import { staffToken } from '../../support/tokens.ts';
import { loginTeacher, practice, seedTeacher, teacher } from '../../support/training.ts';
import { rows, type Sent, World } from '../../support/world.ts';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await seedTeacher(world);
  const momentId = await publishedMoment(world);
  await activatedOn(world, momentId);
  running = await practice(world, momentId);
});

const inInstance = (more: Sent = {}): Sent => ({
  ...more,
  params: { instanceId: running.instanceId, ...more.params },
});
const shownVersion = () => ({ momentId: running.momentId, momentVersion: '1.0' });
const asResident = async (more: Sent = {}) => inInstance({ token: await loginResident('test'), ...more });
const asTeacher = async (more: Sent = {}) => inInstance({ token: await loginTeacher(), ...more });

describe('ID-12 ORG-5 a whole treatment practised at a training unit', () => {
  it('is met by the test resident, who logs in, reads and answers like anybody', async () => {
    const list = await succeed(world, listMyInstances, { token: await loginResident('test') });
    expect(rows(list, 'instances').map(({ instanceId }) => instanceId)).toEqual([running.instanceId]);
    const opened = await succeed(world, openMyInstance, await asResident());
    expect(opened.body).toMatchObject({ state: 'active', unit: units.training });
    const query = shownVersion();
    await succeed(world, openMyModule, await asResident({ params: { moduleId: 'start' }, query }));
    const form = await succeed(world, openMyForm, await asResident({ params: { formId: 'phq-9' }, query }));
    await succeed(
      world,
      submitForm,
      await asResident({
        params: { formId: 'phq-9' },
        body: moodGiven(running.momentId, moodAnswers),
        headers: { 'If-Match': form.body['etag'] as string },
      }),
    );
  });

  it('is followed by the staff, who are told that it is practice', async () => {
    const opened = await succeed(world, openInstance, await asTeacher());
    expect(opened.body).toMatchObject({ test: true, practitioner: teacher });
    const query = shownVersion();
    await succeed(world, openModule, await asTeacher({ params: { moduleId: 'start' }, query }));
    const read = await succeed(world, readForm, await asTeacher({ params: { formId: 'phq-9' } }));
    expect(read.body['answers']).toEqual(moodAnswers);
    const results = await succeed(world, viewResults, await asTeacher());
    expect(rows(results, 'results')).toMatchObject([{ score: 11, band: 'Måttlig depression' }]);
    await succeed(world, sendMessage, await asTeacher({ body: { text: 'Bra övat!' } }));
    const messages = await succeed(world, readMyMessages, await asResident());
    expect(rows(messages, 'messages')).toMatchObject([{ text: 'Bra övat!', author: 'Tea Lärare' }]);
    const approvals = await succeed(world, listApprovals, {
      ...{ params: { unitId: units.training }, token: await loginTeacher() },
    });
    expect(rows(approvals, 'approvals')).toMatchObject([{ resident: { personnummer: residents.test } }]);
    const list = await succeed(world, listUnitInstances, {
      ...{ params: { unitId: units.training }, token: await loginTeacher() },
    });
    expect(rows(list, 'instances')).toMatchObject([{ resident: { personnummer: residents.test } }]);
  });

  it('is in the log like everything that staff do', async () => {
    const about = (await world.activities()).filter(
      ({ unit, patient }) => unit === units.training && patient?.personnummer === residents.test,
    );
    expect(about.map(({ activity }) => activity)).toEqual(
      expect.arrayContaining(['resident-approved', 'instance-started', 'instance-opened', 'message-sent']),
    );
  });
});

/** A partition of these is a resident’s, or a unit’s: a training unit has test residents alone, and no other unit has any. */
const ofOneUnit = ['byResident', 'byUnit', 'byPractitioner', 'byParticipation'];

const head = () => keys.instance(running.instanceId);

describe('ID-12 nothing of a test resident', () => {
  it('stands in the statistics: no counter is written', async () => {
    const token = await login('careProviderAdmin');
    const ofUnit = { params: { unitId: units.training }, token };
    expect(rows(await succeed(world, viewUnitStatistics, ofUnit), 'rows')).toEqual([]);
    const ofProvider = { params: { providerId: provider }, token };
    expect(rows(await succeed(world, viewProviderStatistics, ofProvider), 'rows')).toEqual([]);
    const counted = (await world.all('organisation')).filter(({ type }) => type === 'Statistic');
    expect(counted).toEqual([]);
  });

  it('stands in any index from which care is listed, counted or reminded, made today or later', async () => {
    const indexes = inject('tables').find(({ table }) => table === 'instances')?.properties;
    const partitions = (indexes?.GlobalSecondaryIndexes ?? [])
      .filter(({ IndexName = '' }) => !ofOneUnit.includes(IndexName))
      .flatMap(({ KeySchema = [] }) => KeySchema.filter(({ KeyType }) => KeyType === 'HASH'))
      .map(({ AttributeName = '' }) => AttributeName);
    const care = partitions.filter((name) => !['pk', 'sk'].includes(name));
    expect(care).toContain('unseen');
    const theirs = (await world.all('instances')).filter(({ pk }) => pk === head().pk);
    expect(theirs.length).toBeGreaterThan(1);
    for (const item of theirs) expect(Object.keys(item).filter((name) => care.includes(name))).toEqual([]);
  });

  it('is listed at a unit of care, whatever was written there', async () => {
    const { value } = found(await world.runtime.stores.instances.instance(running.instanceId));
    const instanceId = crypto.randomUUID();
    await world.have(entities.instance, { ...value, instanceId, unit: units.care });
    const params = { unitId: units.care };
    const list = await succeed(world, listUnitInstances, { params, token: await login('residentAdmin') });
    expect(list.text).not.toContain(instanceId);
  });

  it('is told apart by chance: the head of the moment carries the mark', async () => {
    const item = (await world.all('instances')).find(({ sk, pk }) => pk === head().pk && sk === head().sk);
    expect(item).toMatchObject({ test: true });
  });
});

describe('ORG-5 ID-12 the units that residents are shown', () => {
  it.each(['approved', 'test'] as const)('are those of care alone: %s', async (name) => {
    const answer = await succeed(world, listMyUnits, { token: await loginResident(name) });
    expect(rows(answer, 'units').map(({ unitId }) => unitId)).toEqual([
      units.elsewhere,
      units.care,
      units.otherCare,
    ]);
  });
});

const approve = async (unitId: string, personnummer: string, token: string) => {
  const body = { personnummer, scope: 'support-and-treatment' };
  const answer = await world.call(approveResident, { params: { unitId }, body, token });
  return [answer.status, answer.body.code];
};
/** A resident administrator of a unit that has no residents. */
const loginAtPublisherUnit = async (): Promise<string> => {
  const commission = `${teacher}C2`;
  world.registers.staff.get(teacher)?.commissions.push({
    ...{ hsaId: commission, unit: units.publisher, provider, purpose: 'Vård och behandling' },
    validFrom: '2020-01-01T00:00:00Z',
  });
  await world.have(entities.roleAssignment, {
    ...{ staff: teacher, role: 'resident-admin', provider, unit: units.publisher, ...given },
  });
  world.startAnew();
  return staffToken({ hsaId: teacher, provider, commission });
};
const approvalAt = async (unitId: string, personnummer: string) =>
  world.runtime.stores.people.approval(unitId, shownAt(world, unitId, personnummer));

describe('ID-12 ORG-5 the register’s mark', () => {
  it('keeps test residents out of care', async () => {
    const refused = await approve(units.care, residents.test, await login('residentAdmin'));
    expect(refused).toEqual([422, 'test-resident-at-care-unit']);
    expect(await approvalAt(units.care, residents.test)).toBeUndefined();
  });

  it('keeps everybody else out of a training unit', async () => {
    const refused = await approve(units.training, residents.approved, await loginTeacher());
    expect(refused).toEqual([422, 'resident-at-training-unit']);
    expect(await approvalAt(units.training, residents.approved)).toBeUndefined();
  });

  it.each(['approved', 'test'] as const)('opens no publisher unit to anybody: %s', async (name) => {
    const refused = await approve(units.publisher, residents[name], await loginAtPublisherUnit());
    expect(refused).toEqual([409, 'unit-treats-nobody']);
    expect(await approvalAt(units.publisher, residents[name])).toBeUndefined();
  });

  it.each([
    ['test', units.care, 'test-resident-at-care-unit', () => login('practitioner'), hsaIdOf('practitioner')],
    ['approved', units.training, 'resident-at-training-unit', loginTeacher, teacher],
  ] as const)(
    'is asked again at the start, and an approval from before it opens nothing: %s',
    async (name, unitId, code, log, practitioner) => {
      const personnummer = residents[name];
      const approval = anApproval(world, personnummer, { unit: unitId });
      await world.have(entities.approval, approval);
      const before = await world.all('instances');
      const { status, body } = await world.call(startInstance, {
        params: { unitId },
        body: { personnummer, momentId: running.momentId, major: 1, practitioner },
        token: await log(),
      });
      expect([status, body.code]).toEqual([422, code]);
      expect(await world.all('instances')).toEqual(before);
      await world.lose(entities.approval, approval);
    },
  );

  it('is refused without an answer of the register, as everybody is', async () => {
    const known = registered(residents.test, { test: true });
    world.registers.persons.delete(residents.test);
    const refused = await approve(units.training, residents.test, await loginTeacher());
    expect(refused).toEqual([422, 'resident-not-registered']);
    world.registers.persons.set(residents.test, known);
  });
});

describe('ID-12 ID-7 a mandate', () => {
  it('opens nothing between a test resident and anybody else', async () => {
    const proxy = { key: world.personOf(residents.proxy).key, personnummer: residents.proxy };
    const mandate = {
      ...{
        mandateId: 'f0f0f0f0-0000-7000-8000-000000000001',
        resident: world.personOf(residents.test),
        proxy,
      },
      ...{ purposes: ['view' as const], validFrom: '2020-01-01T00:00:00.000Z' },
      ...{ validTo: '2099-01-01T00:00:00.000Z', answerBy: '2020-01-31T00:00:00.000Z' },
      state: 'accepted' as const,
    };
    await world.have(entities.mandate, mandate);
    const act = async () => {
      const sent = await asResident({ token: await loginResident('proxy') });
      return world.call(openMyInstance, { ...sent, headers: { 'Acting-For': residents.test } });
    };
    expect((await act()).body.code).toBe('representation-missing');
    world.registers.persons.set(residents.proxy, registered(residents.proxy, { test: true }));
    expect((await act()).status).toBe(200);
    world.registers.persons.set(residents.proxy, registered(residents.proxy));
  });
});
