import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { versionDifference } from '../../shared/domain/moment/compare-versions.ts';
import { momentVersion } from '../../shared/domain/moment/version.ts';

/** As many as one transaction writes beside a large moment; more with setOffer. */
const offering = z.union([z.literal('everyone'), z.array(hsaId).max(40)]);

export const publishVersion = contract({
  operationId: 'publishVersion',
  summary: 'Publish an exported moment to the catalogue',
  description:
    'Whether it becomes a minor or a major version follows from what differs from the latest one; say `expected` to be refused where it is the other. Whoever exported cannot publish; a training unit never does. `offeredTo` says who may use it; left out, it stays as it was.',
  method: 'POST',
  path: '/moments/{momentId}/versions',
  caller: 'staff',
  permission: 'moment:publish',
  activity: 'version-published',
  conceals: true,
  params: z.strictObject({ momentId: z.uuid() }),
  body: z.strictObject({ offeredTo: offering.optional(), expected: z.enum(['minor', 'major']).optional() }),
  response: z.object({ momentVersion, differences: z.array(versionDifference) }),
  status: 201,
  ifMatch: true,
  problems: [
    'not-found',
    'moment-not-exported',
    'two-person-rule',
    'training-unit-cannot-publish',
    'nothing-changed',
    'structural-change',
    'no-structural-change',
    'already-exists',
  ],
  grants: [{ table: 'moments', actions: ['Query', 'GetItem', 'PutItem', 'DeleteItem'] }],
});

export const activateMoment = contract({
  operationId: 'activateMoment',
  summary: 'Make a published version available on a unit',
  description:
    'For the care provider administrator of the unit’s provider. Each major version is activated by itself; a later minor of it with activateMinor. What was inactivated can be activated again.',
  method: 'POST',
  path: '/units/{unitId}/activations',
  caller: 'staff',
  permission: 'moment:activate',
  activity: 'moment-activated',
  params: z.strictObject({ unitId: hsaId }),
  body: z.strictObject({ momentId: z.uuid(), momentVersion }),
  response: z.object({ momentId: z.uuid(), momentVersion }),
  status: 201,
  problems: [
    'not-found',
    'unit-inactive',
    'moment-not-offered',
    'moment-unpublished',
    'already-active',
    'illegal-state',
    'version-mismatch',
  ],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
  ],
});
