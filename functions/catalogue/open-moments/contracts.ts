import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { unitPath } from '../../../shared/contract/paths.ts';
import { keptContentId } from '../../../shared/domain/content/content-id.ts';
import { momentKind } from '../../../shared/domain/content/outline.ts';
import { shownModule } from '../../../shared/domain/content/shown-module.ts';
import { recallForResidents } from '../../../shared/domain/moment/recall.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import { activationPath, tableOfContents } from '../shapes.ts';

const openMoment = z.object({
  momentId: z.uuid(),
  major: z.int(),
  momentVersion,
  title: z.string(),
  kind: momentKind,
});
const reading = { caller: 'resident', permission: 'own-data:view', method: 'GET', status: 200 } as const;
const approvalReads = { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] } as const;
const beginningProblems = ['unit-begins-nothing-new', 'moment-stopped', 'illegal-state'] as const;
/** The first reading leaves word that it has begun. */
const beginning = { table: 'organisation', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] } as const;

export const listOpenMoments = contract({
  ...reading,
  operationId: 'listOpenMoments',
  summary: 'The open moments (öppna moment) of a unit that has approved the resident',
  description:
    'They are read without being started. Not found where the unit is closed, or has not approved the resident for communication. A page may be short or empty while `next` is there.',
  path: '/me/units/{unitId}/open-moments',
  activity: 'own-open-moments-listed',
  params: unitPath,
  query: pageQuery({ most: 100 }),
  response: z.object({ moments: z.array(openMoment), next: nextPage }),
  problems: ['not-found'],
  grants: [approvalReads, { table: 'moments', actions: ['Query'] }],
});

export const readOpenMoment = contract({
  ...reading,
  operationId: 'readOpenMoment',
  summary: 'An open moment: its welcome text and its modules',
  description:
    '`momentVersion` is what the unit shows now: send it to readOpenModule. What the resident has begun to read they read on; nothing new is begun (`unit-begins-nothing-new`) when the unit’s agreements have ended, nor of a version that the publisher has recalled (`moment-stopped`, with the publisher’s words).',
  path: '/me/units/{unitId}/open-moments/{momentId}/{major}',
  activity: 'own-open-moment-read',
  params: activationPath,
  response: openMoment.extend({
    ...{ welcome: tableOfContents.welcome, modules: tableOfContents.modules },
    recall: recallForResidents.optional(),
  }),
  problems: ['not-found', ...beginningProblems],
  grants: [beginning, { table: 'moments', actions: ['GetItem', 'Query', 'ConditionCheckItem'] }],
});

export const readOpenModule = contract({
  ...reading,
  operationId: 'readOpenModule',
  summary: 'A module of an open moment, with its steps and media',
  description: 'Media come as links that work for some minutes: read the module again for new ones.',
  path: '/me/units/{unitId}/open-moments/{momentId}/{major}/modules/{moduleId}',
  activity: 'own-open-module-read',
  params: activationPath.extend({ moduleId: keptContentId }),
  query: z.strictObject({ momentVersion: momentVersion.meta({ description: 'As readOpenMoment gave it' }) }),
  response: z.object({ module: shownModule }),
  problems: ['not-found', 'form-version-mismatch', ...beginningProblems],
  grants: [
    beginning,
    { table: 'moments', actions: ['GetItem', 'Query', 'BatchGetItem', 'ConditionCheckItem'] },
  ],
  storage: [{ bucket: 'published', actions: ['GetObject'] }],
});
