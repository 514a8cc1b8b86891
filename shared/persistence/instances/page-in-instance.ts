import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page } from '../engine/page.ts';
import { type PartOfPartition, pageInPartition } from '../engine/page-in-partition.ts';
import { keys } from '../keys.ts';

type Part<T extends object> = Omit<PartOfPartition<T>, 'pk' | 'list' | 'newestFirst'>;

/** What an instance has of one kind, newest first, or the latest day or number where those are its keys. */
export const pageInInstance = <T extends object>(
  database: Database,
  cursors: Cursors,
  instanceId: string,
  part: Part<T> & { readonly newestFirst?: boolean },
): Promise<Page<Stored<T>>> =>
  pageInPartition(database, cursors, {
    newestFirst: true,
    ...part,
    pk: keys.instance(instanceId).pk,
    list: [part.begins, instanceId],
  });
