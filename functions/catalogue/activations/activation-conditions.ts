import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import type { Change } from '../../../shared/persistence/engine/change.ts';
import { activationDemand, recallDemand } from '../../../shared/persistence/moments/start-demands.ts';
import { activeUnitDemand } from '../../../shared/persistence/organisation/active-unit-demand.ts';
import { agreementDemands } from '../../../shared/persistence/organisation/agreement-demands.ts';

/**
 * What must hold at the very moment a later minor is activated: it is not recalled (PUB-9). What has ended since the major was activated
 * – the agreement, the unit, the offer, the publication – stops new starts alone, and what runs on is mended (PUB-5, ORG-2).
 */
export const minorConditions = (momentId: string, momentVersion: string): Change[] => [
  recallDemand(momentId, momentVersion),
];

/**
 * What must hold at the very moment a version is activated: the unit is active and, where it is under an agreement, that is in force
 * (ORG-2, ORG-3), and the moment is published (PUB-6) and still offered to its provider (PUB-3).
 */
export const activationConditions = (
  unit: Unit,
  entry: CatalogueEntry,
  momentVersion: string,
  now: string,
): Change[] => [
  activeUnitDemand(unit.hsaId),
  ...agreementDemands(unit, now),
  activationDemand({ momentId: entry.momentId, momentVersion, provider: unit.provider }),
];
