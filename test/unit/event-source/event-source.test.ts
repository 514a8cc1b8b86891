import { describe, expect, test } from 'vitest';
import { MemoryCheckpoints } from '../../../infra/local/event-source/checkpoints.ts';
import { EventSource } from '../../../infra/local/event-source/event-source.ts';
import type { InvocationRecord } from '../../../infra/local/event-source/invocation-record.ts';
import type { StreamHandler } from '../../../infra/local/event-source/stream-handler.ts';
import { destination, portsFor, recording, records, settings } from './event-source-ports.ts';
import { aRecord, aShard, FakeStream, functionArn, now } from './stream-fake.ts';

describe('draining', () => {
  test('delivers everything in batches of at most the batch size, in order', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2, 3, 4, 5) })], 4);
    const { batches, handler } = recording();
    await new EventSource(portsFor({ reader, handler, settings: { ...settings, batchSize: 3 } })).drain();
    expect(batches).toEqual([['1', '2', '3'], ['4'], ['5']]);
  });

  test('reads a parent to its end before its child, however they are listed', async () => {
    const reader = new FakeStream([
      aShard({ id: 'grandchild', parentId: 'child', records: records(5) }),
      aShard({ id: 'child', parentId: 'parent', records: records(3, 4), closed: true }),
      aShard({ id: 'parent', parentId: 'trimmed', records: records(1, 2), closed: true }),
    ]);
    const { batches, handler } = recording();
    await new EventSource(portsFor({ reader, handler })).drain();
    expect(batches.flat()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('leaves a child alone as long as its parent is open', async () => {
    const reader = new FakeStream([
      aShard({ id: 'parent', records: records(1) }),
      aShard({ id: 'child', parentId: 'parent', records: records(2) }),
    ]);
    const { batches, handler } = recording();
    await new EventSource(portsFor({ reader, handler })).drain();
    expect(batches).toEqual([['1']]);
  });

  test('delivers shards side by side: one that waits does not hold up the other', async () => {
    const reader = new FakeStream([
      aShard({ id: 'one', records: records(1) }),
      aShard({ id: 'other', records: records(2) }),
    ]);
    const other = Promise.withResolvers<void>();
    const { batches, handler } = recording((batch) => (batch[0] === '1' ? other.promise : other.resolve()));
    await new EventSource(portsFor({ reader, handler })).drain();
    expect(batches).toEqual([['1'], ['2']]);
  });

  test('finds records and shards which came after the last time', async () => {
    const shard = aShard({ records: records(1) });
    const reader = new FakeStream([shard]);
    const { batches, handler } = recording();
    const source = new EventSource(portsFor({ reader, handler }));
    await source.drain();
    shard.records.push(...records(2));
    reader.contents.push(aShard({ id: 'new', records: records(3) }));
    await source.drain();
    expect(batches).toEqual([['1'], ['2'], ['3']]);
  });

  test('delivers only what a filter lets through, and goes on behind the rest after a restart', async () => {
    const checkpoints = new MemoryCheckpoints();
    const reader = new FakeStream([aShard({ records: records(1, 2, 3, 4) })]);
    const { batches, handler } = recording();
    const filters = [{ dynamodb: { Keys: { pk: { S: ['k2'] } } } }, { dynamodb: { SequenceNumber: ['1'] } }];
    const ports = portsFor({ reader, handler, checkpoints, settings: { ...settings, filters } });
    await new EventSource(ports).drain();
    expect(batches.flat()).toEqual(['1', '2']);
    expect(await checkpoints.load('shard-1')).toBe('4');
  });

  test('resumes behind the checkpoint', async () => {
    const checkpoints = new MemoryCheckpoints();
    const shard = aShard({ records: records(1, 2) });
    const reader = new FakeStream([shard]);
    const { batches, handler } = recording();
    await new EventSource(portsFor({ reader, handler, checkpoints })).drain();
    shard.records.push(...records(3));
    await new EventSource(portsFor({ reader, handler, checkpoints })).drain();
    expect(batches).toEqual([['1', '2'], ['3']]);
  });

  test('rejects when the stream cannot be read, and delivers the rest the next time', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2, 3, 4) })], 2);
    const { batches, handler } = recording();
    let reads = 0;
    const flaky = {
      streamArn: reader.streamArn,
      shards: () => reader.shards(),
      open: (shardId: string, after: string | undefined) => {
        const cursor = reader.open(shardId, after);
        const next = async () => {
          reads += 1;
          if (reads === 2) throw new Error('connection lost');
          return cursor.next();
        };
        return { next };
      },
    };
    const source = new EventSource(portsFor({ reader: flaky, handler }));
    await expect(source.drain()).rejects.toThrow('connection lost');
    await source.drain();
    expect(batches).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

describe('a function that fails', () => {
  test('by its report is asked again from the lowest sequence number on', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2, 3) })]);
    const failures = [['3', '2'], ['2'], []];
    const { batches, handler } = recording(() => ({
      batchItemFailures: failures.shift()?.map((itemIdentifier) => ({ itemIdentifier })),
    }));
    await new EventSource(
      portsFor({ reader, handler, settings: { ...settings, bisectBatchOnFunctionError: false } }),
    ).drain();
    expect(batches).toEqual([
      ['1', '2', '3'],
      ['2', '3'],
      ['2', '3'],
    ]);
  });

  test('by its report is not heard unless reports are turned on', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2) })]);
    const { batches, handler } = recording(() => ({ batchItemFailures: [{ itemIdentifier: '1' }] }));
    await new EventSource(
      portsFor({ reader, handler, settings: { ...settings, reportBatchItemFailures: false } }),
    ).drain();
    expect(batches).toEqual([['1', '2']]);
  });

  test('gets the event unharmed when it is asked again', async () => {
    const reader = new FakeStream([aShard({ records: records(1) })]);
    const seen: unknown[] = [];
    const handler: StreamHandler = async (event) => {
      seen.push(structuredClone(event.Records));
      event.Records.length = 0;
      if (seen.length === 1) throw new Error('once');
    };
    await new EventSource(portsFor({ reader, handler })).drain();
    expect(seen[1]).toEqual(seen[0]);
  });

  test('has the thrown error told, and longer waits from try to try', async () => {
    const reader = new FakeStream([aShard({ records: records(1) })]);
    const errors: unknown[] = [];
    const waits: number[] = [];
    const { handler } = recording(() => {
      throw new Error('broken');
    });
    const wait = async (ms: number) => void waits.push(ms);
    await new EventSource(
      portsFor({ reader, handler, wait, onError: (error) => errors.push(error) }),
    ).drain();
    expect(errors).toEqual([new Error('broken'), new Error('broken'), new Error('broken')]);
    expect(waits).toEqual([100, 200]);
  });

  test('for one record only loses that one to the failure destination', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2, 3, 4, 5, 6, 7) })], 7);
    const { kept, onFailure } = destination();
    const handled: string[] = [];
    const { handler } = recording((batch) => {
      if (batch.includes('5')) throw new Error('poison');
      handled.push(...batch);
    });
    await new EventSource(portsFor({ reader, handler, onFailure })).drain();
    expect(handled).toEqual(['1', '2', '3', '4', '6', '7']);
    expect(kept).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', functionArn },
        responseContext: { functionError: 'Unhandled' },
        DDBStreamBatchInfo: { startSequenceNumber: '5', endSequenceNumber: '5', batchSize: 1 },
      },
    ]);
  });

  test('loses the rest of the batch without bisecting, and not what comes after', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2, 3, 4) })], 3);
    const { kept, onFailure, sequences } = destination();
    const { batches, handler } = recording((batch) =>
      batch.includes('2') ? { batchItemFailures: [{ itemIdentifier: '2' }] } : undefined,
    );
    const own = { ...settings, bisectBatchOnFunctionError: false };
    await new EventSource(portsFor({ reader, handler, onFailure, settings: own })).drain();
    expect(sequences()).toEqual(['2', '3']);
    expect(kept[0]?.requestContext.approximateInvokeCount).toBe(3);
    expect(kept[0]?.responseContext.functionError).toBeNull();
    expect(batches.at(-1)).toEqual(['4']);
  });

  test('is not asked about records over the age limit', async () => {
    const aged = [aRecord('1', { ageSeconds: 61 }), aRecord('2', { ageSeconds: 60 })];
    const reader = new FakeStream([aShard({ records: aged })]);
    const { kept, onFailure, sequences } = destination();
    const { batches, handler } = recording();
    const own = { ...settings, maximumRecordAgeSeconds: 60 };
    await new EventSource(portsFor({ reader, handler, onFailure, settings: own })).drain();
    expect(batches).toEqual([['2']]);
    expect(sequences()).toEqual(['1']);
    expect(kept[0]?.requestContext).toMatchObject({
      condition: 'RecordAgeExceeded',
      approximateInvokeCount: 0,
    });
  });

  test('until the record is too old is then left with the rest', async () => {
    const reader = new FakeStream([aShard({ records: [aRecord('1'), aRecord('2', { ageSeconds: -50 })] })]);
    const { onFailure, sequences } = destination();
    let time = now.getTime();
    const { batches, handler } = recording((batch) => {
      if (batch.includes('1')) throw new Error('poison');
    });
    await new EventSource(
      portsFor({
        reader,
        handler,
        onFailure,
        clock: { now: () => new Date(time) },
        wait: async () => {
          time += 20_000;
        },
        settings: { ...settings, maximumRetryAttempts: -1, maximumRecordAgeSeconds: 60 },
      }),
    ).drain();
    expect(sequences()).toEqual(['1']);
    expect(batches.at(-1)).toEqual(['2']);
  });

  test('keeps its records in the stream when the failure destination does not take them', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2) })]);
    const { handler } = recording(() => {
      throw new Error('poison');
    });
    const { onFailure, sequences } = destination();
    let refused = false;
    const refusingOnce = async (record: InvocationRecord) => {
      if (refused) return onFailure(record);
      refused = true;
      throw new Error('destination is away');
    };
    const source = new EventSource(portsFor({ reader, handler, onFailure: refusingOnce }));
    await expect(source.drain()).rejects.toThrow('destination is away');
    await source.drain();
    expect(sequences()).toEqual(['1', '2']);
  });
});
