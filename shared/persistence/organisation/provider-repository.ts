import type { Agreement, InformationMessage, Provider } from '../../domain/provider.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { queryPage } from '../engine/query-page.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, listed, partsOf, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** A provider with all that lies in its partition, which the domain bounds. */
export interface ProviderWhole {
  readonly provider: Stored<Provider>;
  readonly agreements: readonly Stored<Agreement>[];
}

/** Providers with their agreements and what they have posted. */
export const providerRepository = (database: Database, cursors: Cursors) => ({
  provider: (hsaId: string) => get(database, organisationEntities.provider, keys.provider(hsaId)),

  agreement: (provider: string, region: string) =>
    get(database, organisationEntities.agreement, keys.agreement(provider, region)),

  async wholeProvider(hsaId: string): Promise<ProviderWhole | undefined> {
    const { pk } = keys.provider(hsaId);
    const [provider, agreements] = await Promise.all([
      get(database, organisationEntities.provider, keys.provider(hsaId)),
      within(database, 'organisation', { pk, begins: prefix.agreements }),
    ]);
    return provider && { provider, agreements: ofKind(organisationEntities.agreement, agreements) };
  },

  /** Those a region has made, by provider. From an index, so one made this instant may be a moment late. */
  agreementsOf: (region: string, page: PageRequest): Promise<Page<Stored<Agreement>>> =>
    queryPage(database, cursors, {
      kind: organisationEntities.agreement,
      ...byOwner(region, listed.agreements),
      ...page,
      list: ['agreements', region],
      startKey: ({ listed: place = '' }) => ({
        ...{ owner: region, listed: place },
        ...keys.agreement(partsOf(place)[1] ?? '', region),
      }),
    }),

  /** The hundred posted last, newest first, whether shown now or not. */
  async informationMessages(provider: string): Promise<InformationMessage[]> {
    const { items } = await pageInPartition(database, cursors, {
      kind: organisationEntities.informationMessage,
      ...{ pk: keys.provider(provider).pk, begins: prefix.messages },
      newestFirst: true,
      limit: 100,
      cursor: undefined,
      list: ['information-messages', provider],
    });
    return items.map(({ value }) => value);
  },
});
