import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { longestMessage } from '../../../shared/domain/care/message.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { instancePath } from '../shapes.ts';

export const sendMessage = contract({
  operationId: 'sendMessage',
  summary: 'Write to the resident',
  description:
    'Send an `Idempotency-Key`, so that a repeated request does not become a second message. To somebody whom the person register knows to have died nothing is sent, `resident-deceased`; nor to whom it has not had registered for so long that they read nothing any more. While it is silent, messages are sent.',
  method: 'POST',
  path: '/instances/{instanceId}/messages',
  caller: 'staff',
  permission: 'message:send',
  activity: 'message-sent',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ text: plainText({ min: 1, max: longestMessage }) }),
  response: z.object({ messageId: z.uuid(), sentAt: utcInstant }),
  status: 201,
  problems: [
    'not-found',
    'illegal-state',
    'function-switched-off',
    'closed-in-maintenance',
    'resident-deceased',
    'resident-not-registered',
  ],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const readMyMessages = contract({
  operationId: 'readMyMessages',
  summary: 'The messages of one of the resident’s moments, newest first',
  description: '`author` is the name of the member of staff; absent where their identity is protected.',
  method: 'GET',
  path: '/me/instances/{instanceId}/messages',
  caller: 'resident',
  permission: 'own-data:messages',
  activity: 'own-messages-read',
  params: instancePath,
  query: pageQuery({ most: 100 }),
  response: z.object({
    messages: z.array(
      z.object({
        messageId: z.uuid(),
        from: z.enum(['staff', 'resident']),
        author: z.string().optional(),
        text: z.string(),
        sentAt: utcInstant,
      }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query', 'UpdateItem'] }],
});
