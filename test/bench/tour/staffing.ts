import { region, staff, units } from '../../../infra/local/data/demo-data.ts';
import type { Visit } from './visit.ts';

const onUnit = async (visit: Visit): Promise<void> => {
  const unit = `/units/${units.care}` as const;
  const as = 'authorizationAdmin';
  const body = { staff: staff.dataAdmin, role: 'practitioner' };
  await visit('giveUnitRole', { as, request: `POST ${unit}/roles`, status: 201, body });
  await visit('listUnitRoles', { as, request: `GET ${unit}/roles`, status: 200 });
  await visit('listUnitRoleChanges', { as, request: `GET ${unit}/role-changes`, status: 200 });
  await visit('withdrawUnitRole', { as, request: `POST ${unit}/role-withdrawals`, status: 201, body });
};

const atProvider = async (visit: Visit): Promise<void> => {
  const provider = `/providers/${region}` as const;
  const as = 'careProviderAdmin';
  const body = { staff: staff.dataAdmin, role: 'auditor' };
  await visit('giveProviderRole', { as, request: `POST ${provider}/roles`, status: 201, body });
  await visit('listProviderRoles', { as, request: `GET ${provider}/roles`, status: 200 });
  await visit('listProviderRoleChanges', { as, request: `GET ${provider}/role-changes`, status: 200 });
  await visit('withdrawProviderRole', {
    as,
    request: `POST ${provider}/role-withdrawals`,
    status: 201,
    body,
  });
};

/** Roles are given, looked at and withdrawn again, so that all is as before. */
export const tourStaffing = async (visit: Visit): Promise<void> => {
  await onUnit(visit);
  await atProvider(visit);
};
