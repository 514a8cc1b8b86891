import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { longestComment } from '../../../shared/domain/care/comment.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { following, instancePath } from '../shapes.ts';

export const writeComment = contract({
  operationId: 'writeComment',
  summary: 'Write a comment to colleagues',
  description:
    'For those who take part in the moment alone: no route of residents reaches comments. It is personal data about the resident all the same, who may ask the care provider for it.',
  method: 'POST',
  path: '/instances/{instanceId}/comments',
  caller: 'staff',
  permission: 'comment:write',
  activity: 'comment-written',
  conceals: true,
  params: instancePath,
  body: z.strictObject({ text: plainText({ min: 1, max: longestComment }) }),
  response: z.object({ commentId: z.uuid(), writtenAt: utcInstant }),
  status: 201,
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'instances', actions: ['GetItem', 'PutItem', 'ConditionCheckItem'] }],
});

export const readComments = contract({
  ...following,
  operationId: 'readComments',
  summary: 'What colleagues have commented in a moment, newest first',
  description: '`author` is an HSA-id.',
  path: '/instances/{instanceId}/comments',
  permission: 'comment:read',
  activity: 'comment-read',
  params: instancePath,
  query: pageQuery({ most: 50 }),
  response: z.object({
    comments: z.array(
      z.object({ commentId: z.uuid(), author: z.string(), text: z.string(), writtenAt: utcInstant }),
    ),
    next: nextPage,
  }),
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});
