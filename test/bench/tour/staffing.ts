import type { Visit } from './visit.ts';

const onUnit = async (visit: Visit): Promise<void> => {
  const administrator = 'authorizationAdmin';
  await visit('giveUnitRole', administrator);
  await visit('listUnitRoles', administrator);
  await visit('listUnitRoleChanges', administrator);
  await visit('withdrawUnitRole', administrator);
};

const atProvider = async (visit: Visit): Promise<void> => {
  const administrator = 'careProviderAdmin';
  await visit('giveProviderRole', administrator);
  await visit('listProviderRoles', administrator);
  await visit('listProviderRoleChanges', administrator);
  await visit('withdrawProviderRole', administrator);
};

/** Roles are given, looked at and withdrawn again, so that all is as before. */
export const tourStaffing = async (visit: Visit): Promise<void> => {
  await onUnit(visit);
  await atProvider(visit);
};
