import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { providerPath, unitPath } from '../../shared/contract/paths.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { role } from '../../shared/domain/role.ts';
import { providerRole, unitRole } from '../../shared/domain/staffing.ts';

const unitRoleBody = z.strictObject({ staff: hsaId, role: unitRole });
const providerRoleBody = z.strictObject({ staff: hsaId, role: providerRole });

const changed = z.object({
  staff: z.string(),
  role,
  advice: z
    .array(z.enum(['two-administrators', 'commission-missing', 'moments-without-practitioner']))
    .meta({ description: 'The change is done; this should be seen to beside it' }),
});
const withdrawnOnUnit = changed.extend({
  runningMoments: z
    .int()
    .optional()
    .meta({ description: 'Of a practitioner: how many running moments are left without one' }),
});
const roleRows = z.object({
  roles: z.array(
    z.object({
      staff: z.string(),
      name: z.string().optional().meta({
        description: 'Absent where the identity is protected or the staff directory does not answer',
      }),
      role,
      givenBy: z.string(),
      givenAt: utcInstant,
    }),
  ),
  next: nextPage,
});
const changeRows = z.object({
  changes: z.array(
    z.object({
      staff: z.string(),
      role,
      act: z.enum(['given', 'withdrawn']),
      by: z.string(),
      at: utcInstant,
    }),
  ),
  next: nextPage,
});

const roleChange = {
  caller: 'staff',
  activity: 'permissions-changed',
  method: 'POST',
  status: 201,
  response: changed,
} as const;
const unitRoleChange = {
  ...roleChange,
  permission: 'unit-role:give',
  params: unitPath,
  body: unitRoleBody,
} as const;
const providerRoleChange = {
  ...roleChange,
  permission: 'provider-role:give',
  params: providerPath,
  body: providerRoleBody,
} as const;

const reading = {
  caller: 'staff',
  activity: 'permissions-viewed',
  method: 'GET',
  status: 200,
  query: pageQuery({ most: 100 }),
  problems: ['not-found'],
} as const;
const unitRoleReading = { ...reading, permission: 'unit-role:read', params: unitPath } as const;
const providerRoleReading = { ...reading, permission: 'provider-role:read', params: providerPath } as const;
const roleList = {
  response: roleRows,
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'], indexes: ['byOwner'] }],
} as const;
const changeList = {
  response: changeRows,
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
} as const;

export const giveUnitRole = contract({
  ...unitRoleChange,
  operationId: 'giveUnitRole',
  summary: 'Give a member of staff a role on a unit',
  description:
    'It holds from their next request. A care provider administrator gives `authorization-admin` alone; `designer` and `publisher` exist on publisher units. `advice` says `two-administrators` where the unit has fewer than two authorization administrators, and `commission-missing` where the role needs a commission on the unit and HSA has none that is valid now: until it has, the role opens no care work. On `version-mismatch` somebody else changed the administrators at the same moment: send it again.',
  path: '/units/{unitId}/roles',
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
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] }],
});

export const withdrawUnitRole = contract({
  ...unitRoleChange,
  operationId: 'withdrawUnitRole',
  summary: 'Withdraw a role on a unit',
  description:
    'It stops at their next request, whatever their token says; also for those whom HSA no longer knows, and on closed units. The last authorization administrator stays until there is another. `not-found` where the role is not held. `advice` as in giveUnitRole; where a practitioner’s moments still run there, `moments-without-practitioner`, and `runningMoments` says how many. On `version-mismatch` somebody else changed the administrators at the same moment: read the roles again.',
  path: '/units/{unitId}/role-withdrawals',
  response: withdrawnOnUnit,
  problems: ['not-found', 'last-administrator', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'DeleteItem'] }],
});

export const listUnitRoles = contract({
  ...unitRoleReading,
  ...roleList,
  operationId: 'listUnitRoles',
  summary: 'Who holds which role on a unit',
  description: 'By HSA-id, a row for each role. What was changed this second may take a moment to show.',
  path: '/units/{unitId}/roles',
});

export const listUnitRoleChanges = contract({
  ...unitRoleReading,
  ...changeList,
  operationId: 'listUnitRoleChanges',
  summary: 'Who gave and withdrew roles on a unit, newest first',
  description: 'The whole history of the unit’s roles; `by` is who made the change.',
  path: '/units/{unitId}/role-changes',
});

export const giveProviderRole = contract({
  ...providerRoleChange,
  operationId: 'giveProviderRole',
  summary: 'Give a member of staff a role on a provider',
  description:
    'It holds from their next request. A care provider administrator gives `care-provider-admin` and `auditor`; national management also `region-admin`, at regions. At the national management itself there are auditors alone. `advice` is empty: these roles need no commission.',
  path: '/providers/{providerId}/roles',
  problems: [
    'not-found',
    'self-role-change',
    'role-not-here',
    'staff-unknown',
    'already-exists',
    'version-mismatch',
    'register-unavailable',
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
});

export const withdrawProviderRole = contract({
  ...providerRoleChange,
  operationId: 'withdrawProviderRole',
  summary: 'Withdraw a role on a provider',
  description:
    'It stops at their next request, whatever their token says; also for those whom HSA no longer knows. `not-found` where the role is not held. A provider’s last auditor is withdrawn by national management alone.',
  path: '/providers/{providerId}/role-withdrawals',
  problems: ['not-found', 'last-auditor', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'DeleteItem'] }],
});

export const listProviderRoles = contract({
  ...providerRoleReading,
  ...roleList,
  operationId: 'listProviderRoles',
  summary: 'Who holds which role on a provider',
  description:
    'By HSA-id, a row for each role; roles on its units are not among them. What was changed this second may take a moment to show.',
  path: '/providers/{providerId}/roles',
});

export const listProviderRoleChanges = contract({
  ...providerRoleReading,
  ...changeList,
  operationId: 'listProviderRoleChanges',
  summary: 'Who gave and withdrew roles on a provider, newest first',
  description:
    'The whole history of the provider’s own roles; those on its units have histories of their own.',
  path: '/providers/{providerId}/role-changes',
});
