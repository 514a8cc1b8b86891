import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Faults, seededRandom, withFaults } from '../../../infra/local/event-source/faults.ts';
import { lambdaContext, type StreamHandler } from '../../../infra/local/event-source/stream-handler.ts';
import { aRecord, functionArn, keyOf, sequenceOf } from './stream-fake.ts';

const records = ['1', '2', '3', '4', '5', '6'].map((id) => aRecord(id, { key: `k${Number(id) % 3}` }));
const sequences = records.map(sequenceOf);

function faulty(faults: Partial<Faults>, answer: (delivered: readonly string[]) => unknown = () => 'done') {
  const deliveries: string[][] = [];
  const handler: StreamHandler = async ({ Records }) => {
    const delivered = Records.map((record) => record.dynamodb?.SequenceNumber ?? '');
    deliveries.push(delivered);
    return answer(delivered);
  };
  const decorated = withFaults(handler, { seed: 1, ...faults });
  return {
    deliveries,
    call: () => decorated({ Records: [...records] }, lambdaContext(functionArn, 'request-1')),
  };
}

test('without faults the function is called once with what came', async () => {
  const { deliveries, call } = faulty({});
  expect(await call()).toBe('done');
  expect(deliveries).toEqual([sequences]);
});

describe('a fault of the function', () => {
  test('crashes before it, so that it is never called', async () => {
    const { deliveries, call } = faulty({ crashBefore: 1 });
    await expect(call()).rejects.toMatchObject({ name: 'CrashBeforeWrite' });
    expect(deliveries).toEqual([]);
  });

  test('crashes after it, when it has done its work', async () => {
    const { deliveries, call } = faulty({ crashAfter: 1 });
    await expect(call()).rejects.toMatchObject({ name: 'CrashAfterWrite' });
    expect(deliveries).toEqual([sequences]);
  });

  test('denies access by the name the SDK uses', async () => {
    const { deliveries, call } = faulty({ denied: 1 });
    await expect(call()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    expect(deliveries).toEqual([]);
  });

  test('throttles the first calls and then no more', async () => {
    const { deliveries, call } = faulty({ throttledCalls: 2 });
    await expect(call()).rejects.toMatchObject({ name: 'ThrottlingException' });
    await expect(call()).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(await call()).toBe('done');
    expect(deliveries).toHaveLength(1);
  });
});

describe('a fault of the delivery', () => {
  test('delivers the batch twice', async () => {
    const { deliveries, call } = faulty({ duplicate: 1 });
    expect(await call()).toBe('done');
    expect(deliveries).toEqual([sequences, sequences]);
  });

  test('changes places between items and never within one', async () => {
    const byItem = (delivered: readonly string[]) =>
      Map.groupBy(delivered, (id) => keyOf(aRecord(id, { key: `k${Number(id) % 3}` })));
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const { deliveries, call } = faulty({ seed, reorder: 1 });
        await call();
        expect(deliveries[0]?.toSorted()).toEqual(sequences);
        expect([...byItem(deliveries[0] ?? [])].toSorted()).toEqual([...byItem(sequences)].toSorted());
      }),
    );
  });

  test('does change places', async () => {
    const { deliveries, call } = faulty({ reorder: 1 });
    for (let calls = 0; calls < 10; calls += 1) await call();
    expect(new Set(deliveries.map(String)).size).toBeGreaterThan(5);
  });

  test('reports all that a function did not reach when it stopped in a changed order', async () => {
    const failing = (delivered: readonly string[]) => ({
      batchItemFailures: [{ itemIdentifier: delivered[2] }],
    });
    const { deliveries, call } = faulty({ reorder: 1 }, failing);
    const response = await call();
    const unreached = deliveries[0]?.slice(2).map((itemIdentifier) => ({ itemIdentifier }));
    expect(response).toEqual({ batchItemFailures: expect.arrayContaining(unreached ?? []) });
  });

  test('leaves a report about no record of the batch as it is', async () => {
    const report = { batchItemFailures: [{ itemIdentifier: '' }] };
    const { call } = faulty({ reorder: 1 }, () => report);
    expect(await call()).toEqual(report);
  });
});

describe('the seed', () => {
  const outcomes = async (seed: number) => {
    const { call } = faulty({ seed, crashBefore: 0.5 });
    const all = await Promise.allSettled(Array.from({ length: 40 }, call));
    return all.map(({ status }) => status);
  };

  test('decides what goes wrong', async () => {
    expect(await outcomes(7)).toEqual(await outcomes(7));
    expect(await outcomes(7)).not.toEqual(await outcomes(8));
  });

  test('gives numbers spread evenly from 0 to 1', () => {
    const random = seededRandom(42);
    const tenths = new Array<number>(10).fill(0);
    for (let count = 0; count < 10_000; count += 1) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? Number.NaN) + 1;
    }
    expect(tenths).toHaveLength(10);
    expect(Math.min(...tenths)).toBeGreaterThan(900);
  });
});
