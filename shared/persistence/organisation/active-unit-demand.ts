import { type Change, demandUnread } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** The unit is active at the very moment of writing, or `unit-inactive`: one that is not does nothing new (ORG-5). */
export const activeUnitDemand = (unit: string): Change =>
  demandUnread(organisationEntities.unit, keys.unit(unit), { state: ['active'], otherwise: 'unit-inactive' });
