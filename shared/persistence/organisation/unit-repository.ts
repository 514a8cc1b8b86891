import type { Unit } from '../../domain/organisation.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { queryPage } from '../engine/query-page.ts';
import { get, getMany } from '../engine/read.ts';
import { keys, listed, partsOf } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Units, by themselves, by provider and by county. */
export const unitRepository = (database: Database, cursors: Cursors) => ({
  unit: (hsaId: string) => get(database, organisationEntities.unit, keys.unit(hsaId)),

  /** Its own, for its moments. */
  categories: (unit: string) => get(database, organisationEntities.unitCategories, keys.categories(unit)),

  async unitsNamed(hsaIds: readonly string[]): Promise<Unit[]> {
    const wanted = [...new Set(hsaIds)].map((hsaId) => keys.unit(hsaId));
    return (await getMany(database, organisationEntities.unit, wanted)).map(({ value }) => value);
  },

  /** By HSA-id. From an index, so a unit handed out this instant may be a moment late. */
  unitsOf: (provider: string, page: PageRequest): Promise<Page<Stored<Unit>>> =>
    queryPage(database, cursors, {
      kind: organisationEntities.unit,
      ...byOwner(provider, listed.units),
      ...page,
      list: ['units', provider],
      startKey: ({ listed: place = '' }) => ({
        ...{ owner: provider, listed: place },
        ...keys.unit(partsOf(place)[1] ?? ''),
      }),
    }),

  /** Active care units in a county, by HSA-id. From an index, so a unit activated this instant may be a moment late. */
  activeUnitsIn: (county: string, page: PageRequest): Promise<Page<Stored<Unit>>> =>
    queryPage(database, cursors, {
      kind: organisationEntities.unit,
      index: 'byCounty',
      condition: {
        KeyConditionExpression: '#activeCounty = :activeCounty',
        ExpressionAttributeNames: { '#activeCounty': 'activeCounty' },
        ExpressionAttributeValues: { ':activeCounty': county },
      },
      newestFirst: false,
      ...page,
      list: ['active-units', county],
      pointer: '/query/cursor',
      sortAttributes: ['listed'],
      startKey: ({ listed: place = '' }) => ({
        ...{ activeCounty: county, listed: place },
        ...keys.unit(partsOf(place)[1] ?? ''),
      }),
    }),
});
