import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../../functions/care/answers/submit-form.ts';
import { openMyInstance } from '../../../../functions/care/instances/open-my-instance.ts';
import { createFormPages } from '../../../../functions/care/pages/create-form-pages.ts';
import { createMyPage } from '../../../../functions/care/pages/create-my-page.ts';
import { listFormPages } from '../../../../functions/care/pages/list-form-pages.ts';
import { listMyPages } from '../../../../functions/care/pages/list-my-pages.ts';
import { viewResults } from '../../../../functions/care/results/view-results.ts';
import { moodProgramme } from '../../../../infra/local/demo/facts/content.ts';
import { calendarSample, tabSample } from '../../../../shared/domain/form/form-samples.ts';
import { daysAfter, swedishDate } from '../../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../../shared/http/use-case.ts';
import { entities } from '../../../../shared/persistence/entities.ts';
import { login, loginResident, provider, seedPeople } from '../../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  newMoment,
  publishedWith,
  type Running,
  saving,
  startedInstance,
} from '../../../support/story.ts';
import { type Received, rows, World } from '../../../support/world.ts';

const [diary, exercise] = [calendarSample.formId, tabSample.formId];
const step = (formId: string) => ({
  stepId: `step-${formId}`,
  title: 'Varje gång',
  blocks: [{ type: 'form', formId }],
});
const section = (formId: string) => ({ sectionId: formId, title: 'Avsnitt', steps: [step(formId)] });
const programme = {
  ...moodProgramme,
  modules: [
    ...moodProgramme.modules,
    { moduleId: 'every-day', title: 'Varje dag', sections: [section(diary), section(exercise)] },
  ],
  forms: [...moodProgramme.forms, calendarSample, tabSample],
};

const today = swedishDate(new Date().toISOString());
const yesterday = daysAfter(today, -1);

let world: World;
let momentId: string;
let running: Running;
let resident: string;
let staff: string;
let versions: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  ({ momentId } = (await newMoment(world)).params);
  await publishedWith(world, momentId, programme, [provider]);
  await activatedOn(world, momentId);
  await approvedResident(world);
  [resident, staff] = [await loginResident('approved'), await login('practitioner')];
  const published = await world.runtime.stores.moments.version(momentId, '1.0');
  versions = new Map(published?.value.forms.map(({ formId, digest }) => [formId, digest]));
});

beforeEach(async () => {
  running = await startedInstance(world, momentId);
});

const version = () => ({ momentId, momentVersion: '1.0' });
const at = (formId: string, page?: string) => ({
  params: { instanceId: running.instanceId, formId },
  query: page === undefined ? {} : { page },
});
const writing = (formId: string, page: string | undefined, changes: object, etag: string) => ({
  ...at(formId, page),
  body: { ...version(), formVersion: versions.get(formId), changes },
  token: resident,
  headers: { 'If-Match': etag },
});
const save = (formId: string, page: string | undefined, changes: object, etag = '"0"') =>
  world.call(saveAnswers, saving(writing(formId, page, changes, etag)));
const submit = (formId: string, page: string, changes: object, etag: string) =>
  world.call(submitForm, writing(formId, page, changes, etag));
const open = async (formId: string, page: string) =>
  (
    await world.call(openMyForm, {
      params: at(formId).params,
      query: { ...version(), page },
      token: resident,
    })
  ).body;
const list = (useCase: UseCase, formId: string, token: string, query: Record<string, string> = {}) =>
  world.call(useCase, { params: at(formId).params, query, token });
const begin = (formId: string, body: object = {}) =>
  world.call(createMyPage, { params: at(formId).params, body: { ...version(), ...body }, token: resident });
const make = (formId: string, days: readonly string[], more: object = {}) =>
  world.call(createFormPages, {
    params: at(formId).params,
    body: { ...version(), days, ...more },
    token: staff,
  });
const pagesOf = (received: Received) => rows(received, 'pages').map(({ page }) => page);

const night = { bedtime: '22:30', 'hours-slept': 7 };

describe('CARE-6 a calendar form', () => {
  it('has a page a day, begun with its first answer, and each is kept by itself', async () => {
    await save(diary, yesterday, { bedtime: '23:30' });
    await save(diary, today, { bedtime: '22:30' });
    expect(await open(diary, yesterday)).toMatchObject({
      etag: '"1"',
      draft: { answers: { bedtime: '23:30' } },
    });
    expect(await open(diary, today)).toMatchObject({ draft: { answers: { bedtime: '22:30' } } });
    expect(pagesOf(await list(listMyPages, diary, resident))).toEqual([today, yesterday]);
  });

  it('keeps every occasion’s submission, result and conflict', async () => {
    for (const [page, hours] of [
      [yesterday, 5],
      [today, 8],
    ] as const) {
      await save(diary, page, night);
      expect((await submit(diary, page, { 'hours-slept': hours }, '"1"')).status).toBe(201);
    }
    const read = async (page: string) =>
      (await world.call(readForm, { ...at(diary, page), token: staff })).body['answers'];
    expect(await read(yesterday)).toMatchObject({ 'hours-slept': 5 });
    expect(await read(today)).toMatchObject({ 'hours-slept': 8 });
    const { instanceId } = running;
    const results = await world.call(viewResults, { params: { instanceId }, token: staff });
    expect(rows(results, 'results').map(({ page }) => page)).toEqual([today, yesterday]);
    await save(diary, today, { 'hours-slept': 6 }, '"2"');
    const conflicting = await save(diary, today, { 'hours-slept': 7 }, '"2"');
    expect(conflicting.body['conflicts']).toHaveLength(1);
    expect(await open(diary, yesterday)).toMatchObject({ conflicts: [] });
  });

  it('has one page a day, though two begin it at once', async () => {
    const begun = await Promise.all([begin(diary), begin(diary), begin(diary, { day: today })]);
    expect(begun.map(({ status, body }) => [status, body['page'], body['etag']])).toEqual(
      Array.from({ length: 3 }, () => [201, today, '"1"']),
    );
    await save(diary, today, night, '"1"');
    expect((await begin(diary)).body).toEqual({ page: today, etag: '"2"' });
    expect(await open(diary, today)).toMatchObject({ draft: { answers: night } });
  });

  it('has one page, though the first answers come from two screens at once', async () => {
    const saves = await Promise.all([
      save(diary, today, { bedtime: '22:30' }),
      save(diary, today, { 'hours-slept': 7 }),
    ]);
    expect(saves.map(({ status }) => status)).toEqual([200, 200]);
    expect(await open(diary, today)).toMatchObject({ draft: { answers: night } });
  });

  it.each([
    ['tomorrow', 1],
    ['a day long past', -32],
  ])('is not begun for %s', async (_, days) => {
    const day = daysAfter(today, days);
    expect(await save(diary, day, night)).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ pointer: '/query/page', code: 'page-day' }] },
    });
    expect((await begin(diary, { day })).body).toMatchObject({ errors: [{ pointer: '/body/day' }] });
    expect(pagesOf(await list(listMyPages, diary, resident))).toEqual([]);
  });
});

describe('CARE-6 a tab form', () => {
  it('has numbered pages, each with its own answers', async () => {
    expect((await begin(exercise)).body).toEqual({ page: '1', etag: '"1"' });
    expect((await begin(exercise)).body).toMatchObject({ page: '2' });
    await save(exercise, '1', { 'done-on': yesterday }, '"1"');
    await save(exercise, '2', { 'done-on': today }, '"1"');
    expect(await open(exercise, '1')).toMatchObject({ draft: { answers: { 'done-on': yesterday } } });
    expect(pagesOf(await list(listMyPages, exercise, resident))).toEqual(['2', '1']);
  });

  it('gives those who begin at once a page each', async () => {
    const begun = await Promise.all([begin(exercise), begin(exercise)]);
    expect(begun.map(({ body }) => body['page']).toSorted()).toEqual(['1', '2']);
  });

  it('is not answered at a page that nobody has begun', async () => {
    expect((await save(exercise, '1', {})).body.code).toBe('not-found');
  });
});

describe('CARE-5 CARE-6 a page', () => {
  it.each([
    ['an ordinary form', 'phq-9', today],
    ['an ordinary form', 'phq-9', '1'],
    ['a calendar form by a number', diary, '1'],
    ['a calendar form without one', diary, undefined],
    ['a tab form by a day', exercise, today],
    ['a tab form without one', exercise, undefined],
  ])('is not taken of %s', async (_, formId, page) => {
    expect((await save(formId, page, {})).body.code).toBe('page-unfit');
    if (page !== undefined) expect((await open(formId, page)).code).toBe('page-unfit');
  });

  it.each(['0', '01', '1000', '2026-02-30', 'constructor', '2026-11-2'])('is not called %s', async (page) => {
    expect((await save(diary, page, {})).body).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/query/page', code: 'page-form' }],
    });
  });

  it('of no kind is begun in an ordinary form', async () => {
    expect((await begin('phq-9')).body.code).toBe('page-unfit');
    expect((await make('phq-9', [today])).body.code).toBe('page-unfit');
    expect((await make(exercise, [today])).body.code).toBe('page-unfit');
    expect((await begin(exercise, { day: today })).body.code).toBe('page-unfit');
  });

  it('is no part of how far the resident has come, and weighs nothing when the moment is opened', async () => {
    await save(diary, today, night);
    await submit(diary, today, {}, '"1"');
    const { instanceId } = running;
    const { body } = await world.call(openMyInstance, { params: { instanceId }, token: resident });
    expect(body['progress']).toEqual({ formsSubmitted: 0, forms: 1 });
  });
});

describe('CARE-6 pages that staff make', () => {
  const tomorrow = daysAfter(today, 1);

  it('are empty, wait for the resident, and may be for days that come', async () => {
    expect((await make(diary, [today, tomorrow, tomorrow])).body).toEqual({ created: [today, tomorrow] });
    expect(rows(await list(listMyPages, diary, resident), 'pages')).toEqual([
      { page: tomorrow, etag: '"1"' },
      { page: today, etag: '"1"' },
    ]);
    expect(await save(diary, tomorrow, night, '"1"')).toMatchObject({ status: 200 });
  });

  it('leave what is there as it is, also where the resident is quicker', async () => {
    await save(diary, today, night);
    const made = await world.call(
      createFormPages,
      {
        params: at(diary).params,
        body: { ...version(), days: [today, tomorrow, daysAfter(today, 2)] },
        token: staff,
      },
      {
        before: async ({ command }) => {
          if (command === 'TransactWriteItemsCommand') await make(diary, [tomorrow]);
        },
      },
    );
    expect(made.body).toEqual({ created: [daysAfter(today, 2)] });
    expect(await open(diary, today)).toMatchObject({ draft: { answers: night } });
  });

  it.each([
    ['yesterday', -1],
    ['a day too far ahead', 367],
  ])('are not for %s', async (_, days) => {
    expect((await make(diary, [today, daysAfter(today, days)])).body).toMatchObject({
      code: 'validation-failed',
      errors: [{ pointer: '/body/days/1', code: 'page-day' }],
    });
    expect(pagesOf(await list(listMyPages, diary, resident))).toEqual([]);
  });

  it('are listed to staff with what is submitted and nothing of what is being written, page by page', async () => {
    await make(diary, [tomorrow]);
    for (const page of [yesterday, today]) await save(diary, page, night);
    await submit(diary, yesterday, {}, '"1"');
    const first = await list(listFormPages, diary, staff, { limit: '2' });
    const second = await list(listFormPages, diary, staff, {
      limit: '2',
      cursor: String(first.body['next']),
    });
    expect(rows(first, 'pages')).toEqual([{ page: tomorrow }, { page: today }]);
    expect(rows(second, 'pages')).toEqual([{ page: yesterday, submittedAt: expect.any(String) }]);
    expect((await world.call(readForm, { ...at(diary, today), token: staff })).body.code).toBe('not-found');
  });
});

describe('LOG-4 LOG-5 what staff do with pages', () => {
  it('is in the log with the form and the page', async () => {
    const before = (await world.activities()).length;
    await make(diary, [today]);
    await save(diary, today, night, '"1"');
    await submit(diary, today, {}, '"2"');
    await world.call(readForm, { ...at(diary, today), token: staff });
    await list(listFormPages, diary, staff);
    const done = (await world.activities()).slice(before).filter(({ actor }) => actor.kind === 'staff');
    expect(
      done.map(({ activity, resource }) => [activity, resource?.['formId'], resource?.['page']]),
    ).toEqual([
      ['form-page-created', diary, undefined],
      ['form-read', diary, today],
      ['form-pages-listed', diary, undefined],
    ]);
    expect(done.every(({ patient }) => patient !== undefined)).toBe(true);
  });
});

describe('PUB-7 CARE-6 a page', () => {
  it('is begun in no minor version that the unit has not activated', async () => {
    const published = await world.runtime.stores.moments.version(momentId, '1.0');
    if (!published) throw new Error('It is published');
    await world.have(entities.publishedVersion, { ...published.value, momentVersion: '1.1' });
    const ahead = { momentVersion: '1.1' };
    const refused = { status: 409, body: { code: 'form-version-mismatch' } };
    expect(await begin(diary, ahead)).toMatchObject(refused);
    expect(await make(diary, [daysAfter(today, 1)], ahead)).toMatchObject(refused);
  });
});
