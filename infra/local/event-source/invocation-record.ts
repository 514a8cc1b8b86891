import type { DynamoDBStreamEvent } from 'aws-lambda';
import { handledByResponse } from './batch-response.ts';
import type { Condition, Plan } from './plan-retry.ts';
import { lambdaContext, type StreamHandler } from './stream-handler.ts';
import type { StreamedRecord } from './streamed-record.ts';

/** What Lambda writes to an S3 failure destination for a DynamoDB stream. */
export interface InvocationRecord {
  readonly requestContext: {
    readonly requestId: string;
    readonly functionArn: string;
    readonly condition: Condition;
    readonly approximateInvokeCount: number;
  };
  readonly responseContext: {
    readonly statusCode: 200;
    readonly executedVersion: '$LATEST';
    readonly functionError: 'Unhandled' | null;
  };
  readonly version: '1.0';
  readonly timestamp: string;
  readonly DDBStreamBatchInfo: {
    readonly shardId: string;
    readonly startSequenceNumber: string;
    readonly endSequenceNumber: string;
    readonly approximateArrivalOfFirstRecord: string;
    readonly approximateArrivalOfLastRecord: string;
    readonly batchSize: number;
    readonly streamArn: string;
  };
  /** The event with the discarded records, as a JSON string inside the JSON document. */
  readonly payload: string;
}

export interface DiscardedInvocation {
  readonly discarded: NonNullable<Plan['discarded']>;
  readonly shardId: string;
  readonly streamArn: string;
  readonly functionArn: string;
  readonly requestId: string;
  readonly threw: boolean;
  readonly at: Date;
}

export class ReplayFailed extends Error {
  override readonly name = 'ReplayFailed';
  readonly sequenceNumbers: readonly string[];

  constructor(sequenceNumbers: readonly string[]) {
    super(`${sequenceNumbers.length} records were not handled, from ${sequenceNumbers[0]} on`);
    this.sequenceNumbers = sequenceNumbers;
  }
}

export function invocationRecord(invocation: DiscardedInvocation): InvocationRecord {
  const { discarded, shardId, streamArn, functionArn, requestId } = invocation;
  const { records, invocations } = discarded.batch;
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) throw new Error('Nothing was discarded');
  return {
    requestContext: {
      requestId,
      functionArn,
      condition: discarded.condition,
      approximateInvokeCount: invocations,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: invocation.threw ? 'Unhandled' : null,
    },
    version: '1.0',
    timestamp: invocation.at.toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first.dynamodb.SequenceNumber,
      endSequenceNumber: last.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrivalOf(first),
      approximateArrivalOfLastRecord: arrivalOf(last),
      batchSize: records.length,
      streamArn,
    },
    payload: JSON.stringify({ Records: records }),
  };
}

/** Gives the handler the kept event once; throws what it throws, and ReplayFailed for what it reports. */
export async function replay(record: InvocationRecord, handler: StreamHandler): Promise<void> {
  const { functionArn, requestId } = record.requestContext;
  const records = recordsIn(record.payload);
  const event: DynamoDBStreamEvent = { Records: [...records] };
  const response = await handler(structuredClone(event), lambdaContext(functionArn, requestId));
  const remaining = records.slice(handledByResponse(response, records));
  if (remaining.length > 0) throw new ReplayFailed(remaining.map((each) => each.dynamodb.SequenceNumber));
}

function recordsIn(payload: string): readonly StreamedRecord[] {
  const event: { readonly Records?: readonly StreamedRecord[] } | null = JSON.parse(payload);
  if (!Array.isArray(event?.Records)) throw new Error('The payload is not a stream event');
  return event.Records;
}

function arrivalOf(record: StreamedRecord): string {
  const arrival = new Date(record.dynamodb.ApproximateCreationDateTime * 1000);
  return arrival.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
