import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import {
  invocationRecord,
  ReplayFailed,
  replay,
} from '../../../infra/local/event-source/invocation-record.ts';
import { aRecord, functionArn, now, streamArn } from './stream-fake.ts';

const records = [aRecord('1', { ageSeconds: 30.25 }), aRecord('2', { ageSeconds: 10 }), aRecord('3')];
const kept = invocationRecord({
  discarded: { batch: { records, retries: 2, invocations: 3 }, condition: 'RetryAttemptsExhausted' },
  shardId: 'shard-1',
  streamArn,
  functionArn,
  requestId: 'request-1',
  threw: true,
  at: now,
});

test('a discarded batch is kept as Lambda keeps it in S3', () => {
  expect(JSON.parse(JSON.stringify(kept))).toEqual({
    requestContext: {
      requestId: 'request-1',
      functionArn,
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 3,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: '2026-01-02T12:00:00.000Z',
    DDBStreamBatchInfo: {
      shardId: 'shard-1',
      startSequenceNumber: '1',
      endSequenceNumber: '3',
      approximateArrivalOfFirstRecord: '2026-01-02T11:59:29Z',
      approximateArrivalOfLastRecord: '2026-01-02T12:00:00Z',
      batchSize: 3,
      streamArn,
    },
    payload: JSON.stringify({ Records: records }),
  });
});

describe('replaying a kept record', () => {
  test('gives the function the whole event', async () => {
    const events: DynamoDBStreamEvent[] = [];
    await replay(kept, async (event, context) => {
      expect(context.invokedFunctionArn).toBe(functionArn);
      events.push(event);
    });
    expect(events).toEqual([{ Records: records }]);
  });

  test('fails with the error of the function', async () => {
    await expect(replay(kept, () => Promise.reject(new Error('still broken')))).rejects.toThrow(
      'still broken',
    );
  });

  test('fails with what the function reports, and all after it', async () => {
    const replayed = replay(kept, async () => ({ batchItemFailures: [{ itemIdentifier: '2' }] }));
    await expect(replayed).rejects.toThrow(ReplayFailed);
    await expect(replayed).rejects.toMatchObject({ sequenceNumbers: ['2', '3'] });
  });

  test('refuses a payload which is no event', async () => {
    await expect(replay({ ...kept, payload: 'null' }, async () => undefined)).rejects.toThrow(
      'not a stream event',
    );
  });
});
