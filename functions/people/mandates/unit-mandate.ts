import type { Mandate } from '../../../shared/domain/mandate.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { residentAtUnit } from '../resident-at-unit.ts';

/** What a unit does about a mandate it has registered. */
export const unitMandateSubject = (
  unit: Unit,
  { resident, proxy, mandateId }: Pick<Mandate, 'resident' | 'proxy' | 'mandateId'>,
) => ({ ...residentAtUnit(unit, resident, { mandateId }), proxy });
