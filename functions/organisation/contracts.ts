import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { approvalScope } from '../../shared/domain/organisation.ts';
import { identityNumberProblems } from '../../shared/domain/personal-identity-number.ts';

export const approveResident = contract({
  operationId: 'approveResident',
  summary: 'Approve a resident for communication with the unit',
  description:
    'For all of the unit’s services, or for Stöd och behandling alone. Needed before a moment is started, also for residents of another region. Approving again replaces the scope.',
  method: 'POST',
  path: '/units/{unitId}/approvals',
  caller: 'staff',
  permission: 'resident:approve',
  activity: 'resident-approved',
  params: z.strictObject({ unitId: hsaId }),
  body: z.strictObject({
    personnummer: z
      .string()
      .max(20)
      .meta({ description: 'Twelve digits, YYYYMMDDNNNN', example: '199005082392' }),
    scope: approvalScope,
  }),
  response: z.object({ scope: approvalScope, state: z.literal('approved') }),
  status: 201,
  problems: [
    'not-found',
    'unit-inactive',
    'resident-not-registered',
    'illegal-state',
    'version-mismatch',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});
