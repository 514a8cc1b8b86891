import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, loginResident, seedPeople } from '../../support/people.ts';
import {
  activeMoment,
  approvedResident,
  moodFormVersion,
  moodGiven,
  type Running,
  saving,
  startedInstance,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let momentId: string;
let running: Running;
let resident: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world);
  resident = await loginResident('approved');
});

beforeEach(async () => {
  running = await startedInstance(world, momentId);
});

const sent = (etag: string, answers: object, headers: Record<string, string> = {}) => ({
  params: { instanceId: running.instanceId, formId: 'phq-9' },
  body: moodGiven(momentId, answers),
  token: resident,
  headers: { 'If-Match': etag, ...headers },
});
const save = (etag: string, answers: object) => world.call(saveAnswers, saving(sent(etag, answers)));
const submit = (etag: string, answers: object, headers?: Record<string, string>) =>
  world.call(submitForm, sent(etag, answers, headers));
const open = () =>
  world.call(openMyInstance, { params: { instanceId: running.instanceId }, token: resident });
const openForm = async () => {
  const { headers, body } = await world.call(openMyForm, {
    params: { instanceId: running.instanceId, formId: 'phq-9' },
    query: { momentId, momentVersion: '1.0' },
    token: resident,
  });
  expect(headers['etag']).toBe(body['etag']);
  return body;
};
const read = async () =>
  world.call(readForm, {
    params: { instanceId: running.instanceId, formId: 'phq-9' },
    token: await login('practitioner'),
  });
const results = async () =>
  world.call(viewResults, { params: { instanceId: running.instanceId }, token: await login('practitioner') });

const half = Object.fromEntries(Object.entries(moodAnswers).slice(0, 5));

describe('CARE-5 an ordinary form', () => {
  it('has one instance, however many modules show it', async () => {
    await save('"0"', half);
    const opened = await open();
    expect(rows(opened, 'forms')).toMatchObject([{ formId: 'phq-9', etag: '"1"' }]);
    expect(await openForm()).toMatchObject({ etag: '"1"', draft: { answers: half } });
    expect(rows(opened, 'modules').map((module) => module['moduleId'])).toEqual(['start', 'follow-up']);
  });

  it('can be changed after submission, and the practitioner sees the latest submission', async () => {
    await submit('"0"', moodAnswers);
    const better = { ...moodAnswers, 'phq-2': 'not-at-all' };
    await submit('"1"', better);
    const { body } = await read();
    expect(body['answers']).toEqual(better);
  });

  it('keeps showing the practitioner the submission while the resident changes the draft', async () => {
    await submit('"0"', moodAnswers);
    const changed = { ...moodAnswers, 'phq-1': 'not-at-all' };
    await save('"1"', { 'phq-1': 'not-at-all' });
    expect((await read()).body['answers']).toEqual(moodAnswers);
    expect(await openForm()).toMatchObject({
      draft: { answers: changed },
      submitted: { answers: moodAnswers },
    });
  });

  it('shows the practitioner nothing before it is submitted', async () => {
    await save('"0"', half);
    expect((await read()).body.code).toBe('not-found');
  });
});

describe('CARE-7 saving and submitting', () => {
  it('does not take a submission that has not seen the latest version', async () => {
    await save('"0"', half);
    const stale = await submit('"0"', moodAnswers);
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
  });

  it('submits what has been saved, with the last changes', async () => {
    await save('"0"', half);
    const rest = Object.fromEntries(Object.entries(moodAnswers).slice(5));
    expect((await submit('"1"', rest)).status).toBe(201);
    expect((await read()).body['answers']).toEqual(moodAnswers);
  });

  it('says what is missing of what has been saved', async () => {
    await save('"0"', half);
    const { status, body } = await submit('"1"', {});
    expect([status, body.code]).toEqual([422, 'answers-invalid']);
    expect(body['errors']?.map(({ pointer }) => pointer)).toEqual(
      [6, 7, 8, 9].map((at) => `/body/changes/phq-${at}`),
    );
  });

  it('counts the same submission sent twice once, and gives the first answer again', async () => {
    const key = { 'Idempotency-Key': 'f0e1d2c3-0001' };
    const first = await submit('"0"', moodAnswers, key);
    const second = await submit('"0"', moodAnswers, key);
    expect(second).toMatchObject({ status: 201, body: first.body, headers: { etag: first.headers['etag'] } });
    expect((await results()).body['results']).toHaveLength(1);
  });

  it('counts it once also when both are under way at the same time', async () => {
    const key = { 'Idempotency-Key': 'f0e1d2c3-0002' };
    await Promise.all(Array.from({ length: 5 }, () => submit('"0"', moodAnswers, key)));
    expect((await results()).body['results']).toHaveLength(1);
  });

  it('refuses the same key with other answers', async () => {
    const key = { 'Idempotency-Key': 'f0e1d2c3-0003' };
    await submit('"0"', moodAnswers, key);
    const other = await submit('"0"', { ...moodAnswers, 'phq-1': 'not-at-all' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('lists every answer that does not fit, and keeps none of them', async () => {
    const { status, body } = await submit('"0"', {
      'phq-1': 'often',
      'phq-2': 'several-days',
      'phq-99': 'x',
    });
    expect(status).toBe(422);
    expect(body['errors']?.map(({ pointer }) => pointer)).toEqual([
      '/body/changes/phq-1',
      '/body/changes/phq-99',
    ]);
    expect(rows(await open(), 'forms')).toMatchObject([{ etag: '"0"' }]);
  });

  it.each([
    ['another major version', { momentVersion: '2.0' }],
    ['a version that is not there', { momentVersion: '1.7' }],
    ['another moment', { momentId: crypto.randomUUID() }],
    ['another form than the version shows', { formVersion: moodFormVersion.replace(/^./, '_') }],
  ])('refuses answers given in %s', async (_, other) => {
    const wrong = { ...sent('"0"', moodAnswers), body: { ...moodGiven(momentId, moodAnswers), ...other } };
    expect((await world.call(submitForm, wrong)).body.code).toBe('form-version-mismatch');
    expect((await world.call(saveAnswers, saving(wrong))).body.code).toBe('form-version-mismatch');
  });

  it('refuses a form the moment does not have', async () => {
    const wrong = {
      ...sent('"0"', moodAnswers),
      params: { instanceId: running.instanceId, formId: 'gad-7' },
    };
    expect((await world.call(submitForm, wrong)).status).toBe(404);
  });
});

describe('CARE-2 an ended instance is read-only', () => {
  const end = async () => {
    const found = await world.runtime.stores.instances.instance(running.instanceId);
    if (!found) throw new Error('no instance');
    await world.have(entities.instance, { ...found.value, state: 'ended' }, found.version);
  };

  it('refuses answers', async () => {
    await end();
    expect(await save('"0"', half)).toMatchObject({ status: 409, body: { code: 'illegal-state' } });
  });

  it('refuses answers also when it ends between the reading and the writing', async () => {
    const received = await world.call(submitForm, sent('"0"', moodAnswers), {
      before: ({ command }) => (command === 'TransactWriteItemsCommand' ? end() : undefined),
    });
    expect(received).toMatchObject({ status: 409, body: { code: 'illegal-state' } });
    expect(rows(await open(), 'forms')).toMatchObject([{ etag: '"0"' }]);
  });
});

describe('CARE-8 and CARE-9 results', () => {
  it('hold score, band and flag of every submission, newest first', async () => {
    await submit('"0"', moodAnswers);
    await submit('"1"', { ...moodAnswers, 'phq-2': 'not-at-all', 'phq-9': 'not-at-all' });
    const { body } = await results();
    expect(body['results']).toMatchObject([
      { formId: 'phq-9', score: 7, band: 'Lindrig depression', flags: [] },
      {
        formId: 'phq-9',
        score: 11,
        band: 'Måttlig depression',
        flags: [{ flagId: 'self-harm', level: 'urgent' }],
      },
    ]);
  });

  it('do not take the cursor of another list', async () => {
    for (const version of [0, 1]) await submit(`"${version}"`, moodAnswers);
    const params = { instanceId: running.instanceId };
    const token = await login('practitioner');
    const { body } = await world.call(viewResults, { params, query: { limit: '1' }, token });
    const cursor = body['next'] as string;
    expect(await world.call(readMyMessages, { params, query: { cursor }, token: resident })).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });

  it('come in bounded pages that together hold each once', async () => {
    for (const version of [0, 1, 2]) await submit(`"${version}"`, moodAnswers);
    const token = await login('practitioner');
    const page = (cursor?: string) =>
      world.call(viewResults, {
        params: { instanceId: running.instanceId },
        query: { limit: '2', ...(cursor ? { cursor } : {}) },
        token,
      });
    const first = await page();
    const second = await page(first.body['next'] as string);
    expect([rows(first, 'results').length, rows(second, 'results').length, second.body['next']]).toEqual([
      2,
      1,
      undefined,
    ]);
  });
});
