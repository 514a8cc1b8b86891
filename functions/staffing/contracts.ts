import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { role } from '../../shared/domain/role.ts';
import { providerRole, unitRole } from '../../shared/domain/staffing.ts';

const unitPath = z.strictObject({ unitId: hsaId });
const providerPath = z.strictObject({ providerId: hsaId });
const onUnit = z.strictObject({ staff: hsaId, role: unitRole });
const atProvider = z.strictObject({ staff: hsaId, role: providerRole });
const instant = z.iso.datetime();

const changed = z.object({
  staff: z.string(),
  role,
  advice: z
    .array(z.enum(['two-administrators', 'commission-missing']))
    .meta({ description: 'The change is done; this should be seen to beside it' }),
});
const roleList = z.object({
  roles: z.array(
    z.object({
      staff: z.string(),
      name: z.string().optional().meta({
        description: 'Absent where the identity is protected or the staff directory does not answer',
      }),
      role,
      givenBy: z.string(),
      givenAt: instant,
    }),
  ),
  next: nextPage,
});
const changeList = z.object({
  changes: z.array(
    z.object({ staff: z.string(), role, act: z.enum(['given', 'withdrawn']), by: z.string(), at: instant }),
  ),
  next: nextPage,
});

export const giveUnitRole = contract({
  operationId: 'giveUnitRole',
  summary: 'Give a member of staff a role on a unit',
  description:
    'It holds from their next request. A care provider administrator gives `authorization-admin` alone; `designer` and `publisher` exist on publisher units. `advice` says `two-administrators` where the unit has fewer than two authorization administrators, and `commission-missing` where the role needs a commission on the unit and HSA has none that is valid now: until it has, the role opens no care work. On `version-mismatch` somebody else changed the administrators at the same moment: send it again.',
  method: 'POST',
  path: '/units/{unitId}/roles',
  caller: 'staff',
  permission: 'unit-role:give',
  activity: 'permissions-changed',
  params: unitPath,
  body: onUnit,
  response: changed,
  status: 201,
  problems: [
    'not-found',
    'self-role-change',
    'role-not-here',
    'staff-unknown',
    'unit-inactive',
    'already-exists',
    'illegal-state',
    'version-mismatch',
    'register-unavailable',
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const withdrawUnitRole = contract({
  operationId: 'withdrawUnitRole',
  summary: 'Withdraw a role on a unit',
  description:
    'It stops at their next request, whatever their token says; also for those whom HSA no longer knows, and on closed units. The last authorization administrator stays until there is another. `not-found` where the role is not held. `advice` as in giveUnitRole. On `version-mismatch` somebody else changed the administrators at the same moment: read the roles again.',
  method: 'POST',
  path: '/units/{unitId}/role-withdrawals',
  caller: 'staff',
  permission: 'unit-role:give',
  activity: 'permissions-changed',
  params: unitPath,
  body: onUnit,
  response: changed,
  status: 201,
  problems: ['not-found', 'last-administrator', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'DeleteItem'] }],
});

export const listUnitRoles = contract({
  operationId: 'listUnitRoles',
  summary: 'Who holds which role on a unit',
  description: 'By HSA-id, a row for each role. What was changed this second may take a moment to show.',
  method: 'GET',
  path: '/units/{unitId}/roles',
  caller: 'staff',
  permission: 'unit-role:read',
  activity: 'permissions-viewed',
  params: unitPath,
  query: pageQuery(100),
  response: roleList,
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
});

export const listUnitRoleChanges = contract({
  operationId: 'listUnitRoleChanges',
  summary: 'Who gave and withdrew roles on a unit, newest first',
  description: 'The whole history of the unit’s roles; `by` is who made the change.',
  method: 'GET',
  path: '/units/{unitId}/role-changes',
  caller: 'staff',
  permission: 'unit-role:read',
  activity: 'permissions-viewed',
  params: unitPath,
  query: pageQuery(100),
  response: changeList,
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const giveProviderRole = contract({
  operationId: 'giveProviderRole',
  summary: 'Give a member of staff a role on a provider',
  description:
    'It holds from their next request. A care provider administrator gives `care-provider-admin` and `auditor`; national management also `region-admin`, at regions. At the national management itself there are auditors alone. `advice` is empty: these roles need no commission.',
  method: 'POST',
  path: '/providers/{providerId}/roles',
  caller: 'staff',
  permission: 'provider-role:give',
  activity: 'permissions-changed',
  params: providerPath,
  body: atProvider,
  response: changed,
  status: 201,
  problems: [
    'not-found',
    'self-role-change',
    'role-not-here',
    'staff-unknown',
    'already-exists',
    'register-unavailable',
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const withdrawProviderRole = contract({
  operationId: 'withdrawProviderRole',
  summary: 'Withdraw a role on a provider',
  description:
    'It stops at their next request, whatever their token says; also for those whom HSA no longer knows. `not-found` where the role is not held.',
  method: 'POST',
  path: '/providers/{providerId}/role-withdrawals',
  caller: 'staff',
  permission: 'provider-role:give',
  activity: 'permissions-changed',
  params: providerPath,
  body: atProvider,
  response: changed,
  status: 201,
  problems: ['not-found', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'DeleteItem'] }],
});

export const listProviderRoles = contract({
  operationId: 'listProviderRoles',
  summary: 'Who holds which role on a provider',
  description:
    'By HSA-id, a row for each role; roles on its units are not among them. What was changed this second may take a moment to show.',
  method: 'GET',
  path: '/providers/{providerId}/roles',
  caller: 'staff',
  permission: 'provider-role:read',
  activity: 'permissions-viewed',
  params: providerPath,
  query: pageQuery(100),
  response: roleList,
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
});

export const listProviderRoleChanges = contract({
  operationId: 'listProviderRoleChanges',
  summary: 'Who gave and withdrew roles on a provider, newest first',
  description:
    'The whole history of the provider’s own roles; those on its units have histories of their own.',
  method: 'GET',
  path: '/providers/{providerId}/role-changes',
  caller: 'staff',
  permission: 'provider-role:read',
  activity: 'permissions-viewed',
  params: providerPath,
  query: pageQuery(100),
  response: changeList,
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});
