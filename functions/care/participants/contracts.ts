import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import {
  lastingParts,
  participant,
  reasonedHours,
  statedReason,
} from '../../../shared/domain/care/participation.ts';
import { hsaId } from '../../../shared/domain/hsa-id.ts';
import { instant, utcInstant } from '../../../shared/domain/instant.ts';
import { instancePath } from '../shapes.ts';

const taking = { caller: 'staff', conceals: true, params: instancePath } as const;
const setting = { ...taking, permission: 'participation:set', method: 'POST', status: 201 } as const;

export const openWithReason = contract({
  ...taking,
  operationId: 'openWithReason',
  summary: 'State why one opens a moment that one takes no part in',
  description: `For practitioners of the unit whom nobody has added: until then they are refused with \`participation-missing\`. The moment is open to them for ${reasonedHours} hours; every entry of theirs in the log carries the reason, and the resident is shown it.`,
  permission: 'instance:open-with-reason',
  method: 'POST',
  path: '/instances/{instanceId}/reasoned-openings',
  activity: 'instance-opened-with-reason',
  body: z.strictObject({ reason: statedReason }),
  response: z.object({ until: utcInstant }),
  status: 201,
  problems: ['not-found', 'takes-part-already', 'version-mismatch'],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const addParticipant = contract({
  ...setting,
  operationId: 'addParticipant',
  summary: 'Let a colleague take part in a moment, or somebody stand in',
  description:
    'By whoever takes part in it, or a resident administrator. They must be practitioners of the unit, with a commission there that is valid now. Nobody adds themselves, nor prolongs their own time. Adding somebody again changes what they are added as, and until when.',
  path: '/instances/{instanceId}/participants',
  activity: 'participant-added',
  body: z.strictObject({
    staff: hsaId,
    as: z.enum(lastingParts),
    until: instant.optional().meta({ description: 'From then on they take no part any more' }),
  }),
  response: z.object({ addedAt: utcInstant }),
  problems: [
    'not-found',
    'takes-part-already',
    'self-role-change',
    'practitioner-not-at-unit',
    'practitioner-without-commission',
    'register-unavailable',
    'version-mismatch',
  ],
  grants: [
    { table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] },
    { table: 'organisation', actions: ['ConditionCheckItem'] },
  ],
});

export const removeParticipant = contract({
  ...setting,
  operationId: 'removeParticipant',
  summary: 'Take somebody out of a moment',
  description: 'At their next request they take no part in it. What they wrote stays theirs.',
  path: '/instances/{instanceId}/participant-removals',
  activity: 'participant-removed',
  body: z.strictObject({ staff: hsaId }),
  response: z.object({ removedAt: utcInstant }),
  problems: ['not-found', 'version-mismatch'],
  grants: [{ table: 'instances', actions: ['GetItem', 'DeleteItem'] }],
});

export const listParticipants = contract({
  ...taking,
  operationId: 'listParticipants',
  summary: 'Who takes part in a moment, and who has stated a reason',
  description:
    '`practitioner` is responsible for it. The others stand by HSA-id, those whose time is over too. `name` is absent where the identity is protected or the staff directory does not answer.',
  permission: 'participation:read',
  method: 'GET',
  path: '/instances/{instanceId}/participants',
  activity: 'participants-listed',
  query: pageQuery({ most: 100 }),
  response: z.object({
    practitioner: z.object({ staff: z.string(), name: z.string().optional() }),
    participants: z.array(
      participant
        .omit({ instanceId: true, unit: true, resident: true })
        .extend({ name: z.string().optional() }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});
