import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Database } from './database.ts';
import { type Entity, type Stored, stored } from './entity.ts';
import type { Cursors, Page } from './page.ts';

interface PageQuery<T extends object> {
  readonly kind: Entity<T>;
  readonly index?: string;
  readonly condition: Pick<
    QueryCommandInput,
    'KeyConditionExpression' | 'FilterExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Key attributes that say where in the partition a page ended; the rest of the key is the query's own. */
  readonly sortAttributes: readonly string[];
  /** Rebuilds the whole start key from a position, with the partition the query asks for. */
  startKey(position: Readonly<Record<string, string>>): Record<string, unknown>;
}

/** One bounded page of one partition. A filter may leave it short, or empty, while `next` says there is more. */
export const queryPage = async <T extends object>(
  { client, tables }: Database,
  cursors: Cursors,
  query: PageQuery<T>,
): Promise<Page<Stored<T>>> => {
  const { Items = [], LastEvaluatedKey: last } = await client.send(
    new QueryCommand({
      TableName: tables[query.kind.table],
      IndexName: query.index,
      ...query.condition,
      ScanIndexForward: !query.newestFirst,
      Limit: query.limit,
      ExclusiveStartKey: query.cursor === undefined ? undefined : query.startKey(cursors.open(query.cursor)),
    }),
  );
  return {
    items: Items.map((item) => stored(query.kind, item)),
    next:
      last &&
      cursors.seal(Object.fromEntries(query.sortAttributes.map((name) => [name, String(last[name])]))),
  };
};
