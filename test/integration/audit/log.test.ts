import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../../functions/audit/list-audit-entries.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { type LogStream, openLogStream } from '../../support/log-stream.ts';
import {
  commissionOf,
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  otherProvider,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { moodGiven, type Running, runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let stream: LogStream;
let running: Running;

const list = async (filter: object, providerId = provider, token?: string) =>
  world.call(listAuditEntries, {
    params: { providerId },
    body: filter,
    token: token ?? (await login('auditor')),
  });

const codes = async (filter: object) => {
  await stream.drain();
  return rows(await list({ limit: 200, ...filter }), 'entries').map(({ activity }) => activity);
};

/** Steps 4 and 5 of the story: the resident answers, the practitioner looks and writes. */
const treat = async ({ instanceId, momentId }: Running) => {
  const resident = await loginResident('approved');
  const practitioner = await login('practitioner');
  const params = { instanceId };
  const body = moodGiven(momentId, moodAnswers);
  const form = { instanceId, formId: 'phq-9' };
  await succeed(world, submitForm, { params: form, body, token: resident, headers: { 'If-Match': '"0"' } });
  await succeed(world, openInstance, { params, token: practitioner });
  await succeed(world, readForm, { params: form, token: practitioner });
  await succeed(world, viewResults, { params, token: practitioner });
  await succeed(world, sendMessage, { params, body: { text: 'Hej! Bra jobbat.' }, token: practitioner });
  await succeed(world, readMyMessages, { params, token: resident });
  await succeed(world, openMyInstance, { params, token: resident });
};

beforeAll(async () => {
  world = await World.create();
  stream = await openLogStream(world);
  await seedPeople(world);
  running = await runningInstance(world);
  await treat(running);
});

describe('LOG-1, LOG-3, LOG-4 and LOG-6 what staff did', () => {
  it('stands in the log once each, and nothing of what the resident did', async () => {
    expect((await codes({ patient: residents.approved })).toSorted()).toEqual(
      [
        'form-read',
        'instance-opened',
        'instance-started',
        'message-sent',
        'resident-approved',
        'results-viewed',
      ].toSorted(),
    );
  });

  it('carries the requirement and what StoreLog calls it', async () => {
    await stream.drain();
    const [entry] = rows(await list({ activity: 'message-sent' }), 'entries');
    expect(entry).toMatchObject({ requirement: 'LOG-3', activityType: 'Skriva', resourceType: 'Meddelande' });
  });
});

describe('LOG-15 an entry', () => {
  it('says what, where, when, by whom in what capacity, and about whom', async () => {
    await stream.drain();
    const [entry] = rows(await list({ activity: 'form-read' }), 'entries');
    expect(entry).toMatchObject({
      activity: 'form-read',
      outcome: 'performed',
      operationId: 'readForm',
      provider,
      unit: units.care,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      actor: {
        kind: 'staff',
        hsaId: hsaIdOf('practitioner'),
        role: 'practitioner',
        commission: commissionOf(hsaIdOf('practitioner')),
        purpose: 'Vård och behandling',
      },
      patient: { personnummer: residents.approved },
      resource: { instanceId: running.instanceId, formId: 'phq-9' },
    });
  });

  it('names people by personnummer alone, not by their key in the tables', async () => {
    await stream.drain();
    const entries = JSON.stringify((await list({ patient: residents.approved })).body);
    expect(entries).toContain(residents.approved);
    expect(entries).not.toContain(world.personOf(residents.approved).key);
  });

  it('holds nothing of what was written', async () => {
    await stream.drain();
    expect(JSON.stringify(await world.all('auditLog'))).not.toMatch(/Bra jobbat|several-days|Kom igång/);
  });
});

describe('LOG-15 no access without log', () => {
  const failing = {
    before: ({ uses }: { uses: readonly { table: string }[] }) => {
      if (uses.some(({ table }) => table === 'activities'))
        throw Object.assign(new Error('out of reach'), { name: 'TimeoutError' });
    },
  };

  it('returns nothing when the activity of a read cannot be stored', async () => {
    const token = await login('practitioner');
    const received = await world.call(
      openInstance,
      { params: { instanceId: running.instanceId }, token },
      failing,
    );
    expect(received).toMatchObject({
      status: 503,
      body: { code: 'unavailable' },
      headers: { 'retry-after': '1' },
    });
    expect(JSON.stringify(received.body)).not.toContain(residents.approved);
  });

  it('changes nothing when the activity of a write cannot be stored', async () => {
    const messages = async () =>
      (await world.all('instances')).filter(({ type }) => type === 'Message').length;
    const before = await messages();
    const sent = {
      params: { instanceId: running.instanceId },
      body: { text: 'Hej' },
      token: await login('practitioner'),
    };
    expect((await world.call(sendMessage, sent, failing)).status).toBe(503);
    expect(await messages()).toBe(before);
  });

  it('tells nothing of why when a denial cannot be stored', async () => {
    const token = await loginElsewhere('practitioner');
    const received = await world.call(
      openInstance,
      { params: { instanceId: running.instanceId }, token },
      failing,
    );
    expect(received.body.code).toBe('unavailable');
  });
});

describe('LOG-19 an auditor', () => {
  it.each([
    ['patient', { patient: residents.approved }],
    ['staff', { staff: 'TST5565594230-PRA1' }],
    ['unit', { unit: units.care }],
    ['activity', { activity: 'instance-opened' }],
    ['patient and activity', { patient: residents.approved, activity: 'instance-opened' }],
  ])('finds entries by %s', async (_, filter) => {
    expect(await codes(filter)).toContain('instance-opened');
  });

  it('finds none outside the time asked for', async () => {
    expect(
      await codes({ patient: residents.approved, from: '2020-01-01T00:00:00Z', to: '2020-02-01T00:00:00Z' }),
    ).toEqual([]);
  });

  it('pages through all of it, each entry once', async () => {
    await stream.drain();
    const filter = { unit: units.care };
    const all = rows(await list({ ...filter, limit: 200 }), 'entries').map(({ eventId }) => eventId);
    const seen: unknown[] = [];
    let cursor: unknown;
    do {
      const page = await list({ ...filter, limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...rows(page, 'entries').map(({ eventId }) => eventId));
      cursor = page.body['next'];
    } while (cursor);
    expect(all.length).toBeGreaterThan(4);
    expect(seen).toEqual(all);
  });

  it('leaves an entry about reading the log', async () => {
    await list({ patient: residents.approved });
    expect(await codes({ staff: hsaIdOf('auditor') })).toContain('log-read');
  });

  it('sees nothing of another provider, asked for or not (ORG-1)', async () => {
    const token = await loginElsewhere('auditor');
    expect((await list({}, provider, token)).body.code).toBe('role-missing');
    await stream.drain();
    const own = rows(await list({ patient: residents.approved }, otherProvider, token), 'entries');
    expect(own).toEqual([]);
  });

  it('cannot carry a cursor over to another provider', async () => {
    const { body } = await list({ unit: units.care, limit: 1 });
    const token = await loginElsewhere('auditor');
    const received = await list(
      { unit: units.elsewhere, limit: 1, cursor: body['next'] },
      otherProvider,
      token,
    );
    expect(received).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  });

  it('gets 400 for a cursor of a search with other filters, and for times the wrong way round', async () => {
    const { body } = await list({ unit: units.care, limit: 1 });
    const other = await list({ staff: hsaIdOf('practitioner'), limit: 1, cursor: body['next'] });
    expect(other).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/cursor' }] } });
    const backwards = await list({ from: '2030-01-01T00:00:00Z' });
    expect(backwards).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/from' }] } });
  });

  it('can go on with a cursor when the time asked for has moved past it, either way', async () => {
    const { body } = await list({ unit: units.care, limit: 1 });
    const cursor = body['next'];
    const later = await list({ unit: units.care, limit: 1, cursor, from: new Date().toISOString() });
    const earlier = await list({ unit: units.care, limit: 1, cursor, to: '2026-01-01T00:00:00Z' });
    expect([later.status, rows(later, 'entries'), earlier.status]).toEqual([200, [], 200]);
  });

  it('gets 400 for a cursor that is none', async () => {
    expect(await list({ cursor: 'AAAA.BBBB' })).toMatchObject({
      status: 400,
      body: { code: 'validation-failed' },
    });
  });
});

describe('LOG-21 denied attempts', () => {
  it('stand in the log of the provider whose staff tried, without what is not theirs to know', async () => {
    const token = await loginElsewhere('practitioner');
    await world.call(openInstance, { params: { instanceId: running.instanceId }, token });
    await stream.drain();
    const auditor = await loginElsewhere('auditor');
    const [entry] = rows(await list({ activity: 'instance-opened' }, otherProvider, auditor), 'entries');
    expect(entry).toMatchObject({
      outcome: 'denied',
      problem: 'role-missing',
      provider: otherProvider,
    });
    expect(entry).not.toHaveProperty('patient');
    expect(entry).not.toHaveProperty('resource');
    expect(JSON.stringify(entry)).not.toMatch(
      new RegExp(`${residents.approved}|${running.instanceId}|${units.care}`),
    );
  });

  it('name the patient where caller and patient are at one provider', async () => {
    const token = await login('practitioner', { commissionHsaId: 'TST5565594230-PRA1C2' });
    const received = await world.call(openInstance, { params: { instanceId: running.instanceId }, token });
    await stream.drain();
    const entries = rows(await list({ patient: residents.approved, activity: 'instance-opened' }), 'entries');
    expect(received.body.code).toBe('commission-expired');
    expect(entries.filter(({ problem }) => problem === 'commission-expired')).toHaveLength(1);
  });

  it('of a resident reach the log of the provider whose data it was', async () => {
    const token = await loginResident('unapproved');
    await world.call(openMyInstance, { params: { instanceId: running.instanceId }, token });
    await stream.drain();
    const entries = rows(
      await list({ patient: residents.approved, activity: 'own-instance-opened' }),
      'entries',
    );
    expect(entries).toMatchObject([{ outcome: 'denied', actor: { kind: 'resident' } }]);
  });
});
