import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';
import { content } from '../../shared/domain/content/content.ts';
import { momentKind, momentTitle } from '../../shared/domain/content/outline.ts';
import { hsaId } from '../../shared/domain/hsa-id.ts';
import { verdictRole } from '../../shared/domain/moment/verdict.ts';
import { plainText } from '../../shared/domain/plain-text.ts';
import { momentPath, saved } from './shapes.ts';

const draftReads = { table: 'moments', actions: ['Query', 'PutItem'] } as const;

export const createMoment = contract({
  operationId: 'createMoment',
  summary: 'Create an empty moment on a publisher unit',
  description:
    'The answer’s `ETag` goes into `If-Match` of the first saveDraft; openDraft has those of its parts.',
  method: 'POST',
  path: '/units/{unitId}/moments',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'moment-created',
  params: z.strictObject({ unitId: hsaId }),
  body: z.strictObject({ title: momentTitle, kind: momentKind }),
  response: z.object({ momentId: z.uuid() }),
  status: 201,
  problems: ['unit-inactive', 'not-found', 'illegal-state'],
  grants: [
    { table: 'organisation', actions: ['GetItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['PutItem'] },
  ],
});

export const saveDraft = contract({
  operationId: 'saveDraft',
  summary: 'Save the whole content of a draft',
  description:
    'Writes the modules and forms that differ from what is stored. Every save takes back the verdicts: they belong to exactly the content that was tested.',
  method: 'PUT',
  path: '/moments/{momentId}/draft',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'draft-saved',
  conceals: true,
  params: momentPath,
  body: z.strictObject({ content }),
  // An item is at most 400 KB in DynamoDB, and one module may be nearly all of the content.
  bodyLimit: 256 * 1024,
  response: saved,
  status: 200,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'media-unknown', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['Query', 'PutItem', 'DeleteItem', 'ConditionCheckItem'] }],
});

export const recordVerdict = contract({
  operationId: 'recordVerdict',
  summary: 'Say whether a tested draft is good',
  description:
    'Designer and practitioner each record a verdict on exactly the version in `If-Match`. `as` must be a role the caller holds on the unit, and `testId` a test of just this content that they started themselves: any save since asks for a new one.',
  method: 'POST',
  path: '/moments/{momentId}/verdicts',
  caller: 'staff',
  permission: 'moment:test',
  activity: 'verdict-recorded',
  conceals: true,
  params: momentPath,
  body: z.strictObject({
    as: verdictRole,
    testId: z.uuid(),
    approved: z.boolean(),
    comment: plainText({ min: 1, max: 2000 }).optional(),
  }),
  response: z.object({ approvedBy: z.array(verdictRole) }),
  status: 201,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'test-missing'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem'] }],
});

export const exportToPublisher = contract({
  operationId: 'exportToPublisher',
  summary: 'Hand a tested draft to the publisher',
  description: 'Needs a draft in which checkDraft finds no error, and both verdicts. Locks the draft.',
  method: 'POST',
  path: '/moments/{momentId}/exports',
  caller: 'staff',
  permission: 'moment:design',
  activity: 'moment-exported',
  conceals: true,
  params: momentPath,
  response: z.object({ state: z.literal('exported') }),
  status: 201,
  ifMatch: true,
  problems: ['not-found', 'moment-exported', 'moment-incomplete', 'verdicts-missing'],
  grants: [draftReads],
});
