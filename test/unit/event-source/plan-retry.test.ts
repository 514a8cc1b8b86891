import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Batch,
  type Plan,
  planExpiry,
  planRetry,
} from '../../../infra/local/event-source/plan-retry.ts';
import type { EventSourceSettings } from '../../../infra/local/event-source/settings.ts';
import { aRecord, now, sequenceOf } from './stream-fake.ts';

const settings: EventSourceSettings = {
  batchSize: 100,
  filters: [],
  bisectBatchOnFunctionError: false,
  maximumRetryAttempts: 2,
  maximumRecordAgeSeconds: -1,
  reportBatchItemFailures: true,
};
const bisecting = { ...settings, bisectBatchOnFunctionError: true };

const aBatch = (size: number, retries = 0): Batch => ({
  records: Array.from({ length: size }, (_, index) => aRecord(`${index + 1}`)),
  retries,
  invocations: retries + 1,
});
const sequences = (batch: Batch) => batch.records.map(sequenceOf);
const nextOf = (plan: Plan) => plan.next.map((batch) => [sequences(batch), batch.retries]);

describe('without bisecting', () => {
  test('a failed batch is retried as it was', () => {
    const plan = planRetry(aBatch(3), 0, settings);
    expect(nextOf(plan)).toEqual([[['1', '2', '3'], 1]]);
    expect(plan.settled).toBe(0);
  });

  test('a partly failed batch is retried from its checkpoint, which uses a retry', () => {
    const plan = planRetry(aBatch(3), 1, settings);
    expect(nextOf(plan)).toEqual([[['2', '3'], 1]]);
    expect(plan.settled).toBe(1);
  });

  test('a batch without retries left is discarded from its checkpoint on', () => {
    const plan = planRetry(aBatch(3, 2), 1, settings);
    expect(plan.discarded?.condition).toBe('RetryAttemptsExhausted');
    expect(plan.discarded && sequences(plan.discarded.batch)).toEqual(['2', '3']);
    expect(plan).toMatchObject({ settled: 3, next: [] });
  });

  test('a limit of -1 retries for ever', () => {
    const plan = planRetry(aBatch(1, 1_000_000), 0, { ...settings, maximumRetryAttempts: -1 });
    expect(nextOf(plan)).toEqual([[['1'], 1_000_001]]);
  });
});

describe('with bisecting', () => {
  test('a failed batch is halved without using a retry', () => {
    expect(nextOf(planRetry(aBatch(5), 0, bisecting))).toEqual([
      [['1', '2', '3'], 0],
      [['4', '5'], 0],
    ]);
  });

  test('a partly failed batch is split at its checkpoint without using a retry', () => {
    const plan = planRetry(aBatch(5), 2, bisecting);
    expect(nextOf(plan)).toEqual([[['3', '4', '5'], 0]]);
    expect(plan.settled).toBe(2);
  });

  test('a batch of one uses its retries and is then discarded', () => {
    expect(nextOf(planRetry(aBatch(1, 1), 0, bisecting))).toEqual([[['1'], 2]]);
    expect(planRetry(aBatch(1, 2), 0, bisecting).discarded?.condition).toBe('RetryAttemptsExhausted');
  });
});

describe('any plan', () => {
  const anyCase = fc
    .record({
      size: fc.integer({ min: 1, max: 30 }),
      retries: fc.integer({ min: 0, max: 3 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      bisectBatchOnFunctionError: fc.boolean(),
      maximumRetryAttempts: fc.integer({ min: -1, max: 3 }),
    })
    .map(({ size, retries, share, ...own }) => ({
      batch: aBatch(size, retries),
      handled: Math.floor(size * share),
      own: { ...settings, ...own },
    }));

  test('keeps every record, once and in order', () => {
    fc.assert(
      fc.property(anyCase, ({ batch, handled, own }) => {
        const plan = planRetry(batch, handled, own);
        const discarded = plan.discarded === undefined ? [] : sequences(plan.discarded.batch);
        const kept = [...sequences(batch).slice(0, handled), ...discarded, ...plan.next.flatMap(sequences)];
        expect(kept).toEqual(sequences(batch));
        expect(plan.settled).toBe(handled + discarded.length);
      }),
    );
  });

  test('never goes past the retry limit, whatever fails', () => {
    fc.assert(
      fc.property(anyCase, ({ batch, handled, own }) => {
        fc.pre(own.maximumRetryAttempts >= batch.retries);
        const retries = planRetry(batch, handled, own).next.map((next) => next.retries);
        expect(Math.max(0, ...retries)).toBeLessThanOrEqual(own.maximumRetryAttempts);
      }),
    );
  });
});

describe('the record age', () => {
  const limited = { ...settings, maximumRecordAgeSeconds: 60 };
  const aged = (...ages: number[]): Batch => ({
    records: ages.map((ageSeconds, index) => aRecord(`${index + 1}`, { ageSeconds })),
    retries: 1,
    invocations: 2,
  });

  test('lets a batch through which is as old as it may be', () => {
    expect(planExpiry(aged(60, 30), now, limited)).toBeUndefined();
  });

  test('discards only what is too old, and the rest keeps its retries', () => {
    const plan = planExpiry(aged(62, 61, 60), now, limited);
    expect(plan?.discarded?.condition).toBe('RecordAgeExceeded');
    expect(plan?.discarded && sequences(plan.discarded.batch)).toEqual(['1', '2']);
    expect(plan && nextOf(plan)).toEqual([[['3'], 1]]);
    expect(plan?.settled).toBe(2);
  });

  test('discards a whole batch which is too old', () => {
    expect(planExpiry(aged(90, 80), now, limited)).toMatchObject({ settled: 2, next: [] });
  });

  test('is without limit at -1', () => {
    expect(planExpiry(aged(1e9), now, settings)).toBeUndefined();
  });
});
