import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../shared/contract/paging.ts';
import { staffViewShape } from '../../shared/contract/shown-moment.ts';
import { shownModule } from '../../shared/domain/content/shown-module.ts';
import { answers } from '../../shared/domain/form/answers.ts';
import { form } from '../../shared/domain/form/form.ts';
import { outcome } from '../../shared/domain/form/scoring.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';
import { identityNumberProblems } from '../../shared/domain/personal-identity-number.ts';
import { shownResident } from '../../shared/domain/registered-person.ts';
import { formPath, instancePath, instant, modulePath, moduleReads, summary, versionQuery } from './shapes.ts';

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

export const readForm = contract({
  operationId: 'readForm',
  summary: 'The latest submitted answers to a form',
  description:
    'Answers the resident has saved but not submitted are not shown. `writtenBy` is the resident, or the guardian or proxy who answered for them.',
  method: 'GET',
  path: '/instances/{instanceId}/forms/{formId}',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'form-read',
  conceals: true,
  params: formPath,
  response: z.object({
    form,
    momentVersion: momentVersion.meta({ description: 'The version it was answered in, as is `form`' }),
    answers,
    submittedAt: instant,
    writtenBy: z.discriminatedUnion('as', [
      z.object({ as: z.literal('self') }),
      z.object({ as: z.enum(['guardian', 'proxy']), person: shownResident }),
    ]),
  }),
  status: 200,
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const viewResults = contract({
  operationId: 'viewResults',
  summary: 'Scores, bands and flags over time, newest first',
  description: 'One row a submission, for tables and graphs.',
  method: 'GET',
  path: '/instances/{instanceId}/results',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'results-viewed',
  conceals: true,
  params: instancePath,
  query: pageQuery(100),
  response: z.object({
    results: z.array(outcome.extend({ formId: z.string(), submittedAt: instant })),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});

export const sendMessage = contract({
  operationId: 'sendMessage',
  summary: 'Write to the resident',
  description: 'Send an `Idempotency-Key`, so that a repeated request does not become a second message.',
  method: 'POST',
  path: '/instances/{instanceId}/messages',
  caller: 'staff',
  permission: 'message:send',
  activity: 'message-sent',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
  response: z.object({ messageId: z.uuid(), sentAt: instant }),
  status: 201,
  problems: ['not-found', 'illegal-state', 'function-switched-off'],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});
