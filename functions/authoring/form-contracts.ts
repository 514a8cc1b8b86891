import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { contentId } from '../../shared/domain/content/content-id.ts';
import { form } from '../../shared/domain/form/form.ts';
import { title } from '../../shared/domain/form/wording.ts';
import { saveAct } from '../../shared/domain/moment/saved-part.ts';
import { formPath, formVersion, momentPath, partKind, saved } from './shapes.ts';

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

export const listSaves = contract({
  operationId: 'listSaves',
  summary: 'What has been saved in a draft, newest first',
  description: 'One line for each part that a save changed. undoSave takes back a whole save.',
  method: 'GET',
  path: '/moments/{momentId}/draft/saves',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  params: momentPath,
  query: pageQuery(50),
  response: z.object({
    saves: z.array(
      z.object({
        saveId: z.uuid(),
        at: z.iso.datetime(),
        by: z.string().meta({ description: 'HSA-id' }),
        act: saveAct,
        part: z.object({
          kind: partKind,
          moduleId: z.string().optional(),
          formId: z.string().optional(),
        }),
      }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'] }],
});

export const undoSave = contract({
  operationId: 'undoSave',
  summary: 'Take back a save',
  description:
    'Puts every part it changed back as it was before it; refused where one has been saved since. It is a save itself: verdicts fall, and it can be undone.',
  method: 'POST',
  path: '/moments/{momentId}/draft/undos',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'draft-saved',
  conceals: true,
  params: momentPath,
  body: z.strictObject({ saveId: z.uuid() }),
  response: saved,
  status: 201,
  problems: ['not-found', 'moment-exported', 'saved-since', 'media-unknown', 'version-mismatch'],
  grants: [
    { table: 'moments', actions: ['Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'] },
  ],
});
