import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Activity } from '../../audit/activity.ts';
import { keys } from '../keys.ts';
import { activityItem, appendActivity, insertion } from './append-activity.ts';
import { obstacleAt, problemOf } from './cancellation.ts';
import type { Database } from './database.ts';
import { sendTransaction } from './send-transaction.ts';

/**
 * Denials of one caller, within an hour, whose entries say whom and what it was about: more would fill the logs of people they have
 * nothing to do with.
 */
const mostNamed = 20;

/** Past its hour nobody asks for it. */
const keptSeconds = 2 * 3600;

/** One more denial of this caller within the hour. */
const counting = ({ tables }: Database, caller: string, at: string) => ({
  TableName: tables.activities,
  Key: { ...keys.denials(caller, at) },
  UpdateExpression: 'ADD #count :one SET #type = :type, #expiresAt = :expiresAt',
  ExpressionAttributeNames: { '#count': 'count', '#type': 'type', '#expiresAt': 'expiresAt' },
  ExpressionAttributeValues: {
    ':one': 1,
    ':type': 'Denials',
    ':expiresAt': Math.floor(Date.parse(at) / 1000) + keptSeconds,
  },
});

/** The same while they are few. */
const countingFew = (database: Database, caller: string, at: string) => {
  const { ExpressionAttributeValues, ...update } = counting(database, caller, at);
  return {
    ...update,
    ConditionExpression: 'attribute_not_exists(#count) OR #count < :most',
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ':most': mostNamed },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
};

/** The same attempt without whom and what it was about. */
const unnamed = (
  { patient: _, patients: __, proxy: ___, resource: ____, actor, ...denial }: Activity,
  attempts: number,
): Activity => ({
  ...denial,
  actor: actor.kind === 'resident' ? { kind: 'resident', person: actor.person } : actor,
  attempts,
});

/**
 * Stores a denied attempt, or throws (LOG-21), and counts it for its caller in the same transaction; from `mostNamed` in an hour on,
 * the entry says how many instead of whom. Whether there was anybody to name makes no difference to what is done.
 */
export const appendDenial = async (database: Database, denial: Activity, caller: string): Promise<void> => {
  const { at, eventId } = denial;
  const Put = insertion(database.tables.activities, activityItem(denial));
  try {
    const TransactItems = [{ Update: countingFew(database, caller, at) }, { Put }];
    await sendTransaction(database, new TransactWriteCommand({ TransactItems, ClientRequestToken: eventId }));
  } catch (error) {
    const before = obstacleAt(error, 0);
    if (!before) throw problemOf(error, []) ?? error;
    // Not together: a flood would only cancel itself.
    await Promise.all([
      sendTransaction(
        database,
        new TransactWriteCommand({ TransactItems: [{ Update: counting(database, caller, at) }] }),
      ),
      appendActivity(database, unnamed(denial, Number(before['count']) + 1)),
    ]);
  }
};
