import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { namedResident, oneResident, residentId } from '../../shared/contract/named-resident.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { unitPath } from '../../shared/contract/paths.ts';
import { residentLabel } from '../../shared/domain/care/resident-label.ts';
import { becomesOfRunning } from '../../shared/domain/care/withdrawal.ts';
import { utcInstant } from '../../shared/domain/instant.ts';
import { approval, approvalScope, treatingProblems } from '../../shared/domain/organisation.ts';
import { identityNumberProblems } from '../../shared/domain/personal-identity-number.ts';
import { county } from '../../shared/domain/provider.ts';
import { labelledResident } from '../../shared/domain/registered-person.ts';
import { approvalChange, approving, changeGrants, ownChange, ownReading } from './shapes.ts';

const approvalState = approval.shape.state;
const running = z.array(
  z.object({ instanceId: z.uuid(), momentId: z.uuid(), title: z.string(), startedAt: utcInstant }),
);

export const lookUpResident = contract({
  operationId: 'lookUpResident',
  summary: 'Who it is, before they are approved or a moment is started',
  description:
    'Changes nothing: look before the act, as its own answer is looked at after. `running` is what runs for them on the unit. The number stands in the body, never in an address, and who was looked for is in the log. Practitioners are shown those the unit has approved alone. Whom it has approved is shown whatever has become of them or of the unit; somebody new only where they can be approved.',
  method: 'POST',
  path: '/units/{unitId}/residents/search',
  caller: 'staff',
  permission: 'instance:start',
  activity: 'resident-looked-up',
  params: unitPath,
  body: z.strictObject(namedResident).refine(...oneResident),
  response: z.object({
    resident: labelledResident,
    registeredInSweden: z.boolean().meta({
      description: 'False for whoever has died, moved abroad or changed number: nothing new begins for them',
    }),
    approval: z.object({ scope: approvalScope, state: approvalState }).optional(),
    running,
  }),
  status: 200,
  problems: [
    'not-found',
    'unit-inactive',
    ...treatingProblems,
    'resident-not-approved',
    'resident-not-registered',
    'register-unavailable',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem'] }],
});

const unit = z.object({ unitId: z.string(), name: z.string(), information: z.string().optional() });

export const approveResident = contract({
  ...approvalChange,
  operationId: 'approveResident',
  summary: 'Approve a resident for communication with the unit',
  description:
    'For all of the unit’s services, or for Stöd och behandling alone. Needed before a moment is started, also for residents of another region. The person register is asked whether they are registered in Sweden. The answer says who it is: look at it, as at lookUpResident before. `label` is the unit’s own word for them, at most 30 characters and no part of their name or number: `label-names-resident`. Approving again replaces the scope, and the label where one is sent.',
  path: '/units/{unitId}/approvals',
  activity: 'resident-approved',
  body: z
    .strictObject({ ...namedResident, scope: approvalScope, label: residentLabel.optional() })
    .refine(...oneResident),
  response: z.object({ scope: approvalScope, state: z.literal('approved'), resident: labelledResident }),
  problems: [
    'not-found',
    'unit-inactive',
    ...treatingProblems,
    'agreement-missing',
    'provider-not-connected',
    'resident-not-registered',
    'label-names-resident',
    'register-unavailable',
    'illegal-state',
    'version-mismatch',
    ...identityNumberProblems,
  ],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const labelResident = contract({
  ...approving,
  operationId: 'labelResident',
  summary: 'Give a resident the unit’s own word',
  description:
    'By which the unit’s staff tell those apart whose names are hidden. No part of their name or number: `label-names-resident`. Without `label` the one they have is taken away.',
  method: 'PUT',
  path: '/units/{unitId}/approvals/{residentId}/label',
  activity: 'resident-labelled',
  params: unitPath.extend({ residentId }),
  body: z.strictObject({ label: residentLabel.optional() }),
  response: z.object({ label: z.string().optional() }),
  status: 200,
  problems: ['not-found', 'label-names-resident', 'register-unavailable', 'version-mismatch'],
  grants: changeGrants,
});

export const withdrawApproval = contract({
  ...approvalChange,
  operationId: 'withdrawApproval',
  summary: 'Withdraw a resident’s approval',
  description:
    'Nothing new can be started on them. Where moments run for them on the unit, say in `running` what becomes of them: all end, and are `closed` to the resident at once or `readable` until a day, at most a year ahead. Without it the answer is `moments-running`, with each of them under `errors`. `version-mismatch`: something was started in the meantime. They can be approved again; what has ended does not begin anew. `urgent-flag-unseen`: somebody who takes part in one of them must first see what its answers have raised.',
  path: '/units/{unitId}/approval-withdrawals',
  activity: 'approval-withdrawn',
  body: z.strictObject({ ...namedResident, running: becomesOfRunning.optional() }).refine(...oneResident),
  response: z.object({ state: z.literal('withdrawn'), ended: running }),
  problems: [
    'not-found',
    'resident-not-approved',
    'moments-running',
    'illegal-state',
    'urgent-flag-unseen',
    'version-mismatch',
    ...identityNumberProblems,
  ],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] },
    { table: 'instances', actions: ['UpdateItem'] },
  ],
});

export const listApprovals = contract({
  ...approving,
  operationId: 'listApprovals',
  summary: 'The residents a unit has approved, or had',
  description:
    'Who has protected identity is shown without name and number, and so is everybody while the person register does not answer. `label` and `id` tell them apart; `id` is made of nothing that names them, and every act takes it as `residentId`.',
  method: 'GET',
  path: '/units/{unitId}/approvals',
  activity: 'approvals-listed',
  query: pageQuery({ most: 50 }),
  response: z.object({
    approvals: z.array(z.object({ resident: labelledResident, scope: approvalScope, state: approvalState })),
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

export const listMyUnits = contract({
  ...ownReading,
  operationId: 'listMyUnits',
  summary: 'Units with Stöd och behandling in my county, and those elsewhere that have approved me',
  description:
    'In the county where I am registered, with the units’ own information. Protected identity makes no difference.',
  path: '/me/units',
  activity: 'own-units-listed',
  query: pageQuery({ most: 100 }),
  response: z.object({
    county,
    units: z.array(unit),
    approvedElsewhere: z.array(unit).meta({
      description:
        'On the first page: units beside those of the county that have approved me, also under an earlier personnummer; a hundred at most',
    }),
    approvedElsewhereLeft: z
      .int()
      .optional()
      .meta({ description: 'How many such units are left out; absent where none is' }),
    next: nextPage,
  }),
  problems: ['resident-not-registered'],
  grants: [
    {
      table: 'organisation',
      actions: ['Query', 'BatchGetItem'],
      indexes: ['byCounty'],
    },
  ],
});
