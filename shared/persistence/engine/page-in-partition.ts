import type { Cursors, ListName } from './cursor.ts';
import type { Database } from './database.ts';
import type { Entity, Stored } from './entity.ts';
import type { Page, PageRequest } from './page.ts';
import { queryPage } from './query-page.ts';
import { startingWith } from './read.ts';

interface PartOfPartition<T extends object> extends PageRequest {
  readonly kind: Entity<T>;
  readonly pk: string;
  /** What the sort keys of that part begin with. */
  readonly begins: string;
  /** By key: ids are UUIDv7 and versions padded, so that key order is time order where they are the key. */
  readonly newestFirst: boolean;
  /** Strongly consistent, where something is decided by what is on the page. */
  readonly consistent?: true;
  readonly list: ListName;
}

/** One page of the items of one kind that lie together in one partition of a table. */
export const pageInPartition = <T extends object>(
  database: Database,
  cursors: Cursors,
  { pk, begins, ...part }: PartOfPartition<T>,
): Promise<Page<Stored<T>>> =>
  queryPage(database, cursors, {
    ...part,
    condition: startingWith(pk, begins),
    pointer: '/query/cursor',
    sortAttributes: ['sk'],
    startKey: ({ sk }) => ({ pk, sk }),
  });
