import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { unitPath } from '../../../shared/contract/paths.ts';
import { residentViewShape, staffViewShape } from '../../../shared/contract/shown-moment.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { recallForResidents, recallForStaff } from '../../../shared/domain/moment/recall.ts';
import { highestVersionNumber, momentVersion } from '../../../shared/domain/moment/version.ts';
import { treatingProblems } from '../../../shared/domain/organisation.ts';
import {
  identityNumberProblems,
  longestIdentityNumber,
} from '../../../shared/domain/personal-identity-number.ts';
import { plainLine } from '../../../shared/domain/plain-text.ts';
import { shownResident } from '../../../shared/domain/registered-person.ts';
import { following, instancePath, moduleReading, ownReading, summary } from '../shapes.ts';

const opening = {
  params: instancePath,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['GetItem', 'Query'] },
  ],
} as const;

export const startInstance = contract({
  operationId: 'startInstance',
  summary: 'Start an active moment on an approved resident',
  description:
    'The practitioner must hold that role on the unit. The latest activated minor version of `major` is started.',
  method: 'POST',
  path: '/units/{unitId}/instances',
  caller: 'staff',
  permission: 'instance:start',
  activity: 'instance-started',
  params: unitPath,
  body: z.strictObject({
    personnummer: plainLine({ min: 0, max: longestIdentityNumber }).meta({ example: '199005082392' }),
    momentId: z.uuid(),
    major: z.int().min(1).max(highestVersionNumber),
    practitioner: hsaId,
  }),
  response: z.object({ instanceId: z.uuid(), momentVersion }),
  status: 201,
  problems: [
    'not-found',
    'unit-inactive',
    ...treatingProblems,
    'resident-not-approved',
    'moment-not-active',
    'moment-not-offered',
    'version-recalled',
    'practitioner-not-at-unit',
    'resident-not-registered',
    'register-unavailable',
    'agreement-missing',
    'provider-not-connected',
    'illegal-state',
    ...identityNumberProblems,
  ],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem', 'UpdateItem'] },
    { table: 'moments', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'instances', actions: ['PutItem'] },
  ],
});

export const openInstance = contract({
  ...following,
  ...opening,
  operationId: 'openInstance',
  summary: 'Open a resident’s moment as staff',
  description:
    'Shows where the resident is, not what they have written: that is readForm. `momentVersion` is what the unit shows now.',
  path: '/instances/{instanceId}',
  activity: 'instance-opened',
  response: summary.extend({
    resident: shownResident.meta({ description: 'Without name and number where the identity is protected' }),
    practitioner: z.string(),
    test: z.boolean().meta({ description: 'A test resident’s: practice, and no care' }),
    recall: recallForStaff.optional(),
    ...staffViewShape,
  }),
});

export const openModule = contract({
  ...following,
  ...moduleReading,
  operationId: 'openModule',
  summary: 'A module as the resident reads it, opened as staff',
  description: 'As openMyModule. `momentId` and `momentVersion` as openInstance gave them.',
  path: '/instances/{instanceId}/modules/{moduleId}',
  activity: 'module-opened',
});

export const listMyInstances = contract({
  ...ownReading,
  operationId: 'listMyInstances',
  summary: 'The resident’s own moments, newest first',
  description:
    'A moment started this second may take a moment to appear. Those under an earlier personnummer come last.',
  path: '/me/instances',
  activity: 'own-instances-listed',
  keepsToUnits: true,
  query: pageQuery({ most: 100 }),
  response: z.object({ instances: z.array(summary), next: nextPage }),
  problems: [],
  grants: [{ table: 'instances', actions: ['Query'], indexes: ['byResident'] }],
});

export const openMyInstance = contract({
  ...ownReading,
  ...opening,
  operationId: 'openMyInstance',
  summary: 'One of the resident’s moments: what there is in it and what they have answered',
  description:
    '`momentVersion` is what the unit shows now: send it and `momentId` to openMyModule, openMyForm, saveAnswers and submitForm. A new minor version may come at any time; the major stays. `functions` says what the moment offers beside its content.',
  path: '/me/instances/{instanceId}',
  activity: 'own-instance-opened',
  response: summary.extend({ ...residentViewShape, recall: recallForResidents.optional() }),
});

export const openMyModule = contract({
  ...ownReading,
  ...moduleReading,
  operationId: 'openMyModule',
  summary: 'A module of one of the resident’s moments, with its steps and media',
  description:
    'Media come as links that work for some minutes: open the module again for new ones. A form stands by its id; openMyForm has its questions.',
  path: '/me/instances/{instanceId}/modules/{moduleId}',
  activity: 'own-module-opened',
});
