import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { unitPath } from '../../../shared/contract/paths.ts';
import { shownDifferences } from '../../../shared/domain/content/difference.ts';
import { momentKind } from '../../../shared/domain/content/outline.ts';
import { recallForStaff } from '../../../shared/domain/moment/recall.ts';
import { highestVersionNumber, momentVersion } from '../../../shared/domain/moment/version.ts';
import { activationPath, activationRow } from '../shapes.ts';

const activating = { caller: 'staff', permission: 'moment:activate', method: 'POST', status: 201 } as const;
const activationProblems = [
  'not-found',
  'unit-inactive',
  'agreement-missing',
  'provider-not-connected',
  'moment-not-offered',
  'moment-unpublished',
  'version-not-later',
  'version-mismatch',
  'version-recalled',
  'illegal-state',
] as const;
const activationGrants = [
  { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] },
  { table: 'moments', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
] as const;

const minorGrants = [
  { table: 'organisation', actions: ['GetItem'] },
  { table: 'moments', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
] as const;

export const activateMoment = contract({
  ...activating,
  operationId: 'activateMoment',
  summary: 'Make a published version available on a unit',
  description:
    'For the care provider administrator of the unit’s provider. Each major version is activated by itself; a later minor of it with activateMinor. What was inactivated can be activated again, at the minor it had or a later one. A private provider’s unit needs an agreement in force.',
  path: '/units/{unitId}/activations',
  activity: 'moment-activated',
  params: unitPath,
  body: z.strictObject({ momentId: z.uuid(), momentVersion }),
  response: z.object({ momentId: z.uuid(), momentVersion }),
  problems: [...activationProblems, 'already-active'],
  grants: activationGrants,
});

export const activateMinor = contract({
  ...activating,
  operationId: 'activateMinor',
  summary: 'Show a later minor version of what is active on a unit, or runs there',
  description:
    'It reaches every instance of that major version on the unit, those running now too; where the major was inactivated it stays so. What runs is mended whatever has ended since: the agreement, the offer, the publication, or the unit. There is no way back to an earlier minor: publish a later one.',
  path: '/units/{unitId}/activations/{momentId}/{major}/minor',
  activity: 'minor-activated',
  conceals: true,
  params: activationPath,
  body: z.strictObject({ minor: z.int().min(0).max(highestVersionNumber) }),
  response: z.object({ momentId: z.uuid(), momentVersion }),
  ifMatch: true,
  problems: ['not-found', 'version-not-later', 'version-mismatch', 'version-recalled'],
  grants: minorGrants,
});

export const compareMinor = contract({
  operationId: 'compareMinor',
  summary: 'What a later minor version would change on a unit',
  description:
    'From the minor that is active there to the one that waits, however many were published between them: which text of which question, option or block. Where none waits, `waits` is absent and nothing differs.',
  method: 'GET',
  path: '/units/{unitId}/activations/{momentId}/{major}/minor',
  caller: 'staff',
  permission: 'moment:activate',
  activity: 'catalogue-entry-viewed',
  conceals: true,
  params: activationPath,
  response: z.object({ momentVersion, waits: momentVersion.optional(), ...shownDifferences }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'organisation', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const inactivateMoment = contract({
  ...activating,
  operationId: 'inactivateMoment',
  summary: 'Stop new starts of a major version on a unit',
  description: 'What runs goes on, at the minor version it has.',
  path: '/units/{unitId}/inactivations',
  activity: 'moment-inactivated',
  params: unitPath,
  body: z.strictObject({ momentId: z.uuid(), major: z.int().min(1).max(highestVersionNumber) }),
  response: z.object({ momentId: z.uuid(), major: z.int(), state: z.literal('inactive') }),
  problems: ['not-found', 'moment-not-active'],
  grants: [
    { table: 'organisation', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem', 'UpdateItem'] },
  ],
});

export const listActivations = contract({
  operationId: 'listActivations',
  summary: 'What can be started on a unit',
  description:
    'By moment and major version. `state=all` or `inactive` gives also what was inactivated, which runs on where it was started. `waits` is a later minor that can be activated in its place; `state=waiting` gives those that have one, inactivated or not. Where `recall` or `withdrawn` stands nothing new is started. An open moment (`open`) needs no start: the unit’s residents see it already. A filtered page may be short while `next` is there.',
  method: 'GET',
  path: '/units/{unitId}/activations',
  caller: 'staff',
  permission: 'activation:list',
  activity: 'activations-listed',
  conceals: true,
  params: unitPath,
  query: pageQuery({ most: 100 }).extend({
    state: z.enum(['active', 'inactive', 'all', 'waiting']).default('active'),
  }),
  response: z.object({
    activations: z.array(
      activationRow.omit({ unitId: true }).extend({
        momentId: z.uuid(),
        momentVersion,
        title: z.string(),
        kind: momentKind,
        open: z.boolean(),
        recall: recallForStaff.optional(),
        withdrawn: z
          .literal(true)
          .optional()
          .meta({ description: 'Not offered to the provider any more: nothing new is started' }),
      }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'organisation', actions: ['GetItem'] },
    { table: 'moments', actions: ['Query', 'BatchGetItem'] },
  ],
});
