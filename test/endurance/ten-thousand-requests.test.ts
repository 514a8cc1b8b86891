import { beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../functions/care/instances/open-instance.ts';
import { sendMessage } from '../../functions/care/messages/send-message.ts';
import { viewResults } from '../../functions/care/results/view-results.ts';
import { moodAnswers } from '../../infra/local/demo/facts/content.ts';
import { InjectedFault, seededRandom } from '../../infra/local/event-source/faults.ts';
import type { UseCase } from '../../shared/http/use-case.ts';
import { openLogStream } from '../support/log-stream.ts';
import { login, loginElsewhere, loginResident, seedPeople } from '../support/people.ts';
import type { Interference } from '../support/recorded-client.ts';
import { moodGiven, type Running, runningInstance, saving, succeed } from '../support/story.ts';
import { type Received, type Sent, World } from '../support/world.ts';

const requests = 10_000;
const clients = 16;
const random = seededRandom(20_261_123);

let world: World;
let running: Running;
let kinds: readonly { readonly useCase: UseCase; readonly sent: Sent; readonly inLog: boolean }[];

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  const { instanceId, momentId } = running;
  const [staff, expired, stranger, resident] = await Promise.all([
    login('practitioner', { exp: Math.floor(Date.now() / 1000) + 3000 }),
    login('practitioner', {
      commissionHsaId: 'TST5565594230-PRA1C2',
      exp: Math.floor(Date.now() / 1000) + 3000,
    }),
    loginElsewhere('practitioner'),
    loginResident('approved', { exp: Math.floor(Date.now() / 1000) + 3000 }),
  ]);
  const params = { instanceId };
  const form = { instanceId, formId: 'phq-9' };
  const body = moodGiven(momentId, moodAnswers);
  const headers = { 'If-Match': '"0"' };
  await succeed(world, submitForm, { params: form, body, token: resident, headers });
  const seen = { 'If-Match': '"1"' };
  kinds = [
    { useCase: openInstance, sent: { params, token: staff }, inLog: true },
    { useCase: readForm, sent: { params: form, token: staff }, inLog: true },
    { useCase: viewResults, sent: { params, token: staff }, inLog: true },
    { useCase: sendMessage, sent: { params, body: { text: 'Hej' }, token: staff }, inLog: true },
    { useCase: openInstance, sent: { params, token: expired }, inLog: true },
    { useCase: openInstance, sent: { params, token: stranger }, inLog: true },
    // What is a resident’s own is never in the log.
    {
      useCase: saveAnswers,
      sent: saving({ params: form, body, token: resident, headers: seen }),
      inLog: false,
    },
  ];
});

/** In two of a hundred calls to the database it is lost on the way there, in two the answer is lost on the way back. */
const unreliable: Interference = {
  before: ({ command }) => {
    if (command !== 'GetItemCommand' && random() < 0.02) throw new InjectedFault('TimeoutError');
  },
  after: () => {
    if (random() < 0.02) throw new InjectedFault('TimeoutError');
  },
};

interface Answered extends Received {
  readonly correlationId: string;
  readonly inLog: boolean;
}

const ask = async (at: number): Promise<Answered> => {
  const kind = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
  if (!kind) throw new Error('nothing to ask');
  const correlationId = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const headers = { ...kind.sent.headers, 'X-Correlation-Id': correlationId };
  const received = await world.call(kind.useCase, { ...kind.sent, headers }, unreliable);
  return { ...received, correlationId, inLog: kind.inLog };
};

const askAll = async (): Promise<Answered[]> => {
  const answered: Answered[] = [];
  let next = 0;
  const client = async () => {
    while (next < requests) {
      next += 1;
      answered.push(await ask(next));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answered;
};

describe('LOG-15 and LOG-16 under faults', () => {
  it('every answered request that needed an entry has exactly one, and no entry is without a request', async () => {
    const answered = await askAll();
    const faults = {
      crashBefore: 0.1,
      crashAfter: 0.1,
      duplicate: 0.2,
      reorder: 1,
      denied: 0.05,
      throttledCalls: 5,
    };
    const stream = await openLogStream(world, { seed: 7, ...faults });
    await stream.drain();

    const entries = (await world.all('auditLog')).filter(({ correlationId }) =>
      String(correlationId).startsWith('00000000-'),
    );
    const perRequest = Map.groupBy(entries, ({ correlationId }) => String(correlationId));
    const acknowledged = answered.filter(({ status, inLog }) => inLog && status < 500);
    const missing = acknowledged.filter(({ correlationId }) => perRequest.get(correlationId)?.length !== 1);
    const known = new Set(answered.filter(({ inLog }) => inLog).map(({ correlationId }) => correlationId));
    const strangers = entries.filter(({ correlationId }) => !known.has(String(correlationId)));

    expect(stream.failed).toEqual([]);
    expect(answered).toHaveLength(requests);
    expect(acknowledged.length).toBeGreaterThan(requests / 2);
    expect(answered.some(({ status }) => status === 503)).toBe(true);
    expect(answered.filter(({ status }) => status === 500)).toEqual([]);
    expect(missing).toEqual([]);
    expect(strangers).toEqual([]);
    expect([...perRequest.values()].filter((same) => same.length > 1)).toEqual([]);
  }, 1_800_000);
});
