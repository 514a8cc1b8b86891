import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../../domain/problem.ts';
import { requestSayings } from '../../domain/sayings/request-sayings.ts';
import type { Cursors, ListName, Position } from './cursor.ts';
import type { Database } from './database.ts';
import { type Entity, type Stored, stored } from './entity.ts';
import type { Page } from './page.ts';

interface PageQuery<T extends object> {
  readonly kind: Entity<T>;
  /** Of a table alone: an index has no strongly consistent reads. */
  readonly consistent?: true | undefined;
  readonly index?: string;
  readonly condition: Pick<
    QueryCommandInput,
    'KeyConditionExpression' | 'FilterExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >;
  readonly newestFirst: boolean;
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Names the list in its cursors, so that one of another list is refused. */
  readonly list: ListName;
  /** Where in the request the cursor stood, for the fault. */
  readonly pointer: '/query/cursor' | '/body/cursor';
  /** Key attributes that say where in the partition a page ended; the rest of the key is the query's own. */
  readonly sortAttributes: readonly string[];
  /** Where a position lies against a range that may have moved since; within it where nothing is said. */
  place?(position: Position): 'above' | 'within' | 'below';
  /** How many of them one answer has room for, at least one; the rest are for the next page. */
  fitting?(values: readonly T[]): number;
  /** Rebuilds the whole start key from a position, with the partition the query asks for. */
  startKey(position: Readonly<Record<string, string>>): Record<string, unknown>;
}

/** Where the page asked for begins; undefined for the first. Throws `validation-failed` on what is no cursor of the list. */
export const startOf = (
  cursors: Cursors,
  query: Pick<PageQuery<object>, 'cursor' | 'list' | 'pointer'>,
): Position | undefined => {
  if (query.cursor === undefined) return undefined;
  const start = cursors.open(query.list, query.cursor);
  if (start) return start;
  throw new Problem('validation-failed', [{ pointer: query.pointer, ...requestSayings['not-a-cursor'] }]);
};

/** One bounded page of one partition. A filter may leave it short, or empty, while `next` says there is more. */
export const queryPage = async <T extends object>(
  { client, tables }: Database,
  cursors: Cursors,
  query: PageQuery<T>,
): Promise<Page<Stored<T>>> => {
  const start = startOf(cursors, query);
  const place = start && (query.place?.(start) ?? 'within');
  if (place === 'below') return { items: [], next: undefined };
  const { Items = [], LastEvaluatedKey: end } = await client.send(
    new QueryCommand({
      TableName: tables[query.kind.table],
      IndexName: query.index,
      ConsistentRead: query.consistent,
      ...query.condition,
      ScanIndexForward: !query.newestFirst,
      Limit: query.limit,
      ExclusiveStartKey: start && place === 'within' ? query.startKey(start) : undefined,
    }),
  );
  const all = Items.map((item) => stored(query.kind, item));
  const items = all.slice(0, query.fitting?.(all.map(({ value }) => value)));
  const last = items.length < all.length ? Items[items.length - 1] : end;
  return {
    items,
    next:
      last &&
      cursors.seal(
        query.list,
        Object.fromEntries(query.sortAttributes.map((name) => [name, String(last[name])])),
      ),
  };
};
