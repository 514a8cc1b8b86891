import type { Cursors, ListName } from './cursor.ts';
import type { Database } from './database.ts';
import type { Entity, Stored } from './entity.ts';
import type { Page, PageRequest } from './page.ts';
import { queryPage } from './query-page.ts';
import { startingWith } from './read.ts';

export interface PartOfPartition<T extends object> extends PageRequest {
  readonly kind: Entity<T>;
  readonly pk: string;
  /** What the sort keys of that part begin with. */
  readonly begins: string;
  /** By key: ids are UUIDv7 and versions padded, so that key order is time order where they are the key. */
  readonly newestFirst: boolean;
  /** Strongly consistent, where something is decided by what is on the page. */
  readonly consistent?: true;
  /** Those alone that have these attributes; the others are read past, and leave the page short. */
  readonly only?: Readonly<Record<string, string>>;
  fitting?(values: readonly T[]): number;
  readonly list: ListName;
}

type Condition = ReturnType<typeof startingWith>;

const narrowed = (condition: Condition, only: readonly (readonly [string, string])[]) =>
  only.length === 0
    ? condition
    : {
        ...condition,
        FilterExpression: only.map(([name]) => `#${name} = :${name}`).join(' AND '),
        ExpressionAttributeNames: {
          ...condition.ExpressionAttributeNames,
          ...Object.fromEntries(only.map(([name]) => [`#${name}`, name])),
        },
        ExpressionAttributeValues: {
          ...condition.ExpressionAttributeValues,
          ...Object.fromEntries(only.map(([name, value]) => [`:${name}`, value])),
        },
      };

/** One page of the items of one kind that lie together in one partition of a table. */
export const pageInPartition = <T extends object>(
  database: Database,
  cursors: Cursors,
  { pk, begins, only, ...part }: PartOfPartition<T>,
): Promise<Page<Stored<T>>> =>
  queryPage(database, cursors, {
    ...part,
    condition: narrowed(startingWith(pk, begins), Object.entries(only ?? {})),
    pointer: '/query/cursor',
    sortAttributes: ['sk'],
    startKey: ({ sk }) => ({ pk, sk }),
  });
