import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { personnummer } from '../../../shared/contract/named-resident.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { instant } from '../../../shared/domain/instant.ts';
import {
  mandatePurpose,
  mandateStanding,
  mostWrongNumbers,
  shortestMandateHours,
} from '../../../shared/domain/mandate.ts';
import { identityNumberProblems } from '../../../shared/domain/personal-identity-number.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { shownResident } from '../../../shared/domain/registered-person.ts';
import { approvalChange, approving, changeGrants, ownChange, ownReading } from '../shapes.ts';
import { eachInOneWay, namedParties } from './named-parties.ts';
import { proxyAtUnit, proxyOfMine } from './shown-proxy.ts';

/** Characters of why a unit registers a mandate. */
const longestReason = 500;
const purposes = z.array(mandatePurpose).min(1).max(mandatePurpose.options.length);
const named = z.object({ mandateId: z.uuid() });
const endingGrants = [
  { table: 'organisation', actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
] as const;

const mandateTerms = named.extend({
  purposes,
  validFrom: instant,
  validTo: instant,
  unit: z.string().optional().meta({ description: 'The unit that registered it, and all it reaches' }),
});
const answerBy = instant.meta({ description: 'Until when the proxy may accept it' });
const state = mandateStanding.meta({
  description:
    '`registered` waits for a second administrator, `confirmed` and `given` for the proxy, `lapsed` was not accepted in time, `resigned` was laid down by the proxy. Only what is `accepted` opens anything.',
});

export const registerMandate = contract({
  ...approvalChange,
  operationId: 'registerMandate',
  summary: 'Register a mandate for a resident who cannot give it themselves',
  description:
    'Lets `proxy` act for an approved, adult resident, for the purposes named and on this unit’s moments alone, once another resident administrator has confirmed it (confirmMandate) and the proxy has accepted it. Each is named by number, or by the id that the unit’s list of residents shows. The reason is kept with it.',
  path: '/units/{unitId}/mandates',
  activity: 'mandate-registered',
  body: z
    .strictObject({
      ...namedParties,
      purposes,
      validTo: instant,
      reason: plainText({ min: 1, max: longestReason }),
    })
    .refine(...eachInOneWay),
  response: named,
  problems: [
    'not-found',
    'unit-inactive',
    'resident-not-approved',
    'resident-not-registered',
    'person-under-age',
    'mandate-limit-reached',
    'register-unavailable',
    'illegal-state',
    'version-mismatch',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] }],
});

export const confirmMandate = contract({
  ...approvalChange,
  operationId: 'confirmMandate',
  summary: 'Confirm a mandate that a colleague registered',
  description:
    'By another resident administrator than the one who registered it, who names both again: by number, or by the id that the unit’s list of residents shows. The proxy is asked from then on.',
  path: '/units/{unitId}/mandate-confirmations',
  activity: 'mandate-confirmed',
  body: z.strictObject({ ...namedParties, mandateId: z.uuid() }).refine(...eachInOneWay),
  response: named,
  problems: [
    'not-found',
    'unit-inactive',
    'resident-not-approved',
    'mandate-registered-by-you',
    'mandate-limit-reached',
    'illegal-state',
    'version-mismatch',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] }],
});

export const withdrawMandate = contract({
  ...approvalChange,
  operationId: 'withdrawMandate',
  summary: 'Withdraw a mandate the unit registered',
  description:
    'It stops at the proxy’s next request. By the id that listUnitMandates gave, so that no number is needed. Only the unit that registered it can withdraw it; residents revoke their own.',
  path: '/units/{unitId}/mandate-withdrawals',
  activity: 'mandate-withdrawn',
  body: z.strictObject({ mandateId: z.uuid() }),
  response: named,
  problems: ['not-found', 'illegal-state', 'version-mismatch'],
  grants: endingGrants,
});

export const listUnitMandates = contract({
  ...approving,
  operationId: 'listUnitMandates',
  summary: 'The mandates a unit has registered, newest first',
  description:
    'Those that wait, those that are in force, and those that are over; with who registered and who confirmed each.',
  method: 'GET',
  path: '/units/{unitId}/mandates',
  activity: 'mandates-listed',
  query: pageQuery({ most: 50 }),
  response: z.object({
    mandates: z.array(
      mandateTerms.extend({
        resident: shownResident,
        proxy: proxyAtUnit,
        state,
        answerBy,
        registeredBy: z.string(),
        reason: z.string(),
        confirmedBy: z.string().optional(),
      }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const giveMandate = contract({
  ...ownChange,
  operationId: 'giveMandate',
  summary: 'Let somebody act for me',
  description: `For the purposes named, from \`validFrom\` (now, where nothing is said) until \`validTo\`, at least ${shortestMandateHours} hours later, once the proxy has accepted it. The proxy then sends the resident’s number in \`Acting-For\`. What they write is shown as theirs. The answer is the same whoever is named, and tells nothing of them.`,
  path: '/me/mandates',
  activity: 'own-mandate-given',
  body: z.strictObject({ proxy: personnummer, purposes, validFrom: instant.optional(), validTo: instant }),
  response: named,
  problems: ['person-under-age', 'resident-not-registered', 'mandate-limit-reached', 'version-mismatch'],
  grants: changeGrants,
});

export const acceptMandate = contract({
  ...ownChange,
  operationId: 'acceptMandate',
  summary: 'Accept to act for somebody',
  description: `Write the number of the one to act for: whoever does not know it was asked by mistake. After ${mostWrongNumbers} wrong numbers nobody can accept it (\`mandate-locked\`), and it has to be given anew. The mandate opens what it names from now, or from its \`validFrom\`; whom it is from then sees the proxy’s name.`,
  path: '/me/mandate-acceptances',
  activity: 'own-mandate-accepted',
  body: z.strictObject({ resident: personnummer, mandateId: z.uuid() }),
  response: named,
  problems: ['not-found', 'illegal-state', 'mandate-locked', 'mandate-limit-reached', 'version-mismatch'],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'PutItem', 'UpdateItem', 'Query'], indexes: ['byOwner'] },
  ],
});

export const refuseMandate = contract({
  ...ownChange,
  operationId: 'refuseMandate',
  summary: 'Refuse to act for somebody',
  description:
    'Whom it is from is not told: to them it looks as if nobody had answered. `not-found` where it does not wait for an answer.',
  path: '/me/mandate-refusals',
  activity: 'own-mandate-refused',
  body: z.strictObject({ mandateId: z.uuid() }),
  response: named,
  problems: ['not-found', 'version-mismatch'],
  grants: [{ table: 'organisation', actions: ['PutItem', 'Query'], indexes: ['byOwner'] }],
});

export const resignMandate = contract({
  ...ownChange,
  operationId: 'resignMandate',
  summary: 'Act for somebody no longer',
  description:
    'Of a mandate I have accepted: it opens nothing from the next request on. Whom it is from sees that I act for them no more. One accepted this instant may be `not-found` for a moment.',
  path: '/me/mandate-resignations',
  activity: 'own-mandate-resigned',
  body: z.strictObject({ mandateId: z.uuid() }),
  response: named,
  problems: ['not-found', 'illegal-state', 'version-mismatch'],
  grants: [
    {
      ...{ table: 'organisation', actions: ['PutItem', 'UpdateItem', 'DeleteItem', 'Query'] },
      indexes: ['byOwner'],
    },
  ],
});

export const revokeMyMandate = contract({
  ...ownChange,
  operationId: 'revokeMyMandate',
  summary: 'Revoke a mandate',
  description:
    'Accepted or not: it stops at the proxy’s next request. By the number I wrote, or by the unit that registered it for me: the number a unit wrote finds nothing before the proxy has accepted.',
  path: '/me/mandate-revocations',
  activity: 'own-mandate-revoked',
  body: z.union([
    z.strictObject({ proxy: personnummer, mandateId: z.uuid() }),
    z.strictObject({ unit: hsaId, mandateId: z.uuid() }),
  ]),
  response: named,
  problems: ['not-found', 'illegal-state', 'version-mismatch'],
  grants: endingGrants,
});

export const listMyMandates = contract({
  ...ownReading,
  operationId: 'listMyMandates',
  summary: 'Who may, or might, act for me',
  description:
    'Every mandate from me, expired ones too, proxy by proxy; then those that were revoked or laid down. A page may be short, or empty, while `next` is there. A proxy is the number I wrote until they have accepted; then also their name, where their identity is not protected. The number of one that a unit registered is shown once they have accepted.',
  path: '/me/mandates',
  activity: 'own-mandates-listed',
  query: pageQuery({ most: 50 }),
  response: z.object({
    mandates: z.array(mandateTerms.extend({ proxy: proxyOfMine, state, answerBy })),
    next: nextPage,
  }),
  problems: [],
  grants: [{ table: 'organisation', actions: ['Query'] }],
});

export const listMyRepresented = contract({
  ...ownReading,
  operationId: 'listMyRepresented',
  summary: 'Whom I may act for, and who asks me to',
  description:
    'Children in my custody until, and not on, the day in `until`, on the first page; mandates I have accepted and that are in force; then, in `requests`, those I am asked to accept; the newest first. Send the number in `Acting-For`. Whom a unit asks for is not shown before I have accepted. A page may be short, or empty, while `next` is there.',
  path: '/me/represented',
  activity: 'own-represented-listed',
  query: pageQuery({ most: 50 }),
  response: z.object({
    children: z.array(z.object({ resident: shownResident, until: z.iso.date() })),
    mandates: z.array(mandateTerms.extend({ resident: shownResident })),
    requests: z.array(mandateTerms.extend({ resident: shownResident.optional(), answerBy })),
    next: nextPage,
  }),
  problems: [],
  grants: [{ table: 'organisation', actions: ['Query'], indexes: ['byOwner'] }],
});
