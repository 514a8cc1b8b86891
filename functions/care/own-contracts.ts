import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { answersGiven, openedForm, residentViewShape } from '../../shared/contract/shown-moment.ts';
import { shownModule } from '../../shared/domain/content/shown-module.ts';
import {
  formPath,
  instancePath,
  instant,
  inVersion,
  modulePath,
  moduleReads,
  summary,
  versionQuery,
} from './shapes.ts';

const givenAnswers = z.strictObject({ ...inVersion, ...answersGiven });
const answerProblems = [
  'not-found',
  'illegal-state',
  'form-version-mismatch',
  'form-kind-unsupported',
  'answers-invalid',
] as const;
const answerGrants = [
  { table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
  { table: 'moments', actions: ['GetItem'] },
] as const;

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
  summary: 'One of the resident’s moments: what there is in it and what they have answered',
  description:
    '`momentVersion` is what the unit shows now: send it and `momentId` to openMyModule, openMyForm, saveAnswers and submitForm. A new minor version may come at any time; the major stays. `functions` says what the moment offers beside its content.',
  method: 'GET',
  path: '/me/instances/{instanceId}',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-instance-opened',
  params: instancePath,
  response: summary.extend(residentViewShape),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const openMyModule = contract({
  operationId: 'openMyModule',
  summary: 'A module of one of the resident’s moments, with its steps and media',
  description:
    'Media come as links that work for some minutes: open the module again for new ones. A form stands by its id; openMyForm has its questions.',
  method: 'GET',
  path: '/me/instances/{instanceId}/modules/{moduleId}',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-module-opened',
  params: modulePath,
  query: versionQuery,
  response: shownModule,
  status: 200,
  problems: ['not-found', 'form-version-mismatch'],
  ...moduleReads,
});

export const openMyForm = contract({
  operationId: 'openMyForm',
  summary: 'A form of one of the resident’s moments, with what they have answered',
  description:
    'Send `formVersion` back with the answers. The `ETag` goes into `If-Match` of saveAnswers and submitForm.',
  method: 'GET',
  path: '/me/instances/{instanceId}/forms/{formId}',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-form-opened',
  params: formPath,
  query: versionQuery,
  response: openedForm,
  status: 200,
  problems: ['not-found', 'form-version-mismatch'],
  grants: [
    { table: 'instances', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem'] },
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
  problems: answerProblems,
  grants: answerGrants,
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
  problems: answerProblems,
  grants: answerGrants,
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
