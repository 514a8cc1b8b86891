import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { difference } from '../../shared/domain/content/difference.ts';
import { finding } from '../../shared/domain/content/finding.ts';
import { momentKind, outline } from '../../shared/domain/content/outline.ts';
import { shownModule } from '../../shared/domain/content/shown-module.ts';
import { form } from '../../shared/domain/form/form.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { moment } from '../../shared/domain/moment/moment.ts';
import { verdictRole } from '../../shared/domain/moment/verdict.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';
import { etag, formPath, formVersion, modulePath, momentPath, shownForm, warnings } from './shapes.ts';

const { state, verdicts, review, revision } = moment.shape;

export const listMoments = contract({
  operationId: 'listMoments',
  summary: 'The moments of a publisher unit, oldest first',
  description:
    'With how far each has come: `state`, whose verdict there is on what it says now, and the latest version that was published.',
  method: 'GET',
  path: '/units/{unitId}/moments',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'moments-listed',
  conceals: true,
  params: z.strictObject({ unitId: hsaId }),
  query: pageQuery(100),
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
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'organisation', actions: ['GetItem'] },
    { table: 'moments', actions: ['Query'], indexes: ['byOwner'] },
  ],
});

export const openDraft = contract({
  operationId: 'openDraft',
  summary: 'Open a draft: its outline, and where everything in it is',
  description:
    'Titles and places of all modules, sections, steps and forms, without what they say: openModuleDraft and openFormDraft have that. Each part carries the ETag its own save asks for; the answer’s own goes with verdicts, export and saveDraft.',
  method: 'GET',
  path: '/moments/{momentId}/draft',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  params: momentPath,
  response: z.object({
    momentId: z.uuid(),
    unitId: z.string(),
    ...{ state, verdicts, review, revision },
    latest: momentVersion.optional(),
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
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['Query'] }],
});

export const openModuleDraft = contract({
  operationId: 'openModuleDraft',
  summary: 'Open a module of a draft with all it says',
  description:
    'The `ETag` goes into `If-Match` of every save of the module or of a step in it. Links to files hold for minutes: open the module anew for fresh ones.',
  method: 'GET',
  path: '/moments/{momentId}/draft/modules/{moduleId}',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  params: modulePath,
  response: shownModule,
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['GetItem', 'BatchGetItem'] }],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
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

export const checkDraft = contract({
  operationId: 'checkDraft',
  summary: 'Everything that is wrong in a draft, or could be better',
  description:
    'All at once, each with where and how to mend it. `error` keeps the draft from export, `advice` does not. `mayBeExported` says whether exportToPublisher takes it as it stands, verdicts included. The `ETag` is the one that exportToPublisher asks for.',
  method: 'GET',
  path: '/moments/{momentId}/draft/check',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  params: momentPath,
  response: z.object({ findings: z.array(finding), mayBeExported: z.boolean() }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['Query'] }],
});

export const compareDraft = contract({
  operationId: 'compareDraft',
  summary: 'What differs from the latest published version, and which version it would become',
  description:
    '`structure` makes it a new major version, `wording` alone a minor one. `nextVersion` is absent where nothing differs. The first version is 1.0, and differs from nothing.',
  method: 'GET',
  path: '/moments/{momentId}/draft/differences',
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  params: momentPath,
  response: z.object({
    latest: momentVersion.optional(),
    nextVersion: momentVersion.optional(),
    differences: z.array(difference),
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'moments', actions: ['Query', 'BatchGetItem'] }],
});

export const deleteDraft = contract({
  operationId: 'deleteDraft',
  summary: 'Delete a moment that has never been published',
  description: 'With its test data. There is no way back.',
  method: 'DELETE',
  path: '/moments/{momentId}/draft',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'draft-deleted',
  conceals: true,
  params: momentPath,
  response: z.object({ state: z.literal('deleted') }),
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'moment-published', 'tests-left'],
  grants: [{ table: 'moments', actions: ['GetItem', 'Query', 'PutItem', 'DeleteItem'] }],
});
