import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { answersGiven, openedForm } from '../../../shared/contract/shown-moment.ts';
import { answers } from '../../../shared/domain/form/answers/answers.ts';
import { form } from '../../../shared/domain/form/form.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import { shownResident } from '../../../shared/domain/registered-person.ts';
import { formPath, instant, inVersion, versionQuery } from '../shapes.ts';

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
    momentVersion: momentVersion.meta({ description: 'The version it was answered in, as is `form`' }),
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
