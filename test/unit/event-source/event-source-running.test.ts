import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { EventSource } from '../../../infra/local/event-source/event-source.ts';
import { portsFor, recording, records, settings } from './event-source-ports.ts';
import { aShard, FakeStream } from './stream-fake.ts';

describe('a running event source', () => {
  /** Each wait ends when the test says so, or when the source is stopped. */
  function steppedWait() {
    const waiting = new Set<() => void>();
    const wait = (_: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        waiting.add(resolve);
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
      });
    const step = () => {
      for (const resolve of waiting) resolve();
      waiting.clear();
    };
    return { wait, step };
  }

  test('delivers what comes while it runs, from shards old and new', async () => {
    const { wait, step } = steppedWait();
    const shard = aShard({ records: records(1) });
    const reader = new FakeStream([shard]);
    const arrivals = new Map(['1', '2', '3'].map((id) => [id, Promise.withResolvers<void>()]));
    const { batches, handler } = recording(([id = '']) => arrivals.get(id)?.resolve());
    const source = new EventSource(portsFor({ reader, handler, wait }));
    source.start();
    source.start();
    await arrivals.get('1')?.promise;
    await source.drain();
    shard.records.push(...records(2));
    reader.contents.push(aShard({ id: 'new', records: records(3) }));
    step();
    await Promise.all([...arrivals.values()].map(({ promise }) => promise));
    await source.stop();
    expect(batches.flat().toSorted()).toEqual(['1', '2', '3']);
  });

  test('takes turns with a drain, so that nothing is delivered by both', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2, 3, 4, 5, 6, 7) })]);
    const { batches, handler } = recording();
    const source = new EventSource(portsFor({ reader, handler, wait: steppedWait().wait }));
    source.start();
    await Promise.all([source.drain(), source.drain()]);
    await source.stop();
    expect(batches.flat()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  test('polls each shard once a round, started twice or not', async () => {
    const { wait, step } = steppedWait();
    const stream = new FakeStream([aShard()]);
    let [discoveries, reads] = [0, 0];
    const reader = {
      streamArn: stream.streamArn,
      shards: () => {
        discoveries += 1;
        return stream.shards();
      },
      open: (shardId: string, after: string | undefined) => {
        const cursor = stream.open(shardId, after);
        const next = () => {
          reads += 1;
          return cursor.next();
        };
        return { next };
      },
    };
    const source = new EventSource(portsFor({ reader, handler: recording().handler, wait }));
    source.start();
    source.start();
    await setImmediate();
    step();
    await setImmediate();
    await source.stop();
    expect({ discoveries, reads }).toEqual({ discoveries: 2, reads: 2 });
  });

  /** A function which is busy until it is told to finish. */
  function busy() {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const order: string[] = [];
    const { batches, handler } = recording(async ([id]) => {
      started.resolve();
      await finish.promise;
      order.push(`handled ${id}`);
    });
    return { started, finish, order, batches, handler };
  }

  test('stops after the batch in flight and delivers the rest after the next start', async () => {
    const { started, finish, order, batches, handler } = busy();
    const reader = new FakeStream([aShard({ records: records(1, 2) })]);
    const { wait } = steppedWait();
    const own = { ...settings, batchSize: 1 };
    const source = new EventSource(portsFor({ reader, handler, wait, settings: own }));
    source.start();
    await started.promise;
    const stopped = source.stop().then(() => order.push('stopped'));
    await setImmediate();
    expect(order).toEqual([]);
    finish.resolve();
    await stopped;
    expect(order).toEqual(['handled 1', 'stopped']);
    source.start();
    await setImmediate();
    await source.stop();
    expect(batches).toEqual([['1'], ['2']]);
  });

  test('does not pass over what it has not delivered when stopped before records filtered out', async () => {
    const { started, finish, batches, handler } = busy();
    const reader = new FakeStream([aShard({ records: records(1, 2, 3) })]);
    const filters = [{ dynamodb: { SequenceNumber: ['1', '2'] } }];
    const own = { ...settings, batchSize: 1, filters };
    const source = new EventSource(portsFor({ reader, handler, wait: steppedWait().wait, settings: own }));
    source.start();
    await started.promise;
    const stopped = source.stop();
    finish.resolve();
    await stopped;
    await source.drain();
    expect(batches).toEqual([['1'], ['2']]);
  });

  test('does not wait for a retry before it stops, and retries after the next start', async () => {
    const reader = new FakeStream([aShard({ records: records(1) })]);
    const failed = Promise.withResolvers<void>();
    const { batches, handler } = recording(() => {
      if (batches.length > 1) return;
      failed.resolve();
      throw new Error('once');
    });
    const source = new EventSource(portsFor({ reader, handler, wait: steppedWait().wait }));
    source.start();
    await failed.promise;
    await source.stop();
    expect(batches).toEqual([['1']]);
    await source.drain();
    expect(batches).toEqual([['1'], ['1']]);
  });

  test('goes on after the stream could not be read', async () => {
    const { wait, step } = steppedWait();
    const stream = new FakeStream([aShard({ records: records(1) })]);
    const heard = Promise.withResolvers<unknown>();
    const delivered = Promise.withResolvers<void>();
    let calls = 0;
    const reader = Object.assign(stream, {
      shards: async () => {
        calls += 1;
        if (calls === 1) throw new Error('not there yet');
        return stream.contents;
      },
    });
    const { handler } = recording(() => delivered.resolve());
    const source = new EventSource(portsFor({ reader, handler, wait, onError: heard.resolve }));
    source.start();
    expect(await heard.promise).toEqual(new Error('not there yet'));
    await Promise.resolve();
    step();
    await delivered.promise;
    await source.stop();
  });

  test('tells what went wrong with a shard, and comes back to it', async () => {
    const { wait, step } = steppedWait();
    const reader = new FakeStream([aShard({ records: records(1) })]);
    const { handler } = recording(() => ({ batchItemFailures: [{ itemIdentifier: '1' }] }));
    const errors: unknown[] = [];
    const refusals = [new Error('destination is away')];
    const kept: unknown[] = [];
    const onFailure = async (record: unknown) => {
      const refusal = refusals.pop();
      if (refusal !== undefined) throw refusal;
      kept.push(record);
    };
    const own = { ...settings, maximumRetryAttempts: 0 };
    const onError = (error: unknown) => void errors.push(error);
    const source = new EventSource(portsFor({ reader, handler, wait, onFailure, onError, settings: own }));
    source.start();
    await setImmediate();
    expect({ errors, kept }).toEqual({ errors: [new Error('destination is away')], kept: [] });
    step();
    await setImmediate();
    await source.stop();
    expect(kept).toHaveLength(1);
  });

  test('tells a drain which it cuts short', async () => {
    const reader = new FakeStream([aShard({ records: records(1, 2) })]);
    const stopped: Promise<void>[] = [];
    const { handler } = recording(() => void stopped.push(source.stop()));
    const source: EventSource = new EventSource(portsFor({ reader, handler }));
    await expect(source.drain()).rejects.toThrow('aborted');
    await Promise.all(stopped);
  });
});
