import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { contentModule } from '../../shared/domain/content/content.ts';
import { answers } from '../../shared/domain/form/answers.ts';
import { contentId, form } from '../../shared/domain/form/form.ts';
import { outcome } from '../../shared/domain/form/scoring.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { instanceState } from '../../shared/domain/instance.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';
import { identityNumberProblems } from '../../shared/domain/personal-identity-number.ts';
import { shownResident } from '../../shared/domain/registered-person.ts';

const instancePath = z.strictObject({ instanceId: z.uuid() });
const formPath = z.strictObject({ instanceId: z.uuid(), formId: contentId });
const instant = z.iso.datetime();
const givenAnswers = z.strictObject({
  momentId: z.uuid().meta({ description: 'As openMyInstance gave it' }),
  momentVersion: momentVersion.meta({ description: 'The version the form was shown in' }),
  answers,
});
const summary = z.object({
  instanceId: z.uuid(),
  momentId: z.uuid(),
  momentVersion,
  title: z.string(),
  unit: z.string(),
  state: instanceState,
  startedAt: instant,
});
const formGrants = [
  { table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
  { table: 'moments', actions: ['GetItem'] },
] as const;

export const startInstance = contract({
  operationId: 'startInstance',
  summary: 'Start an active moment on an approved resident',
  description:
    'The practitioner must hold that role on the unit. The latest activated minor version of `major` is started.',
  method: 'POST',
  path: '/units/{unitId}/instances',
  caller: 'staff',
  permission: 'instance:start',
  activity: 'instance-started',
  params: z.strictObject({ unitId: hsaId }),
  body: z.strictObject({
    personnummer: z.string().max(20).meta({ example: '199005082392' }),
    momentId: z.uuid(),
    major: z.int().min(1).max(9999),
    practitioner: hsaId,
  }),
  response: z.object({ instanceId: z.uuid(), momentVersion }),
  status: 201,
  problems: [
    'not-found',
    'unit-inactive',
    'resident-not-approved',
    'moment-not-active',
    'practitioner-not-at-unit',
    'resident-not-registered',
    'register-unavailable',
    'agreement-missing',
    'region-not-connected',
    'illegal-state',
    ...identityNumberProblems,
  ],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem', 'UpdateItem'] },
    { table: 'moments', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'instances', actions: ['PutItem'] },
  ],
});

export const listMyInstances = contract({
  operationId: 'listMyInstances',
  summary: 'The resident’s own moments, newest first',
  description:
    'A moment started this second may take a moment to appear. Those under an earlier personnummer come last.',
  method: 'GET',
  path: '/me/instances',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-instances-listed',
  keepsToUnits: true,
  query: pageQuery(100),
  response: z.object({ instances: z.array(summary), next: nextPage }),
  status: 200,
  problems: [],
  grants: [{ table: 'instances', actions: ['Query'], indexes: ['byResident'] }],
});

export const openMyInstance = contract({
  operationId: 'openMyInstance',
  summary: 'One of the resident’s moments with its content and what they have answered',
  description:
    'Every form carries its own `etag`: send it in `If-Match` of saveAnswers and submitForm, with the `momentId` and `momentVersion` given here.',
  method: 'GET',
  path: '/me/instances/{instanceId}',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-instance-opened',
  params: instancePath,
  response: summary.extend({
    welcome: z.string(),
    modules: z.array(contentModule),
    forms: z.array(
      z.object({
        form,
        etag: z.string(),
        draft: z.object({ answers, savedAt: instant }).optional(),
        submitted: z.object({ answers, submittedAt: instant }).optional(),
      }),
    ),
    progress: z.object({ formsSubmitted: z.int(), forms: z.int() }),
  }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['Query'] },
  ],
});

export const saveAnswers = contract({
  operationId: 'saveAnswers',
  summary: 'Save answers without submitting them',
  description:
    'Replaces the saved draft. What is unanswered may be left out. A submitted form can be changed again; staff see the submission until the next one.',
  method: 'PUT',
  path: '/me/instances/{instanceId}/forms/{formId}/draft',
  caller: 'resident',
  permission: 'own-data:answer',
  activity: 'answers-saved',
  params: formPath,
  body: givenAnswers,
  response: z.object({ savedAt: instant }),
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'illegal-state', 'form-version-mismatch', 'answers-invalid'],
  grants: formGrants,
});

export const submitForm = contract({
  operationId: 'submitForm',
  summary: 'Submit a form to the practitioner',
  description:
    'All required questions must be answered. The submission replaces the saved draft; each one leaves a result. Repeat with the same `Idempotency-Key` when the answer was lost: it counts once.',
  method: 'POST',
  path: '/me/instances/{instanceId}/forms/{formId}/submissions',
  caller: 'resident',
  permission: 'own-data:answer',
  activity: 'form-submitted',
  params: formPath,
  body: givenAnswers,
  response: z.object({ submittedAt: instant }),
  status: 201,
  ifMatch: true,
  problems: ['not-found', 'illegal-state', 'form-version-mismatch', 'answers-invalid'],
  grants: formGrants,
});

export const readMyMessages = contract({
  operationId: 'readMyMessages',
  summary: 'The messages of one of the resident’s moments, newest first',
  description: '`author` is the name of the member of staff; absent where their identity is protected.',
  method: 'GET',
  path: '/me/instances/{instanceId}/messages',
  caller: 'resident',
  permission: 'own-data:messages',
  activity: 'own-messages-read',
  params: instancePath,
  query: pageQuery(100),
  response: z.object({
    messages: z.array(
      z.object({
        messageId: z.uuid(),
        from: z.enum(['staff', 'resident']),
        author: z.string().optional(),
        text: z.string(),
        sentAt: instant,
      }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});

export const openInstance = contract({
  operationId: 'openInstance',
  summary: 'Open a resident’s moment as staff',
  description: 'Shows where the resident is, not what they have written: that is readForm.',
  method: 'GET',
  path: '/instances/{instanceId}',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'instance-opened',
  conceals: true,
  params: instancePath,
  response: summary.extend({
    resident: shownResident.meta({ description: 'Without name and number where the identity is protected' }),
    practitioner: z.string(),
    modules: z.array(z.object({ moduleId: z.string(), title: z.string() })),
    forms: z.array(z.object({ formId: z.string(), title: z.string(), submittedAt: instant.optional() })),
  }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['Query'] },
  ],
});

export const readForm = contract({
  operationId: 'readForm',
  summary: 'The latest submitted answers to a form',
  description:
    'Answers the resident has saved but not submitted are not shown. `writtenBy` is the resident, or the guardian or proxy who answered for them.',
  method: 'GET',
  path: '/instances/{instanceId}/forms/{formId}',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'form-read',
  conceals: true,
  params: formPath,
  response: z.object({
    form,
    momentVersion,
    answers,
    submittedAt: instant,
    writtenBy: z.discriminatedUnion('as', [
      z.object({ as: z.literal('self') }),
      z.object({ as: z.enum(['guardian', 'proxy']), person: shownResident }),
    ]),
  }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const viewResults = contract({
  operationId: 'viewResults',
  summary: 'Scores, bands and flags over time, newest first',
  description: 'One row a submission, for tables and graphs.',
  method: 'GET',
  path: '/instances/{instanceId}/results',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'results-viewed',
  conceals: true,
  params: instancePath,
  query: pageQuery(100),
  response: z.object({
    results: z.array(outcome.extend({ formId: z.string(), submittedAt: instant })),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});

export const sendMessage = contract({
  operationId: 'sendMessage',
  summary: 'Write to the resident',
  description: 'Send an `Idempotency-Key`, so that a repeated request does not become a second message.',
  method: 'POST',
  path: '/instances/{instanceId}/messages',
  caller: 'staff',
  permission: 'message:send',
  activity: 'message-sent',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
  response: z.object({ messageId: z.uuid(), sentAt: instant }),
  status: 201,
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});
