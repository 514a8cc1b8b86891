import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { providerPath } from '../../../shared/contract/paths.ts';
import { instant, utcInstant } from '../../../shared/domain/instant.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { longestNotice } from '../shapes.ts';

const common = { caller: 'staff', permission: 'provider:inform' } as const;
const addition = { method: 'POST', status: 201 } as const;
const messagePath = providerPath.extend({ messageId: z.uuid() });
const change = {
  ...common,
  params: messagePath,
  ifMatch: true,
  problems: ['not-found', 'illegal-state'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'PutItem'] }],
} as const;

const notice = z.strictObject({
  text: plainText({ min: 1, max: longestNotice }),
  visibleFrom: instant.optional(),
  visibleTo: instant.optional(),
});

const state = z.enum(['posted', 'withdrawn']);

export const postInformationMessage = contract({
  ...common,
  ...addition,
  operationId: 'postInformationMessage',
  summary: 'Post a message to all units of a care provider',
  description:
    'Their staff see it in getUnit from `visibleFrom`, now where left out, until `visibleTo`, for ever where left out. Send an `Idempotency-Key`, so that a repeated request does not become a second message.',
  path: '/providers/{providerId}/information-messages',
  activity: 'information-message-posted',
  params: providerPath,
  body: notice,
  response: z.object({ messageId: z.uuid() }),
  problems: [],
  grants: [{ table: 'organisation', actions: ['PutItem'] }],
});

export const listInformationMessages = contract({
  ...common,
  operationId: 'listInformationMessages',
  summary: 'The messages a care provider has posted to its units',
  description:
    'The latest first, whether shown now or not, withdrawn ones too. Send a message’s `etag` in `If-Match` of correctInformationMessage and withdrawInformationMessage.',
  method: 'GET',
  path: '/providers/{providerId}/information-messages',
  activity: 'information-messages-listed',
  conceals: true,
  params: providerPath,
  query: pageQuery({ most: 100 }),
  response: z.object({
    messages: z.array(
      z.object({
        messageId: z.uuid(),
        text: z.string(),
        visibleFrom: utcInstant,
        visibleTo: utcInstant.optional(),
        state,
        postedBy: z.string(),
        etag: z.string().meta({ example: '"1"' }),
      }),
    ),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'organisation', actions: ['GetItem', 'Query'] }],
});

export const correctInformationMessage = contract({
  ...change,
  operationId: 'correctInformationMessage',
  summary: 'Correct a message to all units of a care provider',
  description:
    'Replaces text and times: `visibleFrom` left out is as it was, `visibleTo` left out is for ever. `illegal-state` where it has been withdrawn.',
  method: 'PUT',
  path: '/providers/{providerId}/information-messages/{messageId}',
  activity: 'information-message-corrected',
  body: notice,
  response: z.object({
    messageId: z.uuid(),
    text: z.string(),
    visibleFrom: utcInstant,
    visibleTo: utcInstant.optional(),
  }),
  status: 200,
});

export const withdrawInformationMessage = contract({
  ...change,
  ...addition,
  operationId: 'withdrawInformationMessage',
  summary: 'Withdraw a message to all units of a care provider',
  description:
    'It is shown on no unit any more, and kept. `illegal-state` where it has been withdrawn already.',
  path: '/providers/{providerId}/information-messages/{messageId}/withdrawals',
  activity: 'information-message-withdrawn',
  response: z.object({ messageId: z.uuid(), state }),
});
