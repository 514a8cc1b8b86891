import { type Change, demandAbsent } from '../engine/change.ts';
import { keys } from '../keys.ts';
import { organisationEntities } from './entities.ts';

/** An HSA-id names a unit or a provider, never both: roles and their history lie under it alone. */
export const demandNoUnit = (hsaId: string): Change =>
  demandAbsent(organisationEntities.unit, keys.unit(hsaId), 'already-exists');
export const demandNoProvider = (hsaId: string): Change =>
  demandAbsent(organisationEntities.provider, keys.provider(hsaId), 'already-exists');
