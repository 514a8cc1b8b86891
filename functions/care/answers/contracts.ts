import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import {
  answerProblems,
  answersBodyLimit,
  atPage,
  changesSaved,
  changesSubmitted,
  openedForm,
  savedAnswer,
  saveProblems,
  submission,
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
  query: z.strictObject(atPage),
  bodyLimit: answersBodyLimit,
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
    'Send `formVersion` back with the answers. `writtenBy` says who wrote: the resident, or the guardian or proxy who acted for them. The number in the `ETag` is the first `base` of saveAnswers; the `ETag` of the last answer goes into `If-Match` of submitForm. What has been submitted is what is changed next, where there is no draft. A form with a page an occasion is opened at its `page`, also one where nothing has been written; without, there are only its questions.',
  path: '/me/instances/{instanceId}/forms/{formId}',
  activity: 'own-form-opened',
  params: formPath,
  query: versionQuery.extend(atPage),
  response: openedForm.extend({
    draft: openedForm.shape.draft.unwrap().extend(shownWriters).optional(),
    submitted: openedForm.shape.submitted.unwrap().extend(shownWriters).optional(),
  }),
  problems: ['not-found', 'form-version-mismatch', 'illegal-state', 'page-unfit'],
  grants: [...formGrants, { table: 'instances', actions: ['UpdateItem'] }],
});

export const saveAnswers = contract({
  ...answering,
  operationId: 'saveAnswers',
  summary: 'Save what has changed in a form, without submitting it',
  description:
    'Merged with what is there, question by question. A calendar form’s `page` need not have been made before. Where somebody else has changed the same question since `base`, both answers are kept until one of them is saved again; everything else is saved. A submitted form can be changed again; staff see the submission until the next one. `already-submitted`: it was submitted after `base`, and nothing was saved.',
  method: 'PATCH',
  path: '/me/instances/{instanceId}/forms/{formId}/draft',
  activity: 'answers-saved',
  body: z.strictObject({ ...inVersion, ...changesSaved }),
  problems: [...saveProblems, 'closed-in-maintenance'],
  response: savedAnswer,
  status: 200,
});

export const submitForm = contract({
  ...answering,
  operationId: 'submitForm',
  summary: 'Submit a form to the practitioner',
  description:
    'Submits what has been saved, with the last `changes`, if any. All required questions must be answered, and no question may have two answers (`answers-in-conflict`). Each submission leaves a result. Answers to questions that are not asked are kept, not submitted. `help` is there where the answers may not wait: show it at once. Repeat with the same `Idempotency-Key` when the answer was lost: it counts once.',
  method: 'POST',
  path: '/me/instances/{instanceId}/forms/{formId}/submissions',
  activity: 'form-submitted',
  ifMatch: true,
  body: z.strictObject({ ...inVersion, ...changesSubmitted }),
  problems: [...answerProblems, 'closed-in-maintenance'],
  response: submission,
  status: 201,
  grants: [...answering.grants, { table: 'instances', actions: ['Query'] }],
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
  query: z.strictObject(atPage),
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
