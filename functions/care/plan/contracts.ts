import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { plannedModules } from '../../../shared/domain/care/content-plan.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { instancePath, inVersion } from '../shapes.ts';

/** Bytes: every module and section a moment may have, by the longest ids. There is no letter in a plan that anybody escapes. */
const planBodyLimit = 360_000;

export const planContent = contract({
  operationId: 'planContent',
  summary: 'Decide what of the content is open to the resident, in what order and from when',
  description:
    'The whole plan for this resident: modules and sections in the order they are to come, each shown or hidden, open at once or from a Swedish day on. What it does not name comes after, as the designer has it: open, but for the modules that wait for the practitioner. It holds by ids, so that a later minor version changes nothing in it. `If-Match` is `plan.etag` of openInstance. What is hidden is not there to the resident; forms that stand only in what is not open are not answered.',
  method: 'PUT',
  path: '/instances/{instanceId}/content-plan',
  caller: 'staff',
  permission: 'content:plan',
  activity: 'content-planned',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ ...inVersion, modules: plannedModules }),
  bodyLimit: planBodyLimit,
  response: z.object({ savedAt: utcInstant }),
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'illegal-state', 'form-version-mismatch', 'item-too-large'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['Query'] },
  ],
});
