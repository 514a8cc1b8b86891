import type { Database } from './database.ts';
import type { Entity, Stored } from './entity.ts';
import { keys } from './keys.ts';
import type { Cursors, Page, PageRequest } from './page.ts';
import { queryPage } from './query-page.ts';
import { startingWith } from './read.ts';

interface Part<T extends object> {
  readonly kind: Entity<T>;
  readonly begins: string;
}

/** What a moment has of one kind, newest first: ids are UUIDv7 and versions padded, so key order is time order. */
export const pageInMoment = <T extends object>(
  database: Database,
  cursors: Cursors,
  momentId: string,
  { kind, begins, ...page }: Part<T> & PageRequest,
): Promise<Page<Stored<T>>> => {
  const { pk } = keys.moment(momentId);
  return queryPage(database, cursors, {
    kind,
    condition: startingWith(pk, begins),
    newestFirst: true,
    ...page,
    list: [kind.type, momentId],
    pointer: '/query/cursor',
    sortAttributes: ['sk'],
    startKey: ({ sk }) => ({ pk, sk }),
  });
};
