import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import {
  answerProblems,
  answersBodyLimit,
  answersGiven,
  openedForm,
} from '../../../shared/contract/shown-moment.ts';
import { answers } from '../../../shared/domain/form/answers/answers.ts';
import { form } from '../../../shared/domain/form/form.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import { following, formPath, inVersion, ownReading, versionQuery } from '../shapes.ts';
import { shownWriters } from '../shown-writers.ts';

const answering = {
  caller: 'resident',
  permission: 'own-data:answer',
  params: formPath,
  ifMatch: true,
  body: z.strictObject({ ...inVersion, ...answersGiven }),
  bodyLimit: answersBodyLimit,
  problems: answerProblems,
  grants: [
    { table: 'instances', actions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'ConditionCheckItem'] },
  ],
} as const;
const formGrants = [
  { table: 'instances', actions: ['GetItem'] },
  { table: 'moments', actions: ['GetItem'] },
] as const;

export const openMyForm = contract({
  ...ownReading,
  operationId: 'openMyForm',
  summary: 'A form of one of the resident’s moments, with what they have answered',
  description:
    'Send `formVersion` back with the answers. `writtenBy` says who wrote: the resident, or the guardian or proxy who acted for them. The `ETag` goes into `If-Match` of saveAnswers and submitForm.',
  path: '/me/instances/{instanceId}/forms/{formId}',
  activity: 'own-form-opened',
  params: formPath,
  query: versionQuery,
  response: openedForm.extend({
    draft: openedForm.shape.draft.unwrap().extend(shownWriters).optional(),
    submitted: openedForm.shape.submitted.unwrap().extend(shownWriters).optional(),
  }),
  problems: ['not-found', 'form-version-mismatch', 'illegal-state'],
  grants: [...formGrants, { table: 'instances', actions: ['UpdateItem'] }],
});

export const saveAnswers = contract({
  ...answering,
  operationId: 'saveAnswers',
  summary: 'Save answers without submitting them',
  description:
    'Replaces the saved draft. What is unanswered may be left out. A submitted form can be changed again; staff see the submission until the next one.',
  method: 'PUT',
  path: '/me/instances/{instanceId}/forms/{formId}/draft',
  activity: 'answers-saved',
  response: z.object({ savedAt: utcInstant }),
  status: 200,
});

export const submitForm = contract({
  ...answering,
  operationId: 'submitForm',
  summary: 'Submit a form to the practitioner',
  description:
    'All required questions must be answered. The submission replaces the saved draft; each one leaves a result. Repeat with the same `Idempotency-Key` when the answer was lost: it counts once.',
  method: 'POST',
  path: '/me/instances/{instanceId}/forms/{formId}/submissions',
  activity: 'form-submitted',
  response: z.object({ submittedAt: utcInstant }),
  status: 201,
});

export const readForm = contract({
  ...following,
  operationId: 'readForm',
  summary: 'The latest submitted answers to a form',
  description:
    'Answers the resident has saved but not submitted are not shown. `writtenBy` is the resident, or the guardian or proxy who answered for them.',
  path: '/instances/{instanceId}/forms/{formId}',
  activity: 'form-read',
  params: formPath,
  response: z.object({
    form,
    momentVersion: momentVersion.meta({ description: 'The version it was answered in, as is `form`' }),
    answers,
    submittedAt: utcInstant,
    ...shownWriters,
  }),
  problems: ['not-found'],
  grants: formGrants,
});
