import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { ClearedFlag } from '../../domain/care/flag.ts';
import type { Instance } from '../../domain/care/instance.ts';
import type { Message } from '../../domain/care/message.ts';
import type { Result } from '../../domain/care/result.ts';
import { type Happening, timeline } from '../../domain/care/timeline.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import { type Entity, stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { startOf } from '../engine/query-page.ts';
import { between } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';

interface Part<T extends object> {
  readonly kind: Entity<T>;
  readonly begins: string;
}

/** What was read of one kind, and the id it was read down to where there is more of it: DynamoDB ends a page at a megabyte. */
interface Read<T> {
  readonly values: T[];
  readonly downTo: string | undefined;
}

/** The newest of one kind before a place, that very place included. */
const newest = async <T extends object>(
  { client, tables }: Database,
  { kind, begins }: Part<T>,
  { pk, before, limit }: { readonly pk: string; readonly before: string; readonly limit: number },
): Promise<Read<T>> => {
  const { Items = [], LastEvaluatedKey: end } = await client.send(
    new QueryCommand({
      TableName: tables[kind.table],
      ...between(pk, begins, '', before),
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  return {
    values: Items.map((item) => stored(kind, item).value),
    downTo: end && String(end['sk']).slice(begins.length),
  };
};

/** What has happened before a place in the timeline of a moment; `settle` puts it together with its head. */
interface Happened {
  settle(head: Instance): Page<Happening>;
}

export const timelineRepository = (database: Database, cursors: Cursors) => ({
  /** Newest first. The kinds are read side by side and merged: all have ids that carry their time. */
  async happenings(instanceId: string, { limit, cursor }: PageRequest): Promise<Happened> {
    const list = ['timeline', instanceId];
    const before = startOf(cursors, { cursor, list, pointer: '/query/cursor' })?.['before'];
    // One more than is shown says that there is more, and one is the place itself.
    const asked = { pk: keys.instance(instanceId).pk, before: before ?? '~', limit: limit + 2 };
    const results: Part<Result> = { kind: instanceEntities.result, begins: prefix.results };
    const messages: Part<Message> = { kind: instanceEntities.message, begins: prefix.messages };
    const flags: Part<ClearedFlag> = { kind: instanceEntities.clearedFlag, begins: prefix.clearedFlags };
    const [submitted, sent, cleared] = await Promise.all([
      newest(database, results, asked),
      newest(database, messages, asked),
      newest(database, flags, asked),
    ]);
    return {
      settle: (head) => {
        const rows = { results: submitted.values, messages: sent.values, clearings: cleared.values };
        // Further down, of one kind there may be what has not been read.
        const [floor = ''] = [submitted, sent, cleared]
          .map(({ downTo = '' }) => downTo)
          .toSorted()
          .reverse();
        const all = timeline(head, rows, before).filter(({ id }) => id >= floor);
        const items = all.slice(0, limit);
        const last = items.at(-1);
        const isMore = last !== undefined && (all.length > limit || floor !== '');
        return { items, next: isMore ? cursors.seal(list, { before: last.id }) : undefined };
      },
    };
  },
});
