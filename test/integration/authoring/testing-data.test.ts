import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeTests } from '../../../functions/authoring/tests/remove-tests.ts';
import { saveTestAnswers } from '../../../functions/authoring/tests/save-test-answers.ts';
import { startTest } from '../../../functions/authoring/tests/start-test.ts';
import { submitTestForm } from '../../../functions/authoring/tests/submit-test-form.ts';
import { viewTestAsResident } from '../../../functions/authoring/tests/view-test-as-resident.ts';
import { viewTestAsStaff } from '../../../functions/authoring/tests/view-test-as-staff.ts';
import { viewTestForm } from '../../../functions/authoring/tests/view-test-form.ts';
import { viewTestModule } from '../../../functions/authoring/tests/view-test-module.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { type Desk, fullDesk } from '../../support/editing.ts';
import { grantsIn } from '../../support/grants.ts';
import { seedPeople } from '../../support/people.ts';
import { moodFormVersion, startedTest } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let desk: Desk;
let testId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

beforeEach(async () => {
  desk = await fullDesk(world);
  testId = await startedTest(world, 'designer', desk.momentId);
});

const formOf = (test: string) => ({ params: { testId: test, formId: 'phq-9' } });
const body = { formVersion: moodFormVersion, changes: moodAnswers };
const screen = { session: crypto.randomUUID(), base: 0 };

const useAll = async (): Promise<void> => {
  await desk.do(viewTestAsResident, { params: { testId } });
  await desk.do(viewTestModule, { params: { testId, moduleId: 'start' } });
  await desk.do(viewTestForm, formOf(testId));
  await desk.do(saveTestAnswers, { ...formOf(testId), body: { ...body, ...screen } });
  await desk.do(submitTestForm, { ...formOf(testId), body, etag: '"1"' });
  await desk.do(viewTestAsStaff, { params: { testId } });
};

const testItems = async () =>
  (await desk.kept()).filter(({ type }) => type === 'TestRun' || type === 'TestForm');
const removeAll = async (sent: object = {}) => (await desk.do(removeTests, { body: sent })).body;

describe('AUT-6 test data never mixes with care data', () => {
  it('nothing of a test is in any table but the moments’, statistics among them', async () => {
    const elsewhere = async () => ({
      organisation: await world.all('organisation'),
      instances: await world.all('instances'),
      auditLog: await world.all('auditLog'),
    });
    const before = await elsewhere();
    await useAll();
    expect(await elsewhere()).toEqual(before);
    expect((await testItems()).map(({ type }) => type).toSorted()).toEqual(['TestForm', 'TestRun']);
  });

  it('a test resident is nobody: no number, no key, no patient in the log', async () => {
    await useAll();
    const kept = JSON.stringify(await testItems());
    expect(kept).not.toMatch(/personnummer|resident|(?<![0-9a-f-])\d{12}(?![0-9a-f-])/);
    const done = (await world.activities()).filter(({ resource }) => resource?.['testId'] === testId);
    expect(done.map(({ activity }) => activity)).toEqual([
      'test-started',
      'test-viewed',
      'test-viewed',
      'test-viewed',
      'test-answered',
      'test-answered',
      'test-viewed',
    ]);
    expect(done.filter(({ patient }) => patient !== undefined)).toEqual([]);
  });
});

it('SEC-5 every function of testing uses all that it is granted', async () => {
  await useAll();
  // What the pages before scored is read beside what tells that this form has none.
  await desk.try(submitTestForm, { ...formOf(testId), query: { page: '2026-11-20' }, body, etag: '"0"' });
  await removeAll({ testId });
  await removeAll();
  const views = [viewTestAsResident, viewTestAsStaff, viewTestForm, viewTestModule];
  const granted = [startTest, saveTestAnswers, submitTestForm, removeTests, ...views].flatMap(grantsIn);
  expect(granted.filter((grant) => !world.used.has(grant))).toEqual([]);
});

describe('AUT-6 test data is removed', () => {
  it('all of it, and of nothing else', async () => {
    await useAll();
    await startedTest(world, 'practitioner', desk.momentId);
    const others = (await desk.kept()).filter(({ type }) => type !== 'TestRun' && type !== 'TestForm');
    const neighbour = await fullDesk(world);
    await startedTest(world, 'designer', neighbour.momentId);
    expect(await removeAll()).toEqual({ removed: 3, left: false });
    expect((await desk.kept()).map(({ sk }) => sk)).toEqual(others.map(({ sk }) => sk));
    expect((await neighbour.kept()).some(({ type }) => type === 'TestRun')).toBe(true);
  });

  it('one test alone', async () => {
    await useAll();
    const other = await startedTest(world, 'practitioner', desk.momentId);
    expect(await removeAll({ testId })).toEqual({ removed: 2, left: false });
    expect(await testItems()).toMatchObject([{ testId: other }]);
    expect((await desk.try(removeTests, { body: { testId } })).status).toBe(404);
  });

  it.each([
    ['all tests', {}],
    ['one test', { testId: 'the one' }],
  ])('at most 90 items at a time, until nothing is left: %s', async (_, wanted) => {
    const { momentId } = desk;
    for (let at = 0; at < 100; at += 1)
      await world.have(entities.testForm, { momentId, testId, formId: `form-${at}`, results: [] });
    const sent = 'testId' in wanted ? { testId } : {};
    expect(await removeAll(sent)).toEqual({ removed: 90, left: true });
    expect(await removeAll(sent)).toEqual({ removed: 11, left: false });
    expect(await testItems()).toEqual([]);
  });

  it('for good: it is neither looked at nor answered afterwards', async () => {
    await removeAll();
    expect((await desk.try(viewTestAsResident, { params: { testId } })).status).toBe(404);
    const answering = { ...formOf(testId), body, etag: '"0"' };
    expect((await desk.try(submitTestForm, answering)).status).toBe(404);
  });

  it('and not brought back by who answers at that very moment', async () => {
    const answering = desk.sent({ ...formOf(testId), body, etag: '"0"' });
    const received = await world.call(submitTestForm, answering, {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await removeAll();
      },
    });
    expect(received).toMatchObject({ status: 409, body: { code: 'illegal-state' } });
    expect(await testItems()).toEqual([]);
  });

  it('nor begun on a moment that is deleted meanwhile', async () => {
    const head = await world.runtime.stores.moments.moment(desk.momentId);
    if (!head) throw new Error('no moment');
    const received = await world.call(startTest, desk.sent({}), {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand')
          await world.have(entities.moment, { ...head.value, state: 'deleted' }, head.version + 1);
      },
    });
    expect(received).toMatchObject({ status: 409, body: { code: 'illegal-state' } });
  });
});
