import { type CatalogueEntry, partyOffered } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { type Change, demandUnread } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { activeUnitDemand } from '../../../shared/persistence/organisation/active-unit-demand.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';

/**
 * What must hold at the very moment a version is activated: the unit is active and, where it is under an agreement, that is in force
 * (ORG-2, ORG-3), and the moment is still offered to its provider (PUB-3). A later minor needs no more: what was unpublished and runs is
 * mended too (PUB-5, PUB-6).
 */
export const minorConditions = (unit: Unit, entry: CatalogueEntry, now: string): Change[] => [
  activeUnitDemand(unit.hsaId),
  ...agreementDemands(unit, now),
  // Offered when it was read: whoever tries again is told that it no longer is.
  demandUnread(entities.offer, keys.offer(entry.momentId, partyOffered(entry, unit.provider)), {
    otherwise: 'illegal-state',
  }),
];

/** As `minorConditions`, and that the moment is published (PUB-6). */
export const activationConditions = (unit: Unit, entry: CatalogueEntry, now: string): Change[] => [
  ...minorConditions(unit, entry, now),
  demandUnread(entities.catalogueEntry, keys.catalogueEntry(entry.momentId), {
    state: ['published'],
    otherwise: 'moment-unpublished',
  }),
];
