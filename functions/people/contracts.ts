import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { approvalScope, treatingProblems } from '../../shared/domain/organisation.ts';
import { identityNumberProblems } from '../../shared/domain/personal-identity-number.ts';
import { county } from '../../shared/domain/provider.ts';
import { shownResident } from '../../shared/domain/registered-person.ts';
import { approvalChange, approving, changeGrants, ownChange, ownReading, personnummer } from './shapes.ts';

const service = z.object({ unitId: z.string(), name: z.string(), information: z.string().optional() });

export const approveResident = contract({
  ...approvalChange,
  operationId: 'approveResident',
  summary: 'Approve a resident for communication with the unit',
  description:
    'For all of the unit’s services, or for Stöd och behandling alone. Needed before a moment is started, also for residents of another region. The person register is asked whether they are registered in Sweden. Approving again replaces the scope.',
  path: '/units/{unitId}/approvals',
  activity: 'resident-approved',
  body: z.strictObject({ personnummer, scope: approvalScope }),
  response: z.object({ scope: approvalScope, state: z.literal('approved') }),
  problems: [
    'not-found',
    'unit-inactive',
    ...treatingProblems,
    'agreement-missing',
    'provider-not-connected',
    'resident-not-registered',
    'register-unavailable',
    'illegal-state',
    'version-mismatch',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const withdrawApproval = contract({
  ...approvalChange,
  operationId: 'withdrawApproval',
  summary: 'Withdraw a resident’s approval',
  description: 'Nothing new can be started on them; what is running goes on. They can be approved again.',
  path: '/units/{unitId}/approval-withdrawals',
  activity: 'approval-withdrawn',
  body: z.strictObject({ personnummer }),
  response: z.object({ state: z.literal('withdrawn') }),
  problems: ['not-found', 'resident-not-approved', 'version-mismatch', ...identityNumberProblems],
  grants: changeGrants,
});

export const listApprovals = contract({
  ...approving,
  operationId: 'listApprovals',
  summary: 'The residents a unit has approved, or had',
  description:
    'Who has protected identity is shown without name and number, and so is everybody while the person register does not answer. `id` tells them apart and is made of nothing that names them.',
  method: 'GET',
  path: '/units/{unitId}/approvals',
  activity: 'approvals-listed',
  query: pageQuery({ most: 50 }),
  response: z.object({
    approvals: z.array(
      z.object({ resident: shownResident, scope: approvalScope, state: z.enum(['approved', 'withdrawn']) }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const linkMyEarlierNumbers = contract({
  ...ownChange,
  operationId: 'linkMyEarlierNumbers',
  summary: 'Find what I have under an earlier personnummer',
  description:
    'Asks the person register which numbers I had before, and from then on shows what lies under them. For whoever has changed number and misses their moments.',
  path: '/me/earlier-numbers',
  activity: 'own-numbers-linked',
  body: z.strictObject({}),
  response: z.object({ linked: z.int().meta({ description: 'Earlier numbers known now' }) }),
  problems: ['version-mismatch'],
  grants: changeGrants,
});

export const listMyServices = contract({
  ...ownReading,
  operationId: 'listMyServices',
  summary: 'Units with Stöd och behandling in my county, and those elsewhere that have approved me',
  description:
    'In the county where I am registered, with the units’ own information. Protected identity makes no difference.',
  path: '/me/services',
  activity: 'own-services-listed',
  query: pageQuery({ most: 100 }),
  response: z.object({
    county,
    units: z.array(service),
    approvedElsewhere: z.array(service).meta({
      description:
        'On the first page: units beside those of the county that have approved me, at most a hundred',
    }),
    next: nextPage,
  }),
  problems: ['resident-not-registered'],
  grants: [
    {
      table: 'organisation',
      actions: ['Query', 'BatchGetItem'],
      indexes: ['byCounty', 'byOwner'],
    },
  ],
});
