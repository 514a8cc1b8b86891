import type { StreamedRecord } from './streamed-record.ts';

/**
 * How many of the leading records count as handled, by Lambda's rules for ReportBatchItemFailures: nothing
 * reported means everything succeeded, the lowest sequence number reported is the checkpoint, and an
 * identifier which is not in the batch fails all of it.
 */
export function handledByResponse(response: unknown, records: readonly StreamedRecord[]): number {
  const failures = propertyOf(response, 'batchItemFailures') ?? [];
  if (!Array.isArray(failures)) return 0;
  const positions = new Map(records.map((record, position) => [record.dynamodb.SequenceNumber, position]));
  return failures.reduce<number>((lowest, failure: unknown) => {
    const identifier = propertyOf(failure, 'itemIdentifier');
    return Math.min(lowest, typeof identifier === 'string' ? (positions.get(identifier) ?? 0) : 0);
  }, records.length);
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
