import type { Mandate, UnitMandate } from '../../domain/mandate.ts';
import type { MandateSide } from '../../domain/open-mandates.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Mandates from one person to another. Decisions rest on strongly consistent reads: a revoked one stops at once (ID-7). */
export const mandateRepository = (database: Database, cursors: Cursors) => ({
  mandate: (residentKey: string, proxyKey: string, mandateId: string) =>
    get(database, organisationEntities.mandate, keys.mandate(residentKey, proxyKey, mandateId)),

  /** From one person to another, revoked ones included. */
  async mandates(residentKey: string, proxyKey: string): Promise<Mandate[]> {
    const { pk } = keys.personLinks(residentKey);
    const items = await within(database, 'organisation', { pk, begins: prefix.mandatesTo(proxyKey) });
    return ofKind(organisationEntities.mandate, items).map(({ value }) => value);
  },

  openMandates: (personKey: string, side: Exclude<MandateSide, 'registered'>) =>
    get(database, organisationEntities.openMandates, keys.openMandates(personKey, side)),

  /** What a unit has registered for a resident and not confirmed. */
  unconfirmedMandates: (personKey: string, unit: string) =>
    get(database, organisationEntities.openMandates, keys.unconfirmedMandates(personKey, unit)),

  /** All that a person has given, revoked ones included, proxy by proxy. */
  mandatesFrom: (residentKey: string, page: PageRequest): Promise<Page<Stored<Mandate>>> =>
    pageInPartition(database, cursors, {
      kind: organisationEntities.mandate,
      ...{ pk: keys.personLinks(residentKey).pk, begins: prefix.mandates },
      newestFirst: false,
      ...page,
      list: ['mandates-from', residentKey],
    }),

  unitMandate: (unit: string, mandateId: string) =>
    get(database, organisationEntities.unitMandate, keys.unitMandate(unit, mandateId)),

  /** What a unit has registered, newest first. */
  mandatesOfUnit: (unit: string, page: PageRequest): Promise<Page<Stored<UnitMandate>>> =>
    pageInPartition(database, cursors, {
      kind: organisationEntities.unitMandate,
      ...{ pk: keys.unit(unit).pk, begins: prefix.unitMandates },
      newestFirst: true,
      ...page,
      list: ['unit-mandates', unit],
    }),
});
