import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { momentPath } from '../../../shared/contract/paths.ts';
import { contentId, keptContentId } from '../../../shared/domain/content/content-id.ts';
import { title } from '../../../shared/domain/content/title.ts';
import { form } from '../../../shared/domain/form/form.ts';
import { contentBodyLimit, draftReading, draftSaving, formPath, formVersion, partGrants } from '../shapes.ts';

export const saveForm = contract({
  ...draftSaving,
  operationId: 'saveForm',
  summary: 'Save a form of a draft, new or changed',
  description: '`If-Match` is the form’s ETag, `"0"` where it is new. Its steps show it by its `formId`.',
  method: 'PUT',
  path: '/moments/{momentId}/draft/forms/{formId}',
  params: formPath,
  body: z.strictObject({ form }),
  bodyLimit: contentBodyLimit,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'item-too-large'],
  grants: partGrants,
});

export const openFormDraft = contract({
  ...draftReading,
  operationId: 'openFormDraft',
  summary: 'Open a form of a draft',
  description: 'The `ETag` goes into `If-Match` of saveForm; `formVersion` is what copyForm asks for.',
  path: '/moments/{momentId}/draft/forms/{formId}',
  params: formPath,
  response: z.object({ form, formVersion }),
  grants: [{ table: 'moments', actions: ['GetItem'] }],
});

export const copyForm = contract({
  ...draftSaving,
  operationId: 'copyForm',
  summary: 'Copy a form, so that modules need not share its answers',
  description: 'Copies the form as it was opened: `formVersion`. Steps show the copy when they name it.',
  method: 'POST',
  path: '/moments/{momentId}/draft/form-copies',
  params: momentPath,
  body: z.strictObject({
    formId: keptContentId,
    formVersion,
    newFormId: contentId,
    title: title.optional(),
  }),
  status: 201,
  problems: ['not-found', 'moment-exported', 'form-version-mismatch', 'already-exists', 'item-too-large'],
  grants: partGrants,
});

export const deleteForm = contract({
  ...draftSaving,
  operationId: 'deleteForm',
  summary: 'Delete a form that no step shows',
  description: 'Refused with the steps that show it. undoSave brings it back.',
  method: 'DELETE',
  path: '/moments/{momentId}/draft/forms/{formId}',
  params: formPath,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'form-placed'],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem'] }],
});
