import type { Statistic } from '../../domain/statistics.ts';
import type { Cursors, ListName } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { queryPage } from '../engine/query-page.ts';
import { between, ofKind, within } from '../engine/read.ts';
import { keys, partsOf, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

const placeIn = ({ from, to }: { from: string; to: string }, month: string) => {
  if (month < from) return 'above';
  return month > to ? 'below' : 'within';
};

const statisticPage = (pk: string, list: ListName, page: PageRequest) => ({
  newestFirst: false,
  ...page,
  list,
  pointer: '/query/cursor' as const,
  sortAttributes: ['sk'],
  startKey: ({ sk }: Readonly<Record<string, string>>) => ({ pk, sk }),
});

/** Counted starts and ends (ORG-8). */
export const statisticsRepository = (database: Database, cursors: Cursors) => ({
  /** Of one unit from one month to another, both included, by month. */
  unitStatistics: (
    { provider, unit, from, to }: { provider: string; unit: string; from: string; to: string },
    page: PageRequest,
  ): Promise<Page<Stored<Statistic>>> => {
    const { pk } = keys.statistic(provider, '', '', '');
    return queryPage(database, cursors, {
      kind: organisationEntities.statistic,
      condition: between(pk, prefix.statisticsOf(unit), from, to),
      ...statisticPage(pk, ['statistics', provider, unit], page),
      // A cursor stays good when the period has moved on with the clock.
      place: ({ sk = '' }) => placeIn({ from, to }, partsOf(sk)[1] ?? ''),
    });
  },

  /** Moments that run on a unit now: all that were started there and have not ended. */
  async runningOn(provider: string, unit: string): Promise<number> {
    const { pk } = keys.statistic(provider, '', '', '');
    const items = await within(database, 'organisation', { pk, begins: prefix.statisticsOf(unit) });
    return ofKind(organisationEntities.statistic, items).reduce(
      (sum, { value: { started, ended } }) => sum + started - ended,
      0,
    );
  },

  /** Of all the provider's units, by unit and month; months outside the period are left out of the page they would be on. */
  providerStatistics: (
    { provider, from, to }: { provider: string; from: string; to: string },
    page: PageRequest,
  ): Promise<Page<Stored<Statistic>>> => {
    const { pk } = keys.statistic(provider, '', '', '');
    return queryPage(database, cursors, {
      kind: organisationEntities.statistic,
      condition: {
        KeyConditionExpression: '#pk = :pk',
        FilterExpression: '#month BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#pk': 'pk', '#month': 'month' },
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
      },
      ...statisticPage(pk, ['statistics', provider], page),
    });
  },
});
