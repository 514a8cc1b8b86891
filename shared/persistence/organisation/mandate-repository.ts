import type { Mandate, UnitMandate } from '../../domain/mandate.ts';
import type { MandateSide } from '../../domain/open-mandates.ts';
import type { Cursors } from '../engine/cursor.ts';
import type { Database } from '../engine/database.ts';
import type { Stored } from '../engine/entity.ts';
import type { Page, PageRequest } from '../engine/page.ts';
import { pageInPartition } from '../engine/page-in-partition.ts';
import { pageInTurn } from '../engine/pages-in-turn.ts';
import { get, ofKind, within } from '../engine/read.ts';
import { keys, prefix } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** Mandates from one person to another. Decisions rest on strongly consistent reads: a revoked one stops at once (ID-7). */
export const mandateRepository = (database: Database, cursors: Cursors) => ({
  mandate: (residentKey: string, proxyKey: string, mandateId: string) =>
    eitherMandate(database, residentKey, proxyKey, mandateId),

  /** From one person to another, but those that were revoked or laid down. */
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

  /** All that a person has given, proxy by proxy; then what was revoked or laid down. */
  mandatesFrom: (residentKey: string, page: PageRequest): Promise<Page<Stored<Mandate>>> =>
    pageInTurn(cursors, partsOfGiver(residentKey), page, (begins, list) =>
      pageInPartition(database, cursors, {
        kind: organisationEntities.mandate,
        ...{ pk: keys.personLinks(residentKey).pk, begins },
        newestFirst: false,
        ...page,
        list,
      }),
    ),

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

const partsOfGiver = (residentKey: string) => {
  const partOf = (begins: string) => ({
    part: begins,
    list: ['mandates-from', residentKey, begins],
    top: { sk: begins },
  });
  return [partOf(prefix.mandates), partOf(prefix.endedMandates)] as const;
};

/** Whether it is over or not. */
const eitherMandate = async (database: Database, ...ids: Parameters<typeof keys.mandate>) => {
  const [open, ended] = await Promise.all([
    get(database, organisationEntities.mandate, keys.mandate(...ids)),
    get(database, organisationEntities.mandate, keys.endedMandate(...ids)),
  ]);
  return open ?? ended;
};
