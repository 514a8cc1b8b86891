import type { Agreement, Provider, ServiceAgreement } from '../../domain/provider.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { queryPage } from '../engine/query-page.ts';
import { get, getMany, ofKind, within } from '../engine/read.ts';
import { keys, listed, partsOf, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** A provider with all that lies in its partition, which the domain bounds. */
export interface ProviderWhole {
  readonly provider: Stored<Provider>;
  readonly serviceAgreement: Stored<ServiceAgreement> | undefined;
  readonly agreements: readonly Stored<Agreement>[];
}

/** Providers with their agreements. */
export const providerRepository = (database: Database, cursors: Cursors) => ({
  provider: (hsaId: string) => get(database, organisationEntities.provider, keys.provider(hsaId)),

  /** Those of the HSA-ids that a provider is registered under. */
  async registeredAmong(hsaIds: readonly string[]): Promise<ReadonlySet<string>> {
    const wanted = [...new Set(hsaIds)].map((hsaId) => keys.provider(hsaId));
    const registered = await getMany(database, organisationEntities.provider, wanted);
    return new Set(registered.map(({ value }) => value.hsaId));
  },

  serviceAgreement: (provider: string) =>
    get(database, organisationEntities.serviceAgreement, keys.serviceAgreement(provider)),

  agreement: (provider: string, region: string) =>
    get(database, organisationEntities.agreement, keys.agreement(provider, region)),

  async wholeProvider(hsaId: string): Promise<ProviderWhole | undefined> {
    const { pk } = keys.provider(hsaId);
    const [provider, serviceAgreement, agreements] = await Promise.all([
      get(database, organisationEntities.provider, keys.provider(hsaId)),
      get(database, organisationEntities.serviceAgreement, keys.serviceAgreement(hsaId)),
      within(database, 'organisation', { pk, begins: prefix.agreements }),
    ]);
    return (
      provider && {
        ...{ provider, serviceAgreement },
        agreements: ofKind(organisationEntities.agreement, agreements),
      }
    );
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
});
