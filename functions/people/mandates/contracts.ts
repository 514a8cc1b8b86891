import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { instant } from '../../../shared/domain/instant.ts';
import { mandatePurpose } from '../../../shared/domain/mandate.ts';
import { identityNumberProblems } from '../../../shared/domain/personal-identity-number.ts';
import { shownResident } from '../../../shared/domain/registered-person.ts';
import { approvalChange, changeGrants, ownChange, ownReading, personnummer } from '../shapes.ts';

/** Characters of why a unit registers a mandate. */
const longestReason = 500;
const purposes = z.array(mandatePurpose).min(1).max(mandatePurpose.options.length);

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
