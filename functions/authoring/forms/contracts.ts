import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { contentId } from '../../../shared/domain/content/content-id.ts';
import { form } from '../../../shared/domain/form/form.ts';
import { title } from '../../../shared/domain/form/questions/wording.ts';
import { formPath, formVersion, momentPath, saved } from '../shapes.ts';

export const saveForm = contract({
  operationId: 'saveForm',
  summary: 'Save a form of a draft, new or changed',
  description: '`If-Match` is the form’s ETag, `"0"` where it is new. Its steps show it by its `formId`.',
  method: 'PUT',
  path: '/moments/{momentId}/draft/forms/{formId}',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'draft-saved',
  conceals: true,
  params: formPath,
  body: z.strictObject({ form }),
  // What a form says is one item, of 300 kB at most.
  bodyLimit: 256 * 1024,
  response: saved,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'UpdateItem'] }],
});

export const openFormDraft = contract({
  operationId: 'openFormDraft',
  summary: 'Open a form of a draft',
  description: 'The `ETag` goes into `If-Match` of saveForm; `formVersion` is what copyForm asks for.',
  method: 'GET',
  path: '/moments/{momentId}/draft/forms/{formId}',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  params: formPath,
  response: z.object({ form, formVersion }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['GetItem'] }],
});

export const copyForm = contract({
  operationId: 'copyForm',
  summary: 'Copy a form, so that modules need not share its answers',
  description: 'Copies the form as it was opened: `formVersion`. Steps show the copy when they name it.',
  method: 'POST',
  path: '/moments/{momentId}/draft/form-copies',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'draft-saved',
  conceals: true,
  params: momentPath,
  body: z.strictObject({
    formId: contentId,
    formVersion,
    newFormId: contentId,
    title: title.optional(),
  }),
  response: saved,
  status: 201,
  problems: ['not-found', 'moment-exported', 'form-version-mismatch', 'already-exists', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'UpdateItem'] }],
});

export const deleteForm = contract({
  operationId: 'deleteForm',
  summary: 'Delete a form that no step shows',
  description: 'Refused with the steps that show it. undoSave brings it back.',
  method: 'DELETE',
  path: '/moments/{momentId}/draft/forms/{formId}',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'draft-saved',
  conceals: true,
  params: formPath,
  response: saved,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'form-placed'],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'] }],
});
