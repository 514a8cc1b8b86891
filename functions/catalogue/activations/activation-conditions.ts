import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { type Change, demandUnread } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { startDemands } from '../../../shared/persistence/moments/start-demands.ts';
import { activeUnitDemand } from '../../../shared/persistence/organisation/active-unit-demand.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';

/**
 * What must hold at the very moment a version is activated: the unit is active and, where it is under an agreement, that is in force
 * (ORG-2, ORG-3), and the moment is still offered to its provider (PUB-3). A later minor needs no more: what was unpublished and runs is
 * mended too (PUB-5, PUB-6).
 */
export const minorConditions = (
  unit: Unit,
  entry: CatalogueEntry,
  momentVersion: string,
  now: string,
): Change[] => [
  activeUnitDemand(unit.hsaId),
  ...agreementDemands(unit, now),
  ...startDemands(entry, unit.provider, { momentVersion, otherwise: 'version-recalled' }),
];

/** As `minorConditions`, and that the moment is published (PUB-6). */
export const activationConditions = (
  unit: Unit,
  entry: CatalogueEntry,
  momentVersion: string,
  now: string,
): Change[] => [
  ...minorConditions(unit, entry, momentVersion, now),
  demandUnread(entities.catalogueEntry, keys.catalogueEntry(entry.momentId), {
    state: ['published'],
    otherwise: 'moment-unpublished',
  }),
];
