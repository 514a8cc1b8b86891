import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Entity, Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { keys } from '../keys.ts';

interface Part<T extends object> {
  readonly kind: Entity<T>;
  readonly begins: string;
  readonly consistent?: true;
}

/** What a moment has of one kind, newest first. */
export const pageInMoment = <T extends object>(
  database: Database,
  cursors: Cursors,
  momentId: string,
  part: Part<T> & PageRequest,
): Promise<Page<Stored<T>>> =>
  pageInPartition(database, cursors, {
    ...part,
    pk: keys.moment(momentId).pk,
    newestFirst: true,
    list: [part.kind.type, momentId],
  });
