import type { Activation } from '../domain/moment/activation.ts';
import type { CatalogueEntry, CatalogueWord, Offer } from '../domain/moment/catalogue-entry.ts';
import type { Database } from './database.ts';
import { entities } from './entities.ts';
import type { Stored } from './entity.ts';
import { keys, listed, partsOf, prefix } from './keys.ts';
import { ownedBy } from './owned-by.ts';
import type { Cursors, Page, PageRequest } from './page.ts';
import { queryPage } from './query-page.ts';
import { get, getMany, startingWith } from './read.ts';

/** The catalogue as care providers see it, and what is active on their units. */
export const catalogueRepository = (database: Database, cursors: Cursors) => ({
  catalogueEntry: (momentId: string) => get(database, entities.catalogueEntry, keys.catalogueEntry(momentId)),
  offer: (momentId: string, provider: string) =>
    get(database, entities.offer, keys.offer(momentId, provider)),
  activation: (unit: string, momentId: string, major: number) =>
    get(database, entities.activation, keys.activation(unit, momentId, major)),

  async catalogueEntries(momentIds: readonly string[]): Promise<ReadonlyMap<string, CatalogueEntry>> {
    const wanted = [...new Set(momentIds)].map((momentId) => keys.catalogueEntry(momentId));
    const found = await getMany(database, entities.catalogueEntry, wanted);
    return new Map(found.map(({ value }) => [value.momentId, value]));
  },

  /** What one provider, or `everyone`, is offered, in the order in which the moments were made. */
  offersTo: (provider: string, page: PageRequest): Promise<Page<Stored<Offer>>> =>
    queryPage(database, cursors, {
      kind: entities.offer,
      ...ownedBy(provider, listed.offers),
      ...page,
      list: ['offers', provider],
      startKey: ({ listed: place = '' }) => ({
        ...{ owner: provider, listed: place },
        ...keys.offer(partsOf(place)[1] ?? '', provider),
      }),
    }),

  /** Titles that have a word beginning so; `beginning` has two letters at least. */
  titlesWith: (beginning: string, page: PageRequest): Promise<Page<Stored<CatalogueWord>>> => {
    const { pk } = keys.catalogueWord(beginning, '');
    return queryPage(database, cursors, {
      kind: entities.catalogueWord,
      condition: startingWith(pk, beginning),
      newestFirst: false,
      ...page,
      list: ['catalogue-words', beginning],
      pointer: '/query/cursor',
      sortAttributes: ['sk'],
      startKey: ({ sk }) => ({ pk, sk }),
    });
  },

  /** What has been activated on a provider's units, by moment, version and unit. */
  activationsOf: (provider: string, page: PageRequest): Promise<Page<Stored<Activation>>> =>
    queryPage(database, cursors, {
      kind: entities.activation,
      ...ownedBy(provider, listed.activations),
      ...page,
      list: ['activations', provider],
      startKey: ({ listed: place = '' }) => {
        const [, momentId = '', major = '', unit = ''] = partsOf(place);
        return { owner: provider, listed: place, ...keys.activation(unit, momentId, Number(major)) };
      },
    }),

  /** What has been activated on one unit, active now or not. */
  activationsOn: (unit: string, page: PageRequest): Promise<Page<Stored<Activation>>> => {
    const { pk } = keys.activation(unit, '', 0);
    return queryPage(database, cursors, {
      kind: entities.activation,
      condition: startingWith(pk, prefix.activations),
      newestFirst: false,
      ...page,
      list: ['activations-on', unit],
      pointer: '/query/cursor',
      sortAttributes: ['sk'],
      startKey: ({ sk }) => ({ pk, sk }),
    });
  },
});
