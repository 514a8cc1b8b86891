import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { unitPath } from '../../shared/contract/paths.ts';
import { instant } from '../../shared/domain/instant.ts';
import { mandatePurpose } from '../../shared/domain/mandate.ts';
import { approvalScope } from '../../shared/domain/organisation.ts';
import {
  identityNumberProblems,
  longestIdentityNumber,
} from '../../shared/domain/personal-identity-number.ts';
import { county } from '../../shared/domain/provider.ts';
import { shownResident } from '../../shared/domain/registered-person.ts';

const personnummer = z
  .string()
  .max(longestIdentityNumber)
  .meta({ description: 'Twelve digits, YYYYMMDDNNNN', example: '199005082392' });
/** Characters of why a unit registers a mandate. */
const longestReason = 500;
const purposes = z.array(mandatePurpose).min(1).max(mandatePurpose.options.length);

const change = { method: 'POST', status: 201 } as const;
/** Of a write that reads nothing but what it changes. */
const changeGrants = [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }] as const;
const approving = { caller: 'staff', permission: 'resident:approve', params: unitPath } as const;
const approvalChange = { ...approving, ...change } as const;
/** Whom others may act for is nobody's but their own to say. */
const own = { caller: 'resident', permission: 'own-data:self' } as const;
const ownChange = { ...own, ...change } as const;
const ownReading = { ...own, method: 'GET', status: 200 } as const;

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
  query: pageQuery(50),
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

export const registerMandate = contract({
  ...approvalChange,
  operationId: 'registerMandate',
  summary: 'Register a mandate for a resident who cannot give it themselves',
  description:
    'Lets `proxy` act for an approved, adult resident, for the purposes named and on this unit’s moments alone. The reason is kept with it.',
  path: '/units/{unitId}/mandates',
  activity: 'mandate-registered',
  body: z.strictObject({
    resident: personnummer,
    proxy: personnummer,
    purposes,
    validTo: instant,
    reason: z.string().trim().min(1).max(longestReason),
  }),
  response: z.object({ mandateId: z.uuid() }),
  problems: [
    'not-found',
    'unit-inactive',
    'resident-not-approved',
    'person-under-age',
    'register-unavailable',
    'illegal-state',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const withdrawMandate = contract({
  ...approvalChange,
  operationId: 'withdrawMandate',
  summary: 'Withdraw a mandate the unit registered',
  description:
    'It stops at the proxy’s next request. Only the unit that registered it can withdraw it; residents revoke their own.',
  path: '/units/{unitId}/mandate-withdrawals',
  activity: 'mandate-withdrawn',
  body: z.strictObject({ resident: personnummer, proxy: personnummer, mandateId: z.uuid() }),
  response: z.object({ mandateId: z.uuid() }),
  problems: ['not-found', 'illegal-state', 'version-mismatch', ...identityNumberProblems],
  grants: changeGrants,
});

export const giveMandate = contract({
  ...ownChange,
  operationId: 'giveMandate',
  summary: 'Let somebody act for me',
  description:
    'For the purposes named, from `validFrom` (now, where nothing is said) until `validTo`. The proxy sends the resident’s number in `Acting-For`. What they write is shown as theirs.',
  path: '/me/mandates',
  activity: 'own-mandate-given',
  body: z.strictObject({ proxy: personnummer, purposes, validFrom: instant.optional(), validTo: instant }),
  response: z.object({ mandateId: z.uuid() }),
  problems: ['person-under-age', 'resident-not-registered'],
  grants: [{ table: 'organisation', actions: ['PutItem'] }],
});

export const revokeMyMandate = contract({
  ...ownChange,
  operationId: 'revokeMyMandate',
  summary: 'Revoke a mandate',
  description: 'It stops at the proxy’s next request. Also for those a unit has registered for me.',
  path: '/me/mandate-revocations',
  activity: 'own-mandate-revoked',
  body: z.strictObject({ proxy: personnummer, mandateId: z.uuid() }),
  response: z.object({ mandateId: z.uuid() }),
  problems: ['not-found', 'illegal-state', 'version-mismatch'],
  grants: changeGrants,
});

const mandateTerms = z.object({
  mandateId: z.uuid(),
  purposes,
  validFrom: instant,
  validTo: instant,
  unit: z.string().optional().meta({ description: 'The unit that registered it, and all it reaches' }),
});

export const listMyMandates = contract({
  ...ownReading,
  operationId: 'listMyMandates',
  summary: 'Who may, or might, act for me',
  description: 'Every mandate from me, revoked and expired ones too.',
  path: '/me/mandates',
  activity: 'own-mandates-listed',
  response: z.object({
    mandates: z.array(mandateTerms.extend({ proxy: shownResident, state: z.enum(['given', 'revoked']) })),
  }),
  problems: [],
  grants: [{ table: 'organisation', actions: ['Query'] }],
});

export const listMyRepresented = contract({
  ...ownReading,
  operationId: 'listMyRepresented',
  summary: 'Whom I may act for',
  description:
    'Children in my custody until, and not on, the day in `until`; and those who have given me a mandate that is in force. Send the number in `Acting-For`.',
  path: '/me/represented',
  activity: 'own-represented-listed',
  response: z.object({
    children: z.array(z.object({ resident: shownResident, until: z.iso.date() })),
    mandates: z.array(mandateTerms.extend({ resident: shownResident })),
  }),
  problems: [],
  grants: [{ table: 'organisation', actions: ['Query'], indexes: ['byOwner'] }],
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
  summary: 'Units with Stöd och behandling in my county',
  description:
    'In the county where I am registered, with the units’ own information. Protected identity makes no difference.',
  path: '/me/services',
  activity: 'own-services-listed',
  query: pageQuery(100),
  response: z.object({
    county,
    units: z.array(z.object({ unitId: z.string(), name: z.string(), information: z.string().optional() })),
    next: nextPage,
  }),
  problems: ['resident-not-registered'],
  grants: [{ table: 'organisation', actions: ['Query'], indexes: ['byCounty'] }],
});
