import type { CatalogueEntry, CatalogueWord, Offer } from '../../domain/moment/catalogue-entry.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
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
  offersTo: (provider: string, page: PageRequest) => offersPage(database, cursors, provider, page),

  /** Titles that have a word beginning so; `beginning` has two letters at least. */
  titlesWith: (beginning: string, page: PageRequest): Promise<Page<Stored<CatalogueWord>>> => {
    const { pk } = keys.catalogueWord(beginning, '');
    return pageInPartition(database, cursors, {
      kind: momentEntities.catalogueWord,
      ...{ pk, begins: beginning },
      newestFirst: false,
      ...page,
      list: wordList(beginning),
    });
  },

  /** The cursor of a page that ended with one of them. */
  afterTitle: (beginning: string, { word, momentId }: CatalogueWord): string =>
    cursors.seal(wordList(beginning), { sk: keys.catalogueWord(word, momentId).sk }),
});

const wordList = (beginning: string) => ['catalogue-words', beginning];

/** Before every offer: what is offered to everyone begins here, once a provider’s own have been shown. */
const first = { listed: listed.offers };

const offersPage = (
  database: Database,
  cursors: Cursors,
  provider: string,
  page: PageRequest,
): Promise<Page<Stored<Offer>>> => {
  const partOf = (party: string) => ({ part: party, list: ['offers', provider, party], top: first });
  return pageInTurn(cursors, [partOf(provider), partOf('everyone')], page, (party, list) =>
    queryPage(database, cursors, {
      kind: momentEntities.offer,
      ...byOwner(party, listed.offers),
      ...page,
      list,
      place: ({ listed: at }) => (at === first.listed ? 'above' : 'within'),
      startKey: ({ listed: place = '' }) => ({
        ...{ owner: party, listed: place },
        ...keys.offer(partsOf(place)[1] ?? '', party),
      }),
    }),
  );
};
