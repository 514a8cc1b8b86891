import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Activity } from '../../audit/activity.ts';
import { Problem } from '../../domain/problem.ts';
import { requestSayings } from '../../domain/sayings/request-sayings.ts';
import { activityItem, insertion } from './append-activity.ts';
import { obstacleAt, problemOf } from './cancellation.ts';
import type { Change } from './change.ts';
import type { Database } from './database.ts';
import { conditionOf, updateOf } from './expression.ts';
import { type Attempt, type FirstAnswer, firstAnswerIn, idempotencyItem } from './idempotency.ts';
import { sendTransaction } from './send-transaction.ts';
import { storableItem } from './storable.ts';
import { mostBytes, mostItems } from './transaction-limits.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** All that one request writes: nobody can change data without saying what was done. */
export interface UnitOfWork {
  readonly changes: readonly Change[];
  readonly activity: Activity;
  readonly once: { readonly attempt: Attempt; readonly answer: FirstAnswer } | undefined;
}

/** A change as DynamoDB takes it, marked with the activity it belongs to. */
export const transactItem = ({ tables }: Database, change: Change, activityId: string): TransactItem => {
  if (change.act === 'update')
    return {
      Update: {
        TableName: tables[change.table],
        Key: { ...change.key },
        ...updateOf(change, activityId),
      },
    };
  const target = { TableName: tables[change.table], ...conditionOf(change.expect) };
  if (change.act === 'put')
    // The activity's id on the item shows later whether a change came through the application (LOG-22).
    return { Put: { ...target, Item: { ...change.key, ...storableItem(change.item), activityId } } };
  if (change.act === 'delete') return { Delete: { ...target, Key: { ...change.key } } };
  if (!('ConditionExpression' in target)) throw new Error('A check must demand something');
  return { ConditionCheck: { ...target, Key: { ...change.key } } };
};

const assertFitsTransaction = (items: readonly TransactItem[], changes: readonly Change[]): void => {
  const bytes = changes.reduce((sum, { item }) => sum + Buffer.byteLength(JSON.stringify(item ?? '')), 0);
  if (items.length <= mostItems && bytes <= mostBytes) return;
  throw new Problem('payload-too-large', [{ pointer: '/body', ...requestSayings['too-much-at-once'] }]);
};

/**
 * Writes changes, activity and idempotency row in one transaction: all or nothing, audit included (LOG-15).
 * Returns the first answer when the same attempt was carried out before, undefined when it was carried out now.
 * Throws `already-exists`, `not-found`, `version-mismatch`, `illegal-state`, `idempotency-key-reused`, `payload-too-large` or
 * `unavailable`.
 */
export const commit = async (
  database: Database,
  { changes, activity, once }: UnitOfWork,
): Promise<FirstAnswer | undefined> => {
  const outbox = database.tables.activities;
  const items = [
    ...changes.map((change) => transactItem(database, change, activity.eventId)),
    { Put: insertion(outbox, activityItem(activity)) },
    ...(once ? [{ Put: insertion(outbox, idempotencyItem(once.attempt, once.answer, activity.at)) }] : []),
  ];
  assertFitsTransaction(items, changes);
  try {
    // With the token a repeat by the SDK after a lost answer is carried out once.
    await sendTransaction(
      database,
      new TransactWriteCommand({ TransactItems: items, ClientRequestToken: activity.eventId }),
    );
    return undefined;
  } catch (error) {
    const earlier = once && obstacleAt(error, changes.length + 1);
    if (once && earlier) return firstAnswerIn(once.attempt, earlier);
    throw problemOf(error, changes) ?? error;
  }
};
