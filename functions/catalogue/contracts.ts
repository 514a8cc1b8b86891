import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';

export const publishVersion = contract({
  operationId: 'publishVersion',
  summary: 'Publish an exported moment to the catalogue',
  description:
    'Gives the next major version, which never changes afterwards. Whoever exported cannot publish; a training unit never does. `allowedProviders` says who may use it.',
  method: 'POST',
  path: '/moments/{momentId}/versions',
  caller: 'staff',
  permission: 'moment:publish',
  activity: 'version-published',
  conceals: true,
  params: z.strictObject({ momentId: z.uuid() }),
  body: z.strictObject({ allowedProviders: z.array(hsaId).min(1).max(400) }),
  response: z.object({ momentVersion }),
  status: 201,
  ifMatch: true,
  problems: ['not-found', 'moment-not-exported', 'two-person-rule', 'training-unit-cannot-publish'],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem'] }],
});

export const activateMoment = contract({
  operationId: 'activateMoment',
  summary: 'Make a published version available on a unit',
  description:
    'For the care provider administrator of the unit’s provider. Activating a later minor version replaces the earlier one.',
  method: 'POST',
  path: '/units/{unitId}/activations',
  caller: 'staff',
  permission: 'moment:activate',
  activity: 'moment-activated',
  params: z.strictObject({ unitId: hsaId }),
  body: z.strictObject({ momentId: z.uuid(), momentVersion }),
  response: z.object({ momentId: z.uuid(), momentVersion }),
  status: 201,
  problems: ['not-found', 'unit-inactive', 'moment-not-offered', 'illegal-state', 'version-mismatch'],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'PutItem'] },
  ],
});
