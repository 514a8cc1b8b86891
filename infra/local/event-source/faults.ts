import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { StreamHandler } from './stream-handler.ts';

/** Probabilities from 0 to 1 for each call; left out means never. */
export interface Faults {
  readonly seed: number;
  /** The function ends before it has done anything. */
  readonly crashBefore?: number;
  /** The function ends after all it does, before Lambda hears of it. */
  readonly crashAfter?: number;
  readonly duplicate?: number;
  /** Records of different items change places; those of one item never do, as on AWS. */
  readonly reorder?: number;
  readonly denied?: number;
  /** The first calls of all are throttled. */
  readonly throttledCalls?: number;
}

/** An error as the SDK throws it, told apart by its name. */
export class InjectedFault extends Error {
  constructor(name: string) {
    super(`${name} injected by the test`);
    this.name = name;
  }
}

/** mulberry32: the same seed gives the same faults on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function withFaults(handler: StreamHandler, faults: Faults): StreamHandler {
  const random = seededRandom(faults.seed);
  const happens = (probability = 0) => random() < probability;
  return deliveryFaults(functionFaults(handler, faults, happens), faults, { random, happens });
}

function functionFaults(handler: StreamHandler, faults: Faults, happens: (probability?: number) => boolean) {
  let calls = 0;
  return async (event: DynamoDBStreamEvent, context: Context): Promise<unknown> => {
    calls += 1;
    if (calls <= (faults.throttledCalls ?? 0)) throw new InjectedFault('ThrottlingException');
    if (happens(faults.denied)) throw new InjectedFault('AccessDeniedException');
    if (happens(faults.crashBefore)) throw new InjectedFault('CrashBeforeWrite');
    const response = await handler(event, context);
    if (happens(faults.crashAfter)) throw new InjectedFault('CrashAfterWrite');
    return response;
  };
}

interface Chance {
  random(): number;
  happens(probability?: number): boolean;
}

function deliveryFaults(handler: StreamHandler, faults: Faults, chance: Chance): StreamHandler {
  return async (event, context) => {
    const records = chance.happens(faults.reorder)
      ? shuffleAcrossItems(event.Records, chance.random)
      : event.Records;
    const deliver = () => handler(structuredClone({ Records: [...records] }), context);
    if (chance.happens(faults.duplicate)) await deliver();
    return inDeliveredOrder(await deliver(), records);
  };
}

/** Takes the next record of a random item until none is left, which keeps the order within each item. */
function shuffleAcrossItems(
  records: readonly DynamoDBRecord[],
  random: () => number,
): readonly DynamoDBRecord[] {
  const lanes = [...Map.groupBy(records, (record) => JSON.stringify(record.dynamodb?.Keys)).values()];
  return records.flatMap(() => {
    const open = lanes.filter((lane) => lane.length > 0);
    return open[Math.floor(random() * open.length)]?.splice(0, 1) ?? [];
  });
}

/**
 * The lowest sequence number is no checkpoint in shuffled records: a function that stopped at its first
 * failure has not reached what was delivered after it, so all of that is reported.
 */
function inDeliveredOrder(response: unknown, records: readonly DynamoDBRecord[]): unknown {
  const failed = failedIdentifiers(response);
  const first = records.findIndex((record) => failed.includes(record.dynamodb?.SequenceNumber));
  if (first === -1) return response;
  const unreached = records
    .slice(first)
    .map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber }));
  return { batchItemFailures: [...unreached, ...failed.map((itemIdentifier) => ({ itemIdentifier }))] };
}

function failedIdentifiers(response: unknown): readonly unknown[] {
  if (typeof response !== 'object' || response === null || !('batchItemFailures' in response)) return [];
  const { batchItemFailures } = response;
  if (!Array.isArray(batchItemFailures)) return [];
  return batchItemFailures.map(
    (failure: { readonly itemIdentifier?: unknown } | null) => failure?.itemIdentifier,
  );
}
