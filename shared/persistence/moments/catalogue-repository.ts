import type { CatalogueEntry, Offer } from '../../domain/moment/catalogue-entry.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors, ListName } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { pageInTurn } from '../engine/pages-in-turn.ts';
import { queryPage } from '../engine/query-page.ts';
import { get, getMany } from '../engine/read.ts';
import { keys, listed, partsOf } from '../keys.ts';
import { momentEntities } from './entities.ts';

/** The catalogue as care providers see it. */
export const catalogueRepository = (database: Database, cursors: Cursors) => ({
  catalogueEntry: (momentId: string) =>
    get(database, momentEntities.catalogueEntry, keys.catalogueEntry(momentId)),
  offer: (momentId: string, provider: string) =>
    get(database, momentEntities.offer, keys.offer(momentId, provider)),

  async catalogueEntries(momentIds: readonly string[]): Promise<ReadonlyMap<string, CatalogueEntry>> {
    const wanted = [...new Set(momentIds)].map((momentId) => keys.catalogueEntry(momentId));
    const found = await getMany(database, momentEntities.catalogueEntry, wanted);
    return new Map(found.map(({ value }) => [value.momentId, value]));
  },

  /** What a provider is offered by name, then what everyone is, each in the order in which the moments were made. */
  offersTo: (provider: string, page: PageRequest): Promise<Page<Stored<Offer>>> =>
    pageInTurn(cursors, partsOfOffers(provider), page, (party, list) =>
      offersPage(database, cursors, party, { ...page, list }),
    ),

  /**
   * Where a search may find moments by a word that begins so, of two letters at least: all that a provider is offered by name, then what
   * everyone is, by the word. The words of what is offered to some are not kept: how many pages there are would tell others of them.
   */
  searched: (provider: string, beginning: string, page: PageRequest): Promise<Page<Sought>> =>
    pageInTurn(cursors, partsOfSearch(provider, beginning), page, (part, list) =>
      part === 'everyone'
        ? wordsPage(database, cursors, beginning, { ...page, list })
        : soughtAmongOffers(database, cursors, part, { ...page, list }),
    ),
});

/** A moment that a search may be for. */
export interface Sought {
  readonly momentId: string;
  /** By which it was found; absent where it is offered by name. */
  readonly word?: string;
  /** The cursor of a page that ended with it. */
  after(): string;
}

interface ListedPage extends PageRequest {
  readonly list: ListName;
}

const partsOfSearch = (provider: string, beginning: string) => {
  const list = ['catalogue-search', beginning, provider];
  return [
    { part: provider, list, top: first },
    { part: 'everyone', list: [...list, 'everyone'], top: { sk: beginning } },
  ] as const;
};

const wordsPage = async (
  database: Database,
  cursors: Cursors,
  beginning: string,
  page: ListedPage,
): Promise<Page<Sought>> => {
  const { items, next } = await pageInPartition(database, cursors, {
    kind: momentEntities.catalogueWord,
    ...{ pk: keys.catalogueWord(beginning, '').pk, begins: beginning },
    newestFirst: false,
    ...page,
  });
  const found = items.map(({ value: { momentId, word } }) => ({
    ...{ momentId, word },
    after: () => cursors.seal(page.list, { sk: keys.catalogueWord(word, momentId).sk }),
  }));
  return { items: found, next };
};

const soughtAmongOffers = async (
  database: Database,
  cursors: Cursors,
  provider: string,
  page: ListedPage,
): Promise<Page<Sought>> => {
  const { items, next } = await offersPage(database, cursors, provider, page);
  const found = items.map(({ value: { momentId } }) => ({
    momentId,
    after: () => cursors.seal(page.list, { listed: listed.offer(momentId) }),
  }));
  return { items: found, next };
};

/** Before every offer: what is offered to everyone begins here, once a provider’s own have been shown. */
const first = { listed: listed.offers };

const offersPage = (
  database: Database,
  cursors: Cursors,
  party: string,
  page: ListedPage,
): Promise<Page<Stored<Offer>>> =>
  queryPage(database, cursors, {
    kind: momentEntities.offer,
    ...byOwner(party, listed.offers),
    ...page,
    place: ({ listed: at }) => (at === first.listed ? 'above' : 'within'),
    startKey: ({ listed: place = '' }) => ({
      ...{ owner: party, listed: place },
      ...keys.offer(partsOf(place)[1] ?? '', party),
    }),
  });

const partsOfOffers = (provider: string) => {
  const partOf = (party: string) => ({ part: party, list: ['offers', provider, party], top: first });
  return [partOf(provider), partOf('everyone')] as const;
};
