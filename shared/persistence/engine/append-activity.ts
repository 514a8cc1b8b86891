import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Activity, activity, belongsInLog } from '../../audit/activity.ts';
import { keys } from '../keys.ts';
import type { Database } from './database.ts';

/** Days an activity stays in the outbox: longer than point-in-time recovery can reach back. */
export const keptDays = 40;

/** `logged` is what the stream's filter reads, so that a resident's own acts never wake the consumer. */
export const activityItem = (done: Activity): Record<string, unknown> => ({
  ...keys.activity(done.at, done.eventId),
  ...activity.parse(done),
  type: 'Activity',
  logged: belongsInLog(done),
  expiresAt: Math.floor(Date.parse(done.at) / 1000) + keptDays * 86_400,
});

/** The SDK repeats a write whose answer was lost: no other activity has that id, so what stands in the way is this one. */
const isStored = (error: unknown, { eventId }: Activity): boolean =>
  error instanceof ConditionalCheckFailedException &&
  error.Item !== undefined &&
  unmarshall(error.Item)['eventId'] === eventId;

/** Writes what is not there yet; what is in the way comes back with the refusal. */
export const insertion = (TableName: string, Item: Record<string, unknown>) => ({
  TableName,
  Item,
  ConditionExpression: 'attribute_not_exists(#pk)',
  ExpressionAttributeNames: { '#pk': 'pk' },
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
});

/** For reads and denials, which change nothing else. Returns once the activity is stored, or throws (LOG-15). */
export const appendActivity = async ({ client, tables }: Database, done: Activity): Promise<void> => {
  const put = new PutCommand(insertion(tables.activities, activityItem(done)));
  await client.send(put).catch((error: unknown) => {
    if (!isStored(error, done)) throw error;
  });
};

/** The activity in a stream record's new image; throws on anything else. */
export const activityInImage = (image: Record<string, unknown> | undefined): Activity =>
  activity.parse(unmarshall((image ?? {}) as Parameters<typeof unmarshall>[0]));
