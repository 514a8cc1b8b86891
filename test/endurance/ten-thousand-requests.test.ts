import { beforeAll, describe, expect, it } from 'vitest';
import { InjectedFault, seededRandom } from '../../infra/local/event-source/faults.ts';
import { openLogStream } from '../support/log-stream.ts';
import { seedPeople } from '../support/people.ts';
import type { Interference } from '../support/recorded-client.ts';
import { type Received, World } from '../support/world.ts';
import { type Kind, requestMix } from './request-mix.ts';

const requests = 10_000;
const clients = 16;
const random = seededRandom(20_261_123);

let world: World;
let kinds: readonly Kind[];

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  kinds = await requestMix(world);
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
  readonly operationId: string;
  readonly correlationId: string;
  readonly inLog: boolean;
}

const ask = async (at: number): Promise<Answered> => {
  const kind = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
  if (!kind) throw new Error('nothing to ask');
  const { useCase, prepare, inLog } = kind;
  const correlationId = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const sent = await prepare();
  const headers = { ...sent.headers, 'X-Correlation-Id': correlationId };
  const received = await world.call(useCase, { ...sent, headers }, unreliable);
  return { ...received, operationId: useCase.contract.operationId, correlationId, inLog };
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
    const succeeded = new Set(
      answered.filter(({ status }) => status < 300).map(({ operationId }) => operationId),
    );
    const neverDone = kinds.filter(({ useCase }) => !succeeded.has(useCase.contract.operationId));
    const missing = acknowledged.filter(({ correlationId }) => perRequest.get(correlationId)?.length !== 1);
    const known = new Set(answered.filter(({ inLog }) => inLog).map(({ correlationId }) => correlationId));
    const strangers = entries.filter(({ correlationId }) => !known.has(String(correlationId)));

    expect(stream.failed).toEqual([]);
    expect(answered).toHaveLength(requests);
    expect(neverDone.map(({ useCase }) => useCase.contract.operationId)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(requests / 2);
    expect(answered.some(({ status }) => status === 503)).toBe(true);
    expect(answered.filter(({ status }) => status === 500)).toEqual([]);
    expect(missing).toEqual([]);
    expect(strangers).toEqual([]);
    expect([...perRequest.values()].filter((same) => same.length > 1)).toEqual([]);
  }, 1_800_000);
});
