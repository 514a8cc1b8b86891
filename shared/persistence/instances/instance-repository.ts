import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instance } from '../../domain/care/instance.ts';
import { type Message, shownWithin } from '../../domain/care/message.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import { type Stored, stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInTurn } from '../engine/pages-in-turn.ts';
import { queryPage, startOf } from '../engine/query-page.ts';
import { get } from '../engine/read.ts';
import { keys, partsOf, prefix } from '../keys.ts';
import { instanceEntities } from './entities.ts';
import { pageInInstance } from './page-in-instance.ts';

/** What is read of messages is marked and counted by what the page says. */
const messagePart = { kind: instanceEntities.message, begins: prefix.messages, consistent: true } as const;
/** Messages withdrawn before they were read that a page of the resident’s reads past: far more than anybody withdraws. */
const roomForWithdrawn = 20;

export const instanceRepository = (database: Database, cursors: Cursors) => ({
  instance: (instanceId: string) => get(database, instanceEntities.instance, keys.instance(instanceId)),
  contentPlan: (instanceId: string) =>
    get(database, instanceEntities.contentPlan, keys.contentPlan(instanceId)),

  message: (instanceId: string, messageId: string) =>
    get(database, instanceEntities.message, keys.message(instanceId, messageId)),

  /** Newest first. */
  messages: (instanceId: string, page: PageRequest): Promise<Page<Stored<Message>>> =>
    pageInInstance(database, cursors, instanceId, { ...messagePart, ...page }),

  /** As many of those that the resident is shown: a page that was short would tell that one was withdrawn before they read it. */
  messagesToResident: (instanceId: string, { limit, cursor }: PageRequest): Promise<Page<Stored<Message>>> =>
    pageInInstance(database, cursors, instanceId, {
      ...messagePart,
      ...{ limit: limit + roomForWithdrawn, cursor, fitting: shownWithin(limit) },
    }),

  /** Newest first, number by number. From an index, so a moment started this instant may be a moment late. */
  ofResident: (residentKeys: readonly [string, ...string[]], page: PageRequest) =>
    residentPage(database, cursors, residentKeys, page),

  /** Those on some units alone, newest first, number by number. */
  ofResidentOnUnits: (residentKeys: readonly string[], units: readonly string[], page: PageRequest) =>
    pageOnUnits(database, cursors, { residentKeys, units, ...page }),
});

/** One query a number, a megabyte at most: more than a thousand instances. */
const residentOnUnits = async (
  { client, tables }: Database,
  residentKeys: readonly string[],
  units: readonly string[],
): Promise<Stored<Instance>[]> => {
  const names = units.map((_, at) => `:unit${at}`);
  const query = (residentKey: string) =>
    client.send(
      new QueryCommand({
        TableName: tables.instances,
        IndexName: 'byResident',
        KeyConditionExpression: '#residentKey = :residentKey',
        FilterExpression: `#unit IN (${names.join(', ')})`,
        ExpressionAttributeNames: { '#residentKey': 'residentKey', '#unit': 'unit' },
        ExpressionAttributeValues: {
          ':residentKey': residentKey,
          ...Object.fromEntries(units.map((unit, at) => [`:unit${at}`, unit])),
        },
        ScanIndexForward: false,
      }),
    );
  const found = await Promise.all(residentKeys.map(query));
  return found.flatMap(({ Items = [] }) => Items.map((item) => stored(instanceEntities.instance, item)));
};

interface OnUnits extends PageRequest {
  readonly residentKeys: readonly string[];
  readonly units: readonly string[];
}

/**
 * All are read and the page is cut out of them: pages of the index that were short would tell how many lie elsewhere, and when
 * (ORG-1).
 */
const pageOnUnits = async (
  database: Database,
  cursors: Cursors,
  { residentKeys, units, ...page }: OnUnits,
): Promise<Page<Stored<Instance>>> => {
  const list = ['instances-on-units', ...residentKeys, ...units];
  const start = startOf(cursors, { ...page, list, pointer: '/query/cursor' });
  const found = await residentOnUnits(database, residentKeys, units);
  const from = found.findIndex(({ value }) => value.instanceId === start?.['after']) + 1;
  const items = found.slice(from, from + page.limit);
  const last = items.at(-1)?.value.instanceId;
  const isMore = last !== undefined && from + items.length < found.length;
  return { items, next: isMore ? cursors.seal(list, { after: last }) : undefined };
};

/** Before the newest: nothing that is started sorts after it. */
const top = { startedAt: '~', pk: keys.instance('~').pk };

/** The numbers one after the other: what lies under an earlier one was started before the person had the next. */
const residentPage = (
  database: Database,
  cursors: Cursors,
  [present, ...earlier]: readonly [string, ...string[]],
  page: PageRequest,
): Promise<Page<Stored<Instance>>> => {
  const partOf = (residentKey: string) => ({ part: residentKey, list: ['instances', residentKey], top });
  return pageInTurn(cursors, [partOf(present), ...earlier.map(partOf)], page, (residentKey, list) =>
    queryPage(database, cursors, {
      kind: instanceEntities.instance,
      index: 'byResident',
      condition: {
        KeyConditionExpression: '#residentKey = :residentKey',
        ExpressionAttributeNames: { '#residentKey': 'residentKey' },
        ExpressionAttributeValues: { ':residentKey': residentKey },
      },
      newestFirst: true,
      ...page,
      list,
      pointer: '/query/cursor',
      sortAttributes: ['startedAt', 'pk'],
      startKey: ({ startedAt, pk = '' }) => ({
        residentKey,
        startedAt,
        ...keys.instance(partsOf(pk)[1] ?? ''),
      }),
    }),
  );
};
