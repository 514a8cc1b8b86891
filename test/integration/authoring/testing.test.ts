import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { saveTestAnswers } from '../../../functions/authoring/tests/save-test-answers.ts';
import { submitTestForm } from '../../../functions/authoring/tests/submit-test-form.ts';
import { viewTestAsResident } from '../../../functions/authoring/tests/view-test-as-resident.ts';
import { viewTestAsStaff } from '../../../functions/authoring/tests/view-test-as-staff.ts';
import { viewTestForm } from '../../../functions/authoring/tests/view-test-form.ts';
import { viewTestModule } from '../../../functions/authoring/tests/view-test-module.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { moodAnswers, moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { residentViewShape, staffViewShape } from '../../../shared/contract/shown-moment.ts';
import { tabSample } from '../../../shared/domain/form/form-samples.ts';
import { Desk, says } from '../../support/editing.ts';
import { login, loginResident, provider, seedPeople } from '../../support/people.ts';
import {
  activatedOn,
  approvedBy,
  approvedResident,
  moodFormVersion,
  moodGiven,
  publishedWith,
  savedMoment,
  startedInstance,
  startedTest,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let desk: Desk;
let testId: string;
let etag: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

beforeEach(async () => {
  const moment = await savedMoment(world);
  const { momentId } = moment.params;
  etag = moment.etag;
  desk = new Desk(world, momentId, await login('designer'));
  testId = await startedTest(world, 'designer', momentId);
});

const mood = () => ({ params: { testId, formId: 'phq-9' } });
const given = (changes: object, formVersion = moodFormVersion) => ({ body: { formVersion, changes } });
const saved = (base: number, changes: object, formVersion = moodFormVersion) => ({
  body: { formVersion, changes, session: crypto.randomUUID(), base },
});
const save = (base: number, changes: object) =>
  desk.try(saveTestAnswers, { ...mood(), ...saved(base, changes) });
const submit = (version: string, answers: object, formVersion?: string) =>
  desk.try(submitTestForm, { ...mood(), ...given(answers, formVersion), etag: version });
const asResident = async () => (await desk.do(viewTestAsResident, { params: { testId } })).body;
const asStaff = async () => (await desk.do(viewTestAsStaff, { params: { testId } })).body;

const pick = (body: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
const half = Object.fromEntries(Object.entries(moodAnswers).slice(0, 5));

describe('AUT-6 a draft is shown to who tests it', () => {
  it('exactly as what it becomes is shown to residents and staff, and scored alike', async () => {
    await submit('"0"', moodAnswers);
    const tried = {
      resident: pick(await asResident(), Object.keys(residentViewShape)),
      staff: pick(await asStaff(), Object.keys(staffViewShape)),
      module: (await desk.do(viewTestModule, { params: { testId, moduleId: 'start' } })).body,
      form: pick((await desk.do(viewTestForm, mood())).body, ['form', 'formVersion', 'etag']),
      results: (await asStaff())['results'],
    };

    await publishedWith(world, desk.momentId, { ...moodProgramme, title: 'Annan titel' }, [provider]);
    await activatedOn(world, desk.momentId);
    await approvedResident(world);
    const { instanceId } = await startedInstance(world, desk.momentId);
    const [resident, staff] = [await loginResident('approved'), await login('practitioner')];
    const params = { instanceId };
    const query = { momentId: desk.momentId, momentVersion: '1.0' };
    await succeed(world, submitForm, {
      params: { instanceId, formId: 'phq-9' },
      body: moodGiven(desk.momentId, moodAnswers),
      token: resident,
      headers: { 'If-Match': '"0"' },
    });
    const opened = await succeed(world, openMyInstance, { params, token: resident });
    const seen = await succeed(world, openInstance, { params, token: staff });
    const reading = { query, token: resident };
    const module = { ...reading, params: { instanceId, moduleId: 'start' } };
    const form = { ...reading, params: { instanceId, formId: 'phq-9' } };
    const results = await succeed(world, viewResults, { params, token: staff });
    const undated = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/"[^"]{19}\.\d{3}Z"/g, '"then"'));
    expect(undated({ ...tried.resident, title: 'Annan titel' })).toEqual(
      undated(pick(opened.body, Object.keys(residentViewShape))),
    );
    expect(undated({ ...tried.staff, title: 'Annan titel' })).toEqual(
      undated(pick(seen.body, Object.keys(staffViewShape))),
    );
    expect(tried.module).toEqual((await succeed(world, openMyModule, module)).body);
    expect(tried.form).toEqual(
      pick((await succeed(world, openMyForm, form)).body, ['form', 'formVersion', 'etag']),
    );
    // In a test nobody acts for anybody, and the answers stand under submissions alone.
    const withoutWriters = rows(results, 'results').map(
      ({ writtenBy: _, answers: __, formVersion: ___, ...row }) => row,
    );
    expect(undated(tried.results)).toEqual(undated(withoutWriters));
  });

  it('as it is now, and tells whether that is what it was when the test began', async () => {
    expect(await asResident()).toMatchObject({ current: true, modules: [{ title: 'Kom igång' }, {}] });
    await desk.step('start', 'start-why', says('annat'));
    expect(await asResident()).toMatchObject({ current: false });
    const { body } = await desk.do(viewTestModule, { params: { testId, moduleId: 'start' } });
    expect(JSON.stringify(body)).toContain('Om annat');
  });

  it('also while it lies with the publisher', async () => {
    const moment = { params: { momentId: desk.momentId }, etag };
    const tested = await approvedBy(world, 'practitioner', await approvedBy(world, 'designer', moment));
    await desk.do(exportToPublisher, { etag: tested.etag });
    testId = await startedTest(world, 'practitioner', desk.momentId);
    expect((await submit('"0"', moodAnswers)).status).toBe(201);
    expect(await asStaff()).toMatchObject({ current: true, results: [{ score: 11 }] });
  });

  it('and not by the id of another moment’s test', async () => {
    const other = await savedMoment(world);
    const elsewhere = new Desk(world, other.params.momentId, await login('designer'));
    const params = { testId };
    for (const useCase of [viewTestAsResident, viewTestAsStaff])
      expect((await elsewhere.try(useCase, { params })).status).toBe(404);
    const answering = { ...given(moodAnswers), etag: '"0"', params: { ...params, formId: 'phq-9' } };
    expect((await elsewhere.try(submitTestForm, answering)).status).toBe(404);
  });
});

describe('AUT-6 CARE-7 a test resident answers by the rules of care', () => {
  it('a draft of answers is theirs; staff see what is submitted, and the latest', async () => {
    await save(0, half);
    expect(await asResident()).toMatchObject({
      forms: [{ etag: '"1"', draftSavedAt: expect.any(String) }],
      progress: { formsSubmitted: 0, forms: 1 },
    });
    expect((await desk.do(viewTestForm, mood())).body).toMatchObject({
      draft: { answers: half },
      etag: '"1"',
    });
    expect(await asStaff()).toMatchObject({ submissions: [], results: [] });
    await submit('"1"', moodAnswers);
    await save(2, { 'phq-1': 'not-at-all' });
    expect(await asStaff()).toMatchObject({ submissions: [{ formId: 'phq-9', answers: moodAnswers }] });
    expect(JSON.stringify(await asStaff())).not.toContain('draft');
  });

  it('every submission has its score, band and flags, newest first', async () => {
    await submit('"0"', moodAnswers);
    await submit('"1"', { ...moodAnswers, 'phq-2': 'not-at-all', 'phq-9': 'not-at-all' });
    expect((await asStaff())['results']).toMatchObject([
      { formId: 'phq-9', score: 7, band: 'Lindrig depression', flags: [] },
      {
        formId: 'phq-9',
        score: 11,
        band: 'Måttlig depression',
        flags: [{ flagId: 'self-harm', level: 'urgent' }],
      },
    ]);
  });

  it('no one overwrites another silently', async () => {
    const theirs = { 'phq-1': 'not-at-all' };
    await save(0, theirs);
    const second = await save(0, { 'phq-1': 'several-days', 'phq-2': 'several-days' });
    const [theirsAt, by] = [expect.any(String), 'self'];
    const conflicts = [{ questionId: 'phq-1', theirs: 'not-at-all', yours: 'several-days', theirsAt, by }];
    expect(second).toMatchObject({ status: 200, body: { version: 2, conflicts } });
    expect((await desk.do(viewTestForm, mood())).body).toMatchObject({
      draft: { answers: { ...theirs, 'phq-2': 'several-days' } },
      conflicts: [{ theirs: 'several-days', yours: 'not-at-all' }],
    });
    expect((await submit('"2"', {})).body).toMatchObject({ code: 'answers-in-conflict' });
    expect((await submit('"2"', moodAnswers)).status).toBe(201);
  });

  it('what does not fit is listed whole, and kept nowhere', async () => {
    const { status, body } = await submit('"0"', { 'phq-1': 'often', 'phq-99': 'x' });
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toContain('/body/changes/phq-99');
    expect(await asResident()).toMatchObject({ forms: [{ etag: '"0"' }] });
  });

  it('a form that has been changed meanwhile is opened again first', async () => {
    const { etag: before } = await desk.form('phq-9');
    const reworded = { ...phq9, title: 'PHQ-9, omskriven' };
    await desk.do(saveForm, { params: { formId: 'phq-9' }, body: { form: reworded }, etag: before });
    expect((await submit('"0"', moodAnswers)).body.code).toBe('form-version-mismatch');
    const { version } = await desk.form('phq-9');
    expect((await submit('"0"', moodAnswers, version)).status).toBe(201);
  });

  it('a form with a page an occasion is answered page by page (CARE-6)', async () => {
    await desk.newForm(tabSample);
    const { version } = await desk.form('exercise');
    const formed = { params: { testId, formId: 'exercise' } };
    const done = { 'done-on': '2026-11-23' };
    const saving = { ...formed, ...saved(0, done, version) };
    expect((await desk.try(saveTestAnswers, saving)).body.code).toBe('page-unfit');
    await desk.do(saveTestAnswers, { ...saving, query: { page: '1' } });
    expect((await desk.do(viewTestForm, { ...formed, query: { page: '2' } })).body).not.toHaveProperty(
      'draft',
    );
    expect((await desk.do(viewTestForm, { ...formed, query: { page: '1' } })).body).toMatchObject({
      draft: { answers: done },
    });
    const submitting = { ...formed, query: { page: '2' }, ...given(done, version), etag: '"0"' };
    await desk.do(submitTestForm, submitting);
    expect(await asStaff()).toMatchObject({
      submissions: [{ formId: 'exercise', page: '2', answers: done }],
      results: [{ page: '2' }],
    });
  });
});
