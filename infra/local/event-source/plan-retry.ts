import type { EventSourceSettings } from './settings.ts';
import type { StreamedRecord } from './streamed-record.ts';

export interface Batch {
  readonly records: readonly StreamedRecord[];
  /** Retries used of `maximumRetryAttempts`. */
  readonly retries: number;
  readonly invocations: number;
}

export type Condition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface Plan {
  /** How many leading records are done with: handled or discarded. */
  readonly settled: number;
  readonly discarded?: { readonly batch: Batch; readonly condition: Condition };
  /** In stream order; everything in them comes before anything read later. */
  readonly next: readonly Batch[];
}

/**
 * Lambda's documentation: a failed batch is bisected, a partly handled one is bisected at the returned
 * sequence number and only the remaining records are retried, and splitting does not consume the retry quota.
 * A response which names the first record has handled nothing, so the batch is halved as after an error.
 */
export function planRetry(batch: Batch, handled: number, settings: EventSourceSettings): Plan {
  const rest: Batch = { ...batch, records: batch.records.slice(handled) };
  if (rest.records.length === 0) return { settled: handled, next: [] };
  if (settings.bisectBatchOnFunctionError && batch.records.length > 1) {
    return { settled: handled, next: handled > 0 ? [rest] : halvesOf(rest) };
  }
  if (batch.retries >= limit(settings.maximumRetryAttempts)) {
    const discarded = { batch: rest, condition: 'RetryAttemptsExhausted' } as const;
    return { settled: batch.records.length, discarded, next: [] };
  }
  return { settled: handled, next: [{ ...rest, retries: batch.retries + 1 }] };
}

/** Undefined when the batch may be sent; only leading records expire, a shard being in order of time. */
export function planExpiry(batch: Batch, now: Date, settings: EventSourceSettings): Plan | undefined {
  const oldest = now.getTime() / 1000 - limit(settings.maximumRecordAgeSeconds);
  const fresh = batch.records.findIndex((record) => record.dynamodb.ApproximateCreationDateTime >= oldest);
  const expired = fresh === -1 ? batch.records.length : fresh;
  if (expired === 0) return undefined;
  const rest: Batch = { ...batch, records: batch.records.slice(expired) };
  return {
    settled: expired,
    discarded: {
      batch: { ...batch, records: batch.records.slice(0, expired) },
      condition: 'RecordAgeExceeded',
    },
    next: rest.records.length > 0 ? [rest] : [],
  };
}

function halvesOf(batch: Batch): readonly Batch[] {
  const middle = Math.ceil(batch.records.length / 2);
  return [batch.records.slice(0, middle), batch.records.slice(middle)].map((records) => ({
    ...batch,
    records,
  }));
}

function limit(setting: number): number {
  return setting < 0 ? Number.POSITIVE_INFINITY : setting;
}
