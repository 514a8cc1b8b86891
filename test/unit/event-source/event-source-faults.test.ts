import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventSource } from '../../../infra/local/event-source/event-source.ts';
import { type Faults, seededRandom, withFaults } from '../../../infra/local/event-source/faults.ts';
import type { EventSourceSettings } from '../../../infra/local/event-source/settings.ts';
import type { StreamHandler } from '../../../infra/local/event-source/stream-handler.ts';
import type { StreamedRecord } from '../../../infra/local/event-source/streamed-record.ts';
import { runs } from '../../support/property-runs.ts';
import { destination, portsFor, recordsIn } from './event-source-ports.ts';
import { aRecord, aShard, FakeStream, keyOf, sequenceOf } from './stream-fake.ts';

describe('whatever goes wrong', () => {
  const probability = fc.constantFrom(0, 0.1, 0.4);
  const anyFaults = fc.record({
    seed: fc.integer(),
    crashBefore: probability,
    crashAfter: probability,
    duplicate: probability,
    reorder: probability,
    denied: probability,
    throttledCalls: fc.integer({ min: 0, max: 4 }),
  });
  const anySettings = fc.record({
    batchSize: fc.integer({ min: 1, max: 8 }),
    filters: fc.constant([]),
    bisectBatchOnFunctionError: fc.boolean(),
    maximumRetryAttempts: fc.integer({ min: 0, max: 3 }),
    maximumRecordAgeSeconds: fc.constant(-1),
    reportBatchItemFailures: fc.boolean(),
  });
  /** Keys by shard: an item stays in its shard and goes on in the child of it. */
  const anyStream = fc
    .record({
      parent: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }),
      child: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }),
      beside: fc.array(fc.constantFrom('x', 'y'), { maxLength: 20 }),
      pageSize: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ parent, child, beside, pageSize }) => {
      const toRecords = (keys: string[], from: number) =>
        keys.map((key, index) => aRecord(`${from + index}`, { key }));
      const shards = [
        aShard({ id: 'child', parentId: 'parent', records: toRecords(child, 200) }),
        aShard({ id: 'beside', records: toRecords(beside, 300) }),
        aShard({ id: 'parent', records: toRecords(parent, 100), closed: true }),
      ];
      return { reader: new FakeStream(shards, pageSize), all: shards.flatMap((shard) => shard.records) };
    });

  const numeric = (left: string, right: string) => Number(left) - Number(right);

  interface Run {
    readonly own: EventSourceSettings;
    readonly faults: Faults;
    readonly reader: FakeStream;
    readonly poison?: ReadonlySet<string>;
    readonly failure: number;
  }

  /** The function handles record by record and stops at the first that fails, as ours do. */
  async function run({ own, faults, reader, poison = new Set(), failure }: Run) {
    const handled: StreamedRecord[] = [];
    const random = seededRandom(faults.seed + 1);
    const handler: StreamHandler = async (event): Promise<unknown> => {
      for (const record of recordsIn(JSON.stringify(event))) {
        const itemIdentifier = sequenceOf(record);
        if (!poison.has(itemIdentifier) && random() >= failure) handled.push(record);
        else if (own.reportBatchItemFailures) return { batchItemFailures: [{ itemIdentifier }] };
        else throw new Error(`${itemIdentifier} failed`);
      }
      return undefined;
    };
    const lost = destination();
    const ports = portsFor({ reader, handler: withFaults(handler, faults), onFailure: lost.onFailure });
    await new EventSource({ ...ports, settings: own }).drain();
    return { handled, discarded: lost.sequences() };
  }

  /** Repetition is allowed, running ahead is not: what is handled comes after all before it of its item. */
  function expectInOrderPerItem(handled: readonly StreamedRecord[], expected: readonly StreamedRecord[]) {
    for (const [key, items] of Map.groupBy(expected, keyOf)) {
      const firstTimes = new Set(handled.filter((record) => keyOf(record) === key).map(sequenceOf));
      expect([...firstTimes]).toEqual(items.map(sequenceOf).toSorted(numeric));
    }
  }

  test('below the retry limit every record is handled, in order per item, none discarded', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStream,
        anySettings,
        anyFaults,
        probability,
        async (stream, any, faults, failure) => {
          const own = { ...any, maximumRetryAttempts: -1 };
          const { handled, discarded } = await run({ own, faults, reader: stream.reader, failure });
          expect(discarded).toEqual([]);
          expectInOrderPerItem(handled, stream.all);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('past the retry limit every record is either handled or in the failure destination', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStream,
        anySettings,
        anyFaults,
        probability,
        async (stream, own, faults, failure) => {
          const { handled, discarded } = await run({ own, faults, reader: stream.reader, failure });
          const seen = new Set([...handled.map(sequenceOf), ...discarded]);
          expect([...seen].toSorted(numeric)).toEqual(stream.all.map(sequenceOf).toSorted(numeric));
          expect(discarded).toHaveLength(new Set(discarded).size);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('bisecting sends the records that always fail to the failure destination and no others', async () => {
    const poisonous = fc.func(fc.boolean());
    const anyDelivery = fc.record({ seed: fc.integer(), duplicate: probability, reorder: probability });
    await fc.assert(
      fc.asyncProperty(
        anyStream,
        anySettings,
        anyDelivery,
        poisonous,
        async (stream, any, faults, isPoison) => {
          const poison = new Set(stream.all.map(sequenceOf).filter((sequence) => isPoison(sequence)));
          const own = { ...any, bisectBatchOnFunctionError: true };
          const result = await run({ own, faults, reader: stream.reader, poison, failure: 0 });
          expect(result.discarded.toSorted(numeric)).toEqual([...poison].toSorted(numeric));
          const sound = stream.all.filter((record) => !poison.has(sequenceOf(record)));
          expectInOrderPerItem(result.handled, sound);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
