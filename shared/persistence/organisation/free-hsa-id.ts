import type { Change } from '../engine/change.ts';
import { type Key, keys } from '../keys.ts';
import { organisationEntities } from './entities.ts';

const absent = ({ type, table }: { type: string; table: Change['table'] }, key: Key): Change => ({
  ...{ act: 'check', type, table, key },
  expect: { absent: true, otherwise: 'already-exists' },
});

/** An HSA-id names a unit or a provider, never both: roles and their history lie under it alone. */
export const demandNoUnit = (hsaId: string): Change => absent(organisationEntities.unit, keys.unit(hsaId));
export const demandNoProvider = (hsaId: string): Change =>
  absent(organisationEntities.provider, keys.provider(hsaId));
