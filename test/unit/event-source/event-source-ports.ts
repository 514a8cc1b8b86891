import type { EventSourcePorts } from '../../../infra/local/event-source/event-source.ts';
import type { InvocationRecord } from '../../../infra/local/event-source/invocation-record.ts';
import type { EventSourceSettings } from '../../../infra/local/event-source/settings.ts';
import type { StreamHandler } from '../../../infra/local/event-source/stream-handler.ts';
import type { StreamedRecord } from '../../../infra/local/event-source/streamed-record.ts';
import { aRecord, functionArn, now, sequenceOf } from './stream-fake.ts';

export const settings: EventSourceSettings = {
  batchSize: 10,
  filters: [],
  bisectBatchOnFunctionError: true,
  maximumRetryAttempts: 2,
  maximumRecordAgeSeconds: -1,
  reportBatchItemFailures: true,
};

/** Everything works and no wait takes time, but for what a test puts in place of it. */
export const portsFor = (
  own: Partial<EventSourcePorts> & Pick<EventSourcePorts, 'reader' | 'handler'>,
): EventSourcePorts => ({
  settings,
  functionArn,
  clock: { now: () => now },
  newRequestId: () => 'request-1',
  wait: async () => undefined,
  onFailure: async () => undefined,
  onError: () => undefined,
  ...own,
});

export const records = (...sequenceNumbers: number[]) =>
  sequenceNumbers.map((sequenceNumber) => aRecord(`${sequenceNumber}`, { key: `k${sequenceNumber % 3}` }));

/** A function which remembers the batches it was given. */
export function recording(answer: (batch: readonly string[]) => unknown = () => undefined) {
  const batches: string[][] = [];
  const handler: StreamHandler = async ({ Records }) => {
    const batch = Records.map((record) => record.dynamodb?.SequenceNumber ?? '');
    batches.push(batch);
    return answer(batch);
  };
  return { batches, handler };
}

export function destination() {
  const kept: InvocationRecord[] = [];
  const onFailure = async (record: InvocationRecord) => void kept.push(record);
  const sequences = () => kept.flatMap((record) => recordsIn(record.payload).map(sequenceOf));
  return { kept, onFailure, sequences };
}

export function recordsIn(payload: string): readonly StreamedRecord[] {
  const event: { Records: StreamedRecord[] } = JSON.parse(payload);
  return event.Records;
}
