import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { lastPressing, runningPriorities } from '../../domain/care/attention.ts';
import { type ListedInstance, listedInstance } from '../../domain/care/listed-instance.ts';
import type { Participant } from '../../domain/care/participation.ts';
import type { Cursors, Position } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { queryPage, startOf } from '../engine/query-page.ts';
import { getMany } from '../engine/read.ts';
import { keys, participationOf, partsOf } from '../keys.ts';
import { instanceEntities } from './entities.ts';

/** Moments that one page looks through where only some of them are wanted. */
const lookedThrough = 1000;

/** Moments that press, counted for one practitioner. */
const mostCounted = 100;

interface Place {
  readonly unit: string;
  /** Those of one practitioner alone. */
  readonly practitioner?: string | undefined;
}

interface Listing extends Place, PageRequest {
  /** What runs, the most pressing first; or what has ended, the last first. */
  readonly view: 'running' | 'ended';
  /** Which of them are shown, by what is read beside them. */
  keeps(): Promise<(one: ListedInstance) => boolean>;
  /** Few of them are: more is looked through than is shown. */
  readonly isSearch: boolean;
}

/** A place in the lists of a unit or of one practitioner of it, with what is wanted of their order. */
const inOrder = ({ unit, practitioner }: Place, wanted: string, priority: string | undefined) => {
  const own = practitioner !== undefined;
  return {
    IndexName: own ? 'byPractitioner' : 'byUnit',
    KeyConditionExpression: `#unit = :unit${own ? ' AND #practitioner = :practitioner' : ''} AND ${wanted}`,
    ExpressionAttributeNames: {
      ...{ '#unit': 'unit', '#priority': 'priority' },
      ...(own ? { '#practitioner': 'practitioner' } : {}),
    },
    ExpressionAttributeValues: {
      ...{ ':unit': unit, ':priority': priority },
      ...(own ? { ':practitioner': practitioner } : {}),
    },
  };
};

const ofView = (place: Place, view: Listing['view']) =>
  view === 'ended'
    ? inOrder(place, '#priority = :priority', 'ended')
    : inOrder(place, '#priority <= :priority', runningPriorities.at(-1));

/** A row that does not fit its shape is an error, never skipped: what is hidden from care may harm. */
const listedIn = (item: Record<string, unknown>): ListedInstance => {
  const read = listedInstance.safeParse(item);
  if (!read.success) throw new Error('Unreadable Instance in an index of its table');
  return read.data;
};

const positionOf = ({ instanceId, priority, since }: ListedInstance): Position => ({
  ...{ instanceId, priority, since },
});

const startKey = (place: Place, { instanceId = '', priority, since }: Position) => ({
  ...{ ...place, priority, since },
  ...keys.instance(instanceId),
});

const listedPage = async (
  { client, tables }: Database,
  cursors: Cursors,
  { unit, practitioner, view, keeps, isSearch, limit, cursor }: Listing,
): Promise<Page<ListedInstance>> => {
  const place = practitioner === undefined ? { unit } : { unit, practitioner };
  const list = ['instances', view, unit, practitioner];
  const start = startOf(cursors, { cursor, list, pointer: '/query/cursor' });
  const Limit = isSearch ? lookedThrough : limit;
  const [{ Items = [], LastEvaluatedKey: isMore }, isKept] = await Promise.all([
    client.send(
      new QueryCommand({
        TableName: tables.instances,
        ...{ ...ofView(place, view), Limit, ScanIndexForward: view === 'running' },
        ExclusiveStartKey: start && startKey(place, start),
      }),
    ),
    keeps(),
  ]);
  const found = Items.map(listedIn);
  const wanted = found.filter(isKept);
  const items = wanted.slice(0, limit);
  const cut = wanted.length > limit ? items.at(-1) : undefined;
  const last = cut ?? (isMore && found.at(-1));
  return { items, next: last && cursors.seal(list, positionOf(last)) };
};

/** The lists of staff. From indexes, so what was written this instant may be a moment late. */
export const listRepository = (database: Database, cursors: Cursors) => ({
  /** A page may be short, or empty, while there is more. */
  listed: (listing: Listing) => listedPage(database, cursors, listing),

  /** How many of a practitioner’s moments press, of each kind; no more than a hundred are counted. */
  async pressingWith(unit: string, practitioner: string) {
    const { client, tables } = database;
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.instances,
        ...inOrder({ unit, practitioner }, '#priority <= :priority', lastPressing),
        ProjectionExpression: '#priority',
        Limit: mostCounted,
      }),
    );
    const having = (one: string) => Items.filter(({ priority }) => priority === one).length;
    return { urgent: having('0'), unread: having('1') };
  },

  /** What somebody takes part in beside their own, whoever added them last first; what they stated a reason for is not among it. */
  participationsOf: (unit: string, staff: string, page: PageRequest): Promise<Page<Stored<Participant>>> => {
    const participation = participationOf(unit, staff);
    return queryPage(database, cursors, {
      kind: instanceEntities.participant,
      index: 'byParticipation',
      condition: {
        KeyConditionExpression: '#participation = :participation',
        ExpressionAttributeNames: { '#participation': 'participation' },
        ExpressionAttributeValues: { ':participation': participation },
      },
      newestFirst: true,
      ...page,
      list: ['participations', unit, staff],
      pointer: '/query/cursor',
      sortAttributes: ['addedAt', 'pk'],
      startKey: ({ addedAt, pk = '' }) => ({
        ...{ participation, addedAt },
        ...keys.participant(partsOf(pk)[1] ?? '', staff),
      }),
    });
  },

  /** The heads of those moments, in no order. */
  async instancesNamed(ids: readonly string[]): Promise<ListedInstance[]> {
    const found = await getMany(database, instanceEntities.instance, ids.map(keys.instance));
    return found.map(({ value }) => value);
  },
});
