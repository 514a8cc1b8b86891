import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { residentViewShape, staffViewShape } from '../../../shared/contract/shown-moment.ts';
import { shownModule } from '../../../shared/domain/content/shown-module.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import { identityNumberProblems } from '../../../shared/domain/personal-identity-number.ts';
import { shownResident } from '../../../shared/domain/registered-person.ts';
import { instancePath, modulePath, moduleReads, summary, versionQuery } from '../shapes.ts';

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
  params: z.strictObject({ unitId: hsaId }),
  body: z.strictObject({
    personnummer: z.string().max(20).meta({ example: '199005082392' }),
    momentId: z.uuid(),
    major: z.int().min(1).max(9999),
    practitioner: hsaId,
  }),
  response: z.object({ instanceId: z.uuid(), momentVersion }),
  status: 201,
  problems: [
    'not-found',
    'unit-inactive',
    'resident-not-approved',
    'moment-not-active',
    'practitioner-not-at-unit',
    'resident-not-registered',
    'register-unavailable',
    'agreement-missing',
    'region-not-connected',
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
  operationId: 'openInstance',
  summary: 'Open a resident’s moment as staff',
  description:
    'Shows where the resident is, not what they have written: that is readForm. `momentVersion` is what the unit shows now.',
  method: 'GET',
  path: '/instances/{instanceId}',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'instance-opened',
  conceals: true,
  params: instancePath,
  response: summary.extend({
    resident: shownResident.meta({ description: 'Without name and number where the identity is protected' }),
    practitioner: z.string(),
    ...staffViewShape,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const openModule = contract({
  operationId: 'openModule',
  summary: 'A module as the resident reads it, opened as staff',
  description: 'As openMyModule. `momentId` and `momentVersion` as openInstance gave them.',
  method: 'GET',
  path: '/instances/{instanceId}/modules/{moduleId}',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'module-opened',
  conceals: true,
  params: modulePath,
  query: versionQuery,
  response: shownModule,
  status: 200,
  problems: ['not-found', 'form-version-mismatch'],
  ...moduleReads,
});

export const listMyInstances = contract({
  operationId: 'listMyInstances',
  summary: 'The resident’s own moments, newest first',
  description:
    'A moment started this second may take a moment to appear. Those under an earlier personnummer come last.',
  method: 'GET',
  path: '/me/instances',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-instances-listed',
  keepsToUnits: true,
  query: pageQuery(100),
  response: z.object({ instances: z.array(summary), next: nextPage }),
  status: 200,
  problems: [],
  grants: [{ table: 'instances', actions: ['Query'], indexes: ['byResident'] }],
});

export const openMyInstance = contract({
  operationId: 'openMyInstance',
  summary: 'One of the resident’s moments: what there is in it and what they have answered',
  description:
    '`momentVersion` is what the unit shows now: send it and `momentId` to openMyModule, openMyForm, saveAnswers and submitForm. A new minor version may come at any time; the major stays. `functions` says what the moment offers beside its content.',
  method: 'GET',
  path: '/me/instances/{instanceId}',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-instance-opened',
  params: instancePath,
  response: summary.extend(residentViewShape),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const openMyModule = contract({
  operationId: 'openMyModule',
  summary: 'A module of one of the resident’s moments, with its steps and media',
  description:
    'Media come as links that work for some minutes: open the module again for new ones. A form stands by its id; openMyForm has its questions.',
  method: 'GET',
  path: '/me/instances/{instanceId}/modules/{moduleId}',
  caller: 'resident',
  permission: 'own-data:view',
  activity: 'own-module-opened',
  params: modulePath,
  query: versionQuery,
  response: shownModule,
  status: 200,
  problems: ['not-found', 'form-version-mismatch'],
  ...moduleReads,
});
