import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Activity } from '../../audit/activity.ts';
import { keys } from '../keys.ts';
import { activityItem, appendActivity, insertion } from './append-activity.ts';
import { obstacleAt, problemOf } from './cancellation.ts';
import type { Change } from './change.ts';
import { transactItem } from './commit.ts';
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

export interface DeniedAttempt {
  readonly denial: Activity;
  readonly caller: string;
  /** Stands for whom it was about once they are not named any more. */
  readonly target: string | undefined;
  /** What the attempt itself changes. */
  readonly changes: readonly Change[];
}

/** The same attempt without naming whom and what it was about: it stands in nobody else's log, and can be told from the others. */
const unnamed = ({ denial, target }: DeniedAttempt, attempts: number): Activity => {
  const { patient: _, patients: __, proxy: ___, resource: ____, actor, ...rest } = denial;
  return {
    ...rest,
    actor: actor.kind === 'resident' ? { kind: 'resident', person: actor.person } : actor,
    attempts,
    ...(target === undefined ? {} : { target }),
  };
};

const sendApart = async (
  database: Database,
  changes: readonly Change[],
  items: NonNullable<TransactWriteCommandInput['TransactItems']>,
): Promise<void> => {
  if (items.length === 0) return;
  const command = new TransactWriteCommand({ TransactItems: items });
  await sendTransaction(database, command).catch((error: unknown) => {
    throw problemOf(error, changes) ?? error;
  });
};

/**
 * Entry, count and changes each by itself: a flood would only cancel them together. Returns, or throws, once all of them have ended:
 * what is on its way still when the function has answered may never arrive.
 */
const appendApart = async (
  database: Database,
  { caller, changes }: DeniedAttempt,
  entry: Activity,
): Promise<void> => {
  const ended = await Promise.allSettled([
    appendActivity(database, entry),
    sendApart(database, [], [{ Update: counting(database, caller, entry.at) }]),
    sendApart(
      database,
      changes,
      changes.map((change) => transactItem(database, change, entry.eventId)),
    ),
  ]);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
};

/**
 * Stores a denied attempt with what it changes, or throws (LOG-21), and counts it for its caller in the same transaction; from
 * `mostNamed` in an hour on, the entry says how many instead of whom. Whether there was anybody to name makes no difference to what
 * is done. Where what it changes is refused, the attempt is stored all the same, and that refusal thrown.
 */
export const appendDenial = async (database: Database, attempt: DeniedAttempt): Promise<void> => {
  const { denial, caller, changes } = attempt;
  const { at, eventId } = denial;
  const Put = insertion(database.tables.activities, activityItem(denial));
  const items = changes.map((change) => transactItem(database, change, eventId));
  try {
    const TransactItems = [...items, { Update: countingFew(database, caller, at) }, { Put }];
    await sendTransaction(database, new TransactWriteCommand({ TransactItems, ClientRequestToken: eventId }));
  } catch (error) {
    const before = obstacleAt(error, changes.length);
    const entry = before ? unnamed(attempt, Number(before['count']) + 1) : denial;
    const obstacle = problemOf(error, changes);
    if (obstacle && changes.length > 0) {
      await appendApart(database, { ...attempt, changes: [] }, entry);
      throw obstacle;
    }
    if (!before) throw obstacle ?? error;
    await appendApart(database, attempt, entry);
  }
};
