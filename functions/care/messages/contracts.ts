import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { longestMessage, withdrawalReason } from '../../../shared/domain/care/message.ts';
import { writtenAs } from '../../../shared/domain/care/writers.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { following, instancePath, ownReading } from '../shapes.ts';
import { shownWriters } from '../shown-writers.ts';

const sending = {
  method: 'POST',
  params: instancePath,
  body: z.strictObject({ text: plainText({ min: 1, max: longestMessage }) }),
  response: z.object({ messageId: z.uuid(), sentAt: utcInstant }),
  status: 201,
} as const;
const sendingProblems = [
  'not-found',
  'illegal-state',
  'function-switched-off',
  'closed-in-maintenance',
] as const;
const sendingGrants = [{ table: 'instances', actions: ['GetItem', 'PutItem', 'UpdateItem'] }] as const;

/** Each that is read for the first time is marked in the transaction that reads them. */
const reading = {
  params: instancePath,
  query: pageQuery({ most: 50 }),
  grants: [{ table: 'instances', actions: ['GetItem', 'Query', 'UpdateItem'] }],
} as const;

const shown = { messageId: z.uuid(), from: z.enum(['staff', 'resident']), sentAt: utcInstant };

export const sendMessage = contract({
  ...sending,
  operationId: 'sendMessage',
  summary: 'Write to the resident',
  description:
    'Send an `Idempotency-Key`, so that a repeated request does not become a second message. To somebody whom the person register knows to have died nothing is sent, `resident-deceased`; nor to whom it has not had registered for so long that they read nothing any more. While it is silent, messages are sent.',
  path: '/instances/{instanceId}/messages',
  caller: 'staff',
  permission: 'message:send',
  activity: 'message-sent',
  conceals: true,
  problems: [...sendingProblems, 'resident-deceased', 'resident-not-registered'],
  grants: sendingGrants,
});

export const sendMyMessage = contract({
  ...sending,
  operationId: 'sendMyMessage',
  summary: 'Write to the unit',
  description:
    'Send an `Idempotency-Key`, so that a repeated request does not become a second message. What a guardian or proxy writes is shown as theirs.',
  path: '/me/instances/{instanceId}/messages',
  caller: 'resident',
  permission: 'own-data:write',
  activity: 'own-message-sent',
  problems: sendingProblems,
  grants: sendingGrants,
});

export const readMessages = contract({
  ...following,
  ...reading,
  operationId: 'readMessages',
  summary: 'The messages of a moment, newest first',
  description:
    'What is read here is read for the whole unit: `readBy` is who of them was first. `readAt` of the unit’s own is when the resident read them, `readAs` who acted for them. `author` and `readBy` are HSA-ids. A withdrawn one keeps its text, for staff alone.',
  path: '/instances/{instanceId}/messages',
  permission: 'message:read',
  activity: 'message-read',
  response: z.object({
    messages: z.array(
      z.object({
        ...shown,
        text: z.string(),
        author: z.string().optional(),
        writtenBy: shownWriters.writtenBy.optional(),
        readAt: utcInstant.optional(),
        readBy: z.string().optional(),
        readAs: writtenAs.optional(),
        withdrawn: z.object({ reason: withdrawalReason, by: z.string(), at: utcInstant }).optional(),
      }),
    ),
    next: nextPage,
  }),
  problems: ['not-found'],
});

export const withdrawMessage = contract({
  operationId: 'withdrawMessage',
  summary: 'Withdraw a message that was not meant for the resident',
  description:
    'By any of the unit who may write in the moment. It is kept and hidden: a resident who has read it is told that it was withdrawn, to one who has not it never was. What the resident wrote is not staff’s to withdraw.',
  method: 'POST',
  path: '/instances/{instanceId}/messages/{messageId}/withdrawals',
  caller: 'staff',
  permission: 'message:send',
  activity: 'message-withdrawn',
  conceals: true,
  params: instancePath.extend({ messageId: z.uuid() }),
  body: z.strictObject({ reason: withdrawalReason }),
  response: z.object({ withdrawnAt: utcInstant }),
  status: 201,
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] }],
});

export const readMyMessages = contract({
  ...ownReading,
  ...reading,
  operationId: 'readMyMessages',
  summary: 'The messages of one of the resident’s moments, newest first',
  description:
    '`author` is the name of the member of staff; absent where their identity is protected. One with `withdrawnAt` was read and has been withdrawn since: it has no text. Opening a page marks what is on it as read.',
  path: '/me/instances/{instanceId}/messages',
  permission: 'own-data:messages',
  activity: 'own-messages-read',
  response: z.object({
    messages: z.array(
      z.object({
        ...shown,
        text: z.string().optional(),
        author: z.string().optional(),
        writtenBy: shownWriters.writtenBy.optional(),
        withdrawnAt: utcInstant.optional(),
      }),
    ),
    next: nextPage,
  }),
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query', 'UpdateItem', 'ConditionCheckItem'] }],
});
