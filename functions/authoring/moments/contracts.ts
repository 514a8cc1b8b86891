import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { momentPath, unitPath } from '../../../shared/contract/paths.ts';
import { shownDifferences } from '../../../shared/domain/content/difference.ts';
import { shownFinding } from '../../../shared/domain/content/finding.ts';
import { removed } from '../../../shared/domain/content/left-out.ts';
import { momentKind, outline } from '../../../shared/domain/content/outline.ts';
import { title } from '../../../shared/domain/content/title.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { content } from '../../../shared/domain/moment/content.ts';
import { moment } from '../../../shared/domain/moment/moment.ts';
import { saveAct } from '../../../shared/domain/moment/saved-part.ts';
import { verdictRole } from '../../../shared/domain/moment/verdict.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import {
  contentBodyLimit,
  designing,
  draftReading,
  draftSaving,
  etag,
  partGrants,
  partKind,
  saved,
  shownForm,
  warnings,
} from '../shapes.ts';

const { state, verdicts, review, revision } = moment.shape;
const act = { method: 'POST', params: momentPath, status: 201 } as const;

export const createMoment = contract({
  operationId: 'createMoment',
  summary: 'Create an empty moment on a publisher unit',
  description:
    'The answer’s `ETag` goes into `If-Match` of the first saveDraft; openDraft has those of its parts.',
  method: 'POST',
  path: '/units/{unitId}/moments',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'moment-created',
  params: unitPath,
  body: z.strictObject({ title, kind: momentKind }),
  response: z.object({ momentId: z.uuid() }),
  status: 201,
  problems: ['unit-inactive', 'agreement-missing', 'provider-not-connected', 'not-found', 'illegal-state'],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['PutItem'] },
  ],
});

export const listMoments = contract({
  ...draftReading,
  operationId: 'listMoments',
  summary: 'The moments of a publisher unit, oldest first',
  description:
    'With how far each has come: `state`, whose verdict there is on what it says now, and the latest version that was published.',
  path: '/units/{unitId}/moments',
  activity: 'moments-listed',
  params: unitPath,
  query: pageQuery({ most: 100 }),
  response: z.object({
    moments: z.array(
      z.object({
        momentId: z.uuid(),
        title: z.string(),
        kind: momentKind,
        state: z.enum(['draft', 'exported']),
        verdicts: z.partialRecord(verdictRole, z.object({ approved: z.boolean() })),
        latest: momentVersion.optional(),
      }),
    ),
    next: nextPage,
  }),
  grants: [
    { table: 'organisation', actions: ['GetItem'] },
    { table: 'moments', actions: ['Query'], indexes: ['byOwner'] },
  ],
});

export const openDraft = contract({
  ...draftReading,
  operationId: 'openDraft',
  summary: 'Open a draft: its outline, and where everything in it is',
  description:
    'Titles and places of all modules, sections, steps and forms, without what they say: openModuleDraft and openFormDraft have that. Each part carries the ETag its own save asks for; the answer’s own goes with verdicts, export and saveDraft.',
  path: '/moments/{momentId}/draft',
  params: momentPath,
  response: z.object({
    momentId: z.uuid(),
    unitId: z.string(),
    ...{ state, verdicts, review, revision },
    latest: momentVersion.optional(),
    basis: momentVersion
      .optional()
      .meta({ description: 'The version it goes on from; draftFromVersion chooses another' }),
    outline: outline.extend({ etag }),
    modules: z.array(
      z.object({
        moduleId: z.string(),
        title: z.string(),
        etag,
        sections: z.array(
          z.object({
            sectionId: z.string(),
            title: z.string(),
            steps: z.array(z.object({ stepId: z.string(), title: z.string(), formIds: z.array(z.string()) })),
          }),
        ),
      }),
    ),
    forms: z.array(shownForm),
    warnings,
  }),
  grants: [{ table: 'moments', actions: ['Query'] }],
});

export const saveDraft = contract({
  ...draftSaving,
  operationId: 'saveDraft',
  summary: 'Save the whole content of a draft',
  description:
    'Writes the modules and forms that differ from what is stored. What is left out must stand in `removed`: nothing is deleted because it was forgotten. Every save takes back the verdicts: they belong to exactly the content that was tested.',
  method: 'PUT',
  path: '/moments/{momentId}/draft',
  params: momentPath,
  body: z.strictObject({ content, removed: removed.optional() }),
  bodyLimit: contentBodyLimit,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'media-unknown', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] }],
});

/** A welcome text and a hundred and fifty ids, by a client that escapes every letter. */
const outlineBodyLimit = 128 * 1024;

export const saveOutline = contract({
  ...draftSaving,
  operationId: 'saveOutline',
  summary: 'Save a draft’s title, kind, welcome text, functions and order of modules',
  description:
    '`moduleIds` are the modules that are there, each once, in their new order: addModule and deleteModule change which they are. `maintenance` is what stays open in the maintenance phase, nothing where it is left out. `If-Match` is the outline’s ETag.',
  method: 'PUT',
  path: '/moments/{momentId}/draft/outline',
  params: momentPath,
  body: outline,
  bodyLimit: outlineBodyLimit,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported'],
  grants: partGrants,
});

export const deleteDraft = contract({
  ...designing,
  operationId: 'deleteDraft',
  summary: 'Delete a moment that has never been published',
  description: 'With its test data. There is no way back.',
  method: 'DELETE',
  path: '/moments/{momentId}/draft',
  activity: 'draft-deleted',
  params: momentPath,
  response: z.object({ state: z.literal('deleted') }),
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'moment-published', 'tests-left'],
  grants: [{ table: 'moments', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] }],
});

export const checkDraft = contract({
  ...draftReading,
  operationId: 'checkDraft',
  summary: 'Everything that is wrong in a draft, or could be better',
  description:
    'All at once, each with where and how to mend it. `error` keeps the draft from export, `advice` does not. `mayBeExported` says whether exportToPublisher takes it as it stands, verdicts included. The `ETag` is the one that exportToPublisher asks for.',
  path: '/moments/{momentId}/draft/check',
  params: momentPath,
  response: z.object({ findings: z.array(shownFinding), mayBeExported: z.boolean() }),
  grants: [{ table: 'moments', actions: ['Query'] }],
});

export const compareDraft = contract({
  ...draftReading,
  operationId: 'compareDraft',
  summary: 'What differs from the version it goes on from, and which version it would become',
  description:
    '`structure` makes it a new major version, `wording` alone a minor one of the major that `basis` is of. `nextVersion` is absent where nothing differs. The first version is 1.0, and differs from nothing.',
  path: '/moments/{momentId}/draft/differences',
  params: momentPath,
  response: z.object({
    latest: momentVersion.optional(),
    basis: momentVersion.optional(),
    nextVersion: momentVersion.optional(),
    ...shownDifferences,
  }),
  grants: [{ table: 'moments', actions: ['Query', 'BatchGetItem'] }],
});

export const exportToPublisher = contract({
  ...designing,
  ...act,
  operationId: 'exportToPublisher',
  summary: 'Hand a tested draft to the publisher',
  description: 'Needs a draft in which checkDraft finds no error, and both verdicts. Locks the draft.',
  path: '/moments/{momentId}/exports',
  activity: 'moment-exported',
  response: z.object({ state: z.literal('exported') }),
  ifMatch: true,
  problems: [
    'not-found',
    'moment-exported',
    'moment-incomplete',
    'verdicts-missing',
    'verdicts-by-one-person',
  ],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem'] }],
});

export const draftFromVersion = contract({
  ...draftSaving,
  ...act,
  operationId: 'draftFromVersion',
  summary: 'Go on from a published version, such as an earlier major that still runs',
  description:
    'The latest minor of any major can be named. The draft becomes what it says, and what is published of it is compared with the latest of that major: wording alone makes the next minor of it, anything else the next free major. What was never published is put away only where `discard` says so (`draft-unpublished`); undoSave brings it back while nothing has been saved over it. Where `left` is more than 0, as with very large moments, send the same again with `discard` until it is 0.',
  path: '/moments/{momentId}/draft/openings',
  body: z.strictObject({ momentVersion, discard: z.literal(true).optional() }),
  response: saved.extend({ left: z.int() }),
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'draft-unpublished', 'version-followed', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['Query', 'GetItem', 'PutItem', 'DeleteItem'] }],
});

export const recallExport = contract({
  ...designing,
  ...act,
  operationId: 'recallExport',
  summary: 'Take back what was exported and is not yet published',
  description: 'It is a draft again. Its content has not changed, so verdicts stand until somebody saves.',
  path: '/moments/{momentId}/export-recalls',
  activity: 'export-recalled',
  response: z.object({ state: z.literal('draft') }),
  ifMatch: true,
  problems: ['not-found', 'moment-not-exported'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem'] }],
});

export const listSaves = contract({
  ...draftReading,
  operationId: 'listSaves',
  summary: 'What has been saved in a draft, newest first',
  description: 'One line for each part that a save changed. undoSave takes back a whole save.',
  path: '/moments/{momentId}/draft/saves',
  params: momentPath,
  query: pageQuery({ most: 50 }),
  response: z.object({
    saves: z.array(
      z.object({
        saveId: z.uuid(),
        at: utcInstant,
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
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'] }],
});

export const undoSave = contract({
  ...draftSaving,
  ...act,
  operationId: 'undoSave',
  summary: 'Take back a save',
  description:
    'Puts every part it changed back as it was before it; refused where one has been saved, or its version published, since. It is a save itself: verdicts fall, and it can be undone.',
  path: '/moments/{momentId}/draft/undos',
  body: z.strictObject({ saveId: z.uuid() }),
  problems: [
    'not-found',
    'moment-exported',
    'saved-since',
    'version-followed',
    'media-unknown',
    'version-mismatch',
  ],
  grants: [
    {
      table: 'moments',
      actions: ['Query', 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    },
  ],
});
