import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { momentPath } from '../../../shared/contract/paths.ts';
import { contentId, keptContentId } from '../../../shared/domain/content/content-id.ts';
import { removed } from '../../../shared/domain/content/left-out.ts';
import { mostSections, mostSteps } from '../../../shared/domain/content/module-outline.ts';
import { mostModules } from '../../../shared/domain/content/outline.ts';
import { shownModule } from '../../../shared/domain/content/shown-module.ts';
import { stepContent } from '../../../shared/domain/content/step.ts';
import { title } from '../../../shared/domain/content/title.ts';
import {
  contentBodyLimit,
  draftReading,
  draftSaving,
  etag,
  modulePath,
  partGrants,
  place,
  saved,
  stepPath,
} from '../shapes.ts';

const toPlace = z.strictObject({ moduleId: keptContentId, sectionId: keptContentId, at: place });
const moduleChange = { params: modulePath, status: 200, ifMatch: true } as const;
/** What may touch several modules: every place in the draft is read, for what a change may do to the others. */
const between = {
  params: momentPath,
  method: 'POST',
  status: 201,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'already-exists', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem', 'UpdateItem'] }],
} as const;

export const addModule = contract({
  ...draftSaving,
  ...between,
  operationId: 'addModule',
  summary: 'Add a module to a draft, empty or as a copy of another',
  description:
    'It stands last where `at` says nothing. A copy’s sections and steps get ids of their own. `If-Match` is the outline’s ETag; the answer’s `ETag` is its next one, and `parts` has the new module’s.',
  path: '/moments/{momentId}/draft/modules',
  body: z.strictObject({
    moduleId: contentId.optional(),
    title,
    copyOf: keptContentId.optional(),
    at: z.int().min(0).max(mostModules).optional(),
  }),
  response: saved.extend({ moduleId: z.string() }),
});

export const saveModule = contract({
  ...draftSaving,
  ...moduleChange,
  operationId: 'saveModule',
  summary: 'Name and arrange a module’s sections and steps',
  description:
    'Sections and steps come in the order they are sent. Those that are left out must stand in `removed`: nothing is deleted because it was forgotten. Steps keep what they say: saveStep changes that.',
  method: 'PUT',
  path: '/moments/{momentId}/draft/modules/{moduleId}',
  body: z.strictObject({
    title,
    sections: z
      .array(z.strictObject({ sectionId: contentId, title, stepIds: z.array(keptContentId).max(mostSteps) }))
      .max(mostSections),
    removed: removed.pick({ sectionIds: true, stepIds: true }).optional(),
  }),
  problems: ['not-found', 'moment-exported', 'item-too-large'],
  grants: partGrants,
});

export const deleteModule = contract({
  ...draftSaving,
  ...moduleChange,
  operationId: 'deleteModule',
  summary: 'Delete a module with its sections and steps',
  description: 'Forms stay. undoSave brings it back.',
  method: 'DELETE',
  path: '/moments/{momentId}/draft/modules/{moduleId}',
  problems: ['not-found', 'moment-exported'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] }],
});

export const openModuleDraft = contract({
  ...draftReading,
  operationId: 'openModuleDraft',
  summary: 'Open a module of a draft with all it says',
  description:
    'The `ETag` goes into `If-Match` of every save of the module or of a step in it. Links to files hold for minutes: open the module anew for fresh ones.',
  path: '/moments/{momentId}/draft/modules/{moduleId}',
  params: modulePath,
  response: shownModule,
  grants: [{ table: 'moments', actions: ['GetItem', 'BatchGetItem'] }],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
});

export const saveStep = contract({
  ...draftSaving,
  operationId: 'saveStep',
  summary: 'Save a step, new or changed',
  description:
    'Writes that step and nothing else of the draft. A new one needs the section it stands in; one that is there stays in its place unless told where to go. `If-Match` is the module’s ETag. Media must have been uploaded to this moment.',
  method: 'PUT',
  path: '/moments/{momentId}/draft/modules/{moduleId}/steps/{stepId}',
  params: stepPath,
  body: stepContent.extend({ sectionId: keptContentId.optional(), at: place }),
  bodyLimit: contentBodyLimit,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'media-unknown', 'item-too-large'],
  grants: [
    { table: 'moments', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
  ],
});

export const moveStep = contract({
  ...draftSaving,
  ...between,
  operationId: 'moveStep',
  summary: 'Move a step to another module',
  description:
    '`If-Match` is the ETag of the module it leaves, `toEtag` that of the one it comes to. Within a module saveModule and saveStep do it.',
  path: '/moments/{momentId}/draft/step-moves',
  body: z.strictObject({ from: keptContentId, stepId: keptContentId, to: toPlace, toEtag: etag }),
});

export const copyStep = contract({
  ...draftSaving,
  ...between,
  operationId: 'copyStep',
  summary: 'Copy a step within a module or to another',
  description:
    '`If-Match` is the ETag of the module the copy comes to. Forms in the step are shared, not copied.',
  path: '/moments/{momentId}/draft/step-copies',
  body: z.strictObject({ from: keptContentId, stepId: keptContentId, newStepId: contentId, to: toPlace }),
});
