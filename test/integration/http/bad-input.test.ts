import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMoment } from '../../../functions/authoring/moments/create-moment.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { login, loginResident, seedPeople, units } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { newMoment, type Running, runningInstance } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let running: Running;
let designer: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  designer = await login('designer');
});

const params = { unitId: units.publisher };

/** Everything a request could have changed. */
const state = async () => [
  await world.all('moments'),
  await world.all('instances'),
  await world.all('organisation'),
];

describe('bad input is refused with every fault and changes nothing', () => {
  it('lists all faults at once, by JSON Pointer', async () => {
    const { status, body } = await world.call(createMoment, {
      params: { unitId: 'not an HSA-id' },
      query: { colour: 'red' },
      body: { title: '', kind: 'opera', extra: 1 },
      token: designer,
      headers: { 'Idempotency-Key': 'short' },
    });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(
      [
        '/params/unitId',
        '/query/colour',
        '/body/title',
        '/body/kind',
        '/body/extra',
        '/headers/idempotency-key',
      ].toSorted(),
    );
  });

  it('refuses unknown fields by name', async () => {
    const { body } = await world.call(createMoment, {
      params,
      body: { title: 'T', kind: 'course', titel: 'T' },
      token: designer,
    });
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ pointer: '/body/titel' }] });
  });

  it('refuses 1 MB of JSON before reading it', async () => {
    const rawBody = JSON.stringify({ title: 'x'.repeat(1_000_000), kind: 'course' });
    expect(await world.call(createMoment, { params, rawBody, token: designer })).toMatchObject({
      status: 413,
      body: { code: 'payload-too-large' },
    });
  });

  it.each([
    ['broken JSON', '{"title":', 400, 'malformed-json'],
    ['an empty body', '', 400, 'malformed-json'],
    ['JSON that is no object', '[1]', 400, 'validation-failed'],
    ['null', 'null', 400, 'validation-failed'],
    ['a prototype in the JSON', '{"__proto__":{"title":"x"},"title":"T","kind":"course"}', 400, undefined],
  ])('refuses %s', async (_, rawBody, status, code) => {
    const received = await world.call(createMoment, { params, rawBody, token: designer });
    expect(received.status).toBe(status);
    if (code) expect(received.body.code).toBe(code);
  });

  it('refuses another content type', async () => {
    const received = await world.call(createMoment, {
      params,
      rawBody: 'title=T',
      token: designer,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    expect(received).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });

  it('refuses a draft with an id twice and a form nobody defined, and keeps the old draft', async () => {
    const moment = await newMoment(world);
    const [first] = moodProgramme.modules;
    const before = await state();
    const { status, body } = await world.call(saveDraft, {
      params: moment.params,
      body: { content: { ...moodProgramme, forms: [], modules: [first, first] } },
      token: designer,
      headers: { 'If-Match': moment.etag },
    });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toContain('/body/content/modules');
    expect(await state()).toEqual(before);
  });

  it('answers in Swedish when asked, and says how to do it right', async () => {
    const received = await world.call(createMoment, {
      params,
      headers: { 'Accept-Language': 'sv-SE,sv;q=0.9,en;q=0.5' },
    });
    expect(received.headers['content-language']).toBe('sv');
    expect(received.body).toMatchObject({
      title: 'Inloggning krävs',
      detail: expect.stringContaining('Bearer'),
    });
  });

  it('never answers 500 and never changes anything, whatever JSON comes', async () => {
    const before = await state();
    const tokens = {
      [createMoment.contract.operationId]: designer,
      [sendMessage.contract.operationId]: await login('practitioner'),
      [approveResident.contract.operationId]: await login('residentAdmin'),
      [saveAnswers.contract.operationId]: await loginResident('approved'),
    };
    const values = { instanceId: running.instanceId, formId: 'phq-9', unitId: units.care };
    const targets = fc.constantFrom(createMoment, sendMessage, approveResident, saveAnswers);
    await fc.assert(
      fc.asyncProperty(targets, fc.json(), fc.string(), async (useCase, rawBody, header) => {
        const sent = {
          params: pathOf(useCase, values),
          rawBody,
          token: tokens[useCase.contract.operationId],
        };
        const headers = { 'If-Match': '"0"', 'X-Correlation-Id': header, 'Accept-Language': header };
        const { status } = await world.call(useCase, { ...sent, headers });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: runs(200) },
    );
    expect(await state()).toEqual(before);
  });
});

/** The parameters this path has, and no other. */
const pathOf = ({ contract }: { contract: { path: string } }, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => contract.path.includes(`{${name}}`)));

describe('errors and logs leak nothing', () => {
  it('says nothing of an unexpected error but an id that the log has', async () => {
    const received = await world.call(
      sendMessage,
      {
        params: { instanceId: running.instanceId },
        body: { text: 'hemligt' },
        token: await login('practitioner'),
      },
      {
        before: () => {
          throw new Error('secret detail 199005082392');
        },
      },
    );
    const line = world.logLines.at(-1);
    expect(received).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(received.body)).not.toContain('secret');
    expect(received.body['instance']).toBe(`urn:uuid:${line?.fields['correlationId']}`);
  });

  it('writes no personnummer, text or token to the log of a request', async () => {
    const token = await login('residentAdmin');
    world.logLines.length = 0;
    await world.call(approveResident, {
      params: { unitId: units.care },
      body: { personnummer: '199605032383', scope: 'all-services' },
      token,
    });
    await world.call(approveResident, {
      params: { unitId: units.care },
      body: { personnummer: '199605032384', scope: 'x' },
      token,
    });
    const lines = JSON.stringify(world.logLines);
    expect(world.logLines).toHaveLength(2);
    expect(lines).not.toMatch(/19960503|all-services|Bearer|eyJ/);
  });
});
