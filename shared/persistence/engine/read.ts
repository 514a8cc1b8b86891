import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../../domain/problem.ts';
import type { Key } from '../keys.ts';
import type { Database } from './database.ts';
import { type Entity, type Stored, stored } from './entity.ts';
import { longestPausesMs, pause } from './pauses.ts';

/** Strongly consistent: a decision is never taken on what has already changed. */
export const get = async <T extends object>(
  { client, tables }: Database,
  kind: Entity<T>,
  key: Key,
): Promise<Stored<T> | undefined> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: tables[kind.table], Key: { ...key }, ConsistentRead: true }),
  );
  return Item && stored(kind, Item);
};

/** Keys that one BatchGetItem takes. */
const mostKeys = 100;

/** What a large answer or a busy table leaves over is asked for again, but not for ever. Throws `unavailable`. */
const getBatch = async <T extends object>(
  { client, tables }: Database,
  kind: Entity<T>,
  wanted: readonly Key[],
): Promise<Stored<T>[]> => {
  const table = tables[kind.table];
  const items: Record<string, unknown>[] = [];
  const ask = async (Keys: Record<string, unknown>[]): Promise<Record<string, unknown>[]> => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[table] ?? []));
    return UnprocessedKeys?.[table]?.Keys ?? [];
  };
  let left = await ask(wanted.map((key) => ({ ...key })));
  for (const longestMs of longestPausesMs) {
    if (left.length === 0) break;
    await pause(longestMs);
    left = await ask(left);
  }
  if (left.length > 0) throw new Problem('unavailable');
  return items.map((item) => stored(kind, item));
};

/** Those of the keys that are there, side by side and in no order; each key once. */
export const getMany = async <T extends object>(
  database: Database,
  kind: Entity<T>,
  wanted: readonly Key[],
): Promise<Stored<T>[]> => {
  const batches = Array.from({ length: Math.ceil(wanted.length / mostKeys) }, (_, at) =>
    wanted.slice(at * mostKeys, (at + 1) * mostKeys),
  );
  return (await Promise.all(batches.map((batch) => getBatch(database, kind, batch)))).flat();
};

/** The condition of a query for the part of one partition whose sort keys begin so. */
export const startingWith = (pk: string, begins: string) => ({
  KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :begins)',
  ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
  ExpressionAttributeValues: { ':pk': pk, ':begins': begins },
});

/** The condition of a query for the sort keys that begin so and then lie from one text to another, both included. */
export const between = (pk: string, begins: string, from: string, to: string) => ({
  KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
  ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
  // `~` sorts after everything that follows `to` in a key.
  ExpressionAttributeValues: { ':pk': pk, ':from': `${begins}${from}`, ':to': `${begins}${to}~` },
});

/** All items of one partition, or those whose sort key begins so. For partitions whose size the domain bounds. */
export const within = async (
  { client, tables }: Database,
  table: Entity<object>['table'],
  { pk, begins }: { pk: string; begins?: string },
): Promise<Record<string, unknown>[]> => {
  const condition =
    begins === undefined
      ? {
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ExpressionAttributeValues: { ':pk': pk },
        }
      : startingWith(pk, begins);
  const items: Record<string, unknown>[] = [];
  let next: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tables[table],
        ...condition,
        ConsistentRead: true,
        ExclusiveStartKey: next,
      }),
    );
    items.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  } while (next);
  return items;
};

interface Preceding {
  readonly begins: string;
  readonly before: Key;
  readonly most: number;
}

/** The nearest items before a key, nearest first, of those whose sort key begins so. */
export const nearestBefore = async <T extends object>(
  { client, tables }: Database,
  kind: Entity<T>,
  { begins, before: { pk, sk }, most }: Preceding,
): Promise<Stored<T>[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tables[kind.table],
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :begins AND :before',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ':pk': pk, ':begins': begins, ':before': sk },
      ScanIndexForward: false,
      ConsistentRead: true,
      // The key itself, where it is there, lies between as well.
      Limit: most + 1,
    }),
  );
  const found = ofKind(kind, Items);
  return found.filter(({ value }) => kind.key(value).sk !== sk).slice(0, most);
};

/** The items of one kind among those read, in the order of their keys. */
export const ofKind = <T extends object>(
  kind: Entity<T>,
  items: readonly Record<string, unknown>[],
): Stored<T>[] => items.filter(({ type }) => type === kind.type).map((item) => stored(kind, item));
