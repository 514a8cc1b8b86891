import type { Mandate } from '../../domain/mandate.ts';
import { byOwner } from '../engine/by-owner-query.ts';
import type { Cursors, ListName } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInTurn } from '../engine/pages-in-turn.ts';
import { queryPage } from '../engine/query-page.ts';
import { listed } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Mandates as the proxy finds them. From an index, so one given or accepted this instant may be a moment late. */
export const proxyMandateRepository = (database: Database, cursors: Cursors) => ({
  /** What a person has accepted as proxy, then what they are asked to accept, newest first in each. */
  mandatesTo: (proxyKey: string, page: PageRequest): Promise<Page<Stored<Mandate>>> =>
    pageInTurn(cursors, partsOfProxy(proxyKey), page, (begins, list) =>
      proxyPage(database, cursors, { proxyKey, begins, list, ...page }),
    ),

  /** One that has been put to the proxy, where all that is known is its id. */
  askedMandate: (proxyKey: string, mandateId: string) =>
    byId(database, cursors, proxyKey, listed.askedMandate(mandateId)),

  /** The same of one they have accepted. */
  acceptedMandate: (proxyKey: string, mandateId: string) =>
    byId(database, cursors, proxyKey, listed.acceptedMandate(mandateId)),
});

const partOfProxy = (proxyKey: string, begins: string) => ({
  part: begins,
  list: ['mandates-to', proxyKey, begins],
  top: { listed: begins },
});

const partsOfProxy = (proxyKey: string) =>
  [
    partOfProxy(proxyKey, listed.acceptedMandates),
    partOfProxy(proxyKey, listed.askedMandates),
  ] as const satisfies readonly object[];

interface ProxyQuery extends PageRequest {
  readonly proxyKey: string;
  readonly begins: string;
  readonly list: ListName;
}

const proxyPage = (
  database: Database,
  cursors: Cursors,
  { proxyKey, begins, ...page }: ProxyQuery,
): Promise<Page<Stored<Mandate>>> =>
  queryPage(database, cursors, {
    kind: organisationEntities.mandate,
    ...byOwner(proxyKey, begins),
    // What nobody answered in time is among them still, and must not lie above what is new.
    newestFirst: true,
    ...page,
    sortAttributes: ['listed', 'pk', 'sk'],
    place: ({ listed: at }) => (at === begins ? 'above' : 'within'),
    startKey: (position) => ({ ...position, owner: proxyKey }),
  });

const byId = async (
  database: Database,
  cursors: Cursors,
  proxyKey: string,
  begins: string,
): Promise<Stored<Mandate> | undefined> => {
  const list = ['mandate-by-id', proxyKey, begins];
  const { items } = await proxyPage(database, cursors, {
    ...{ proxyKey, begins, list, limit: 1, cursor: undefined },
  });
  return items[0];
};
