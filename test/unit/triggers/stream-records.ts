import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBStreamEvent, DynamoDBStreamHandler } from 'aws-lambda';
import { vi } from 'vitest';

/** What a stream brings: one record an activity, numbered from `1`. */
const streamed = (activities: readonly object[]): DynamoDBStreamEvent =>
  ({
    Records: activities.map((activity, at) => ({
      eventID: `${at + 1}`,
      dynamodb: { SequenceNumber: `${at + 1}`, NewImage: marshall(activity) },
    })),
  }) as unknown as DynamoDBStreamEvent;

/** Sequence numbers of the records that the handler asks to be given again. */
export const failedOf = async (
  handler: DynamoDBStreamHandler,
  activities: readonly object[],
): Promise<string[]> => {
  const answer = await handler(streamed(activities), {} as Context, () => undefined);
  return (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
};

export const aLog = () => ({ info: vi.fn(), error: vi.fn() });
