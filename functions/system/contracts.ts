import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';

const forAnyone = {
  caller: 'anyone',
  permission: 'public',
  activity: { none: 'Touches nobody’s data.' },
  method: 'GET',
  status: 200,
  problems: [],
} as const;

export const getHealth = contract({
  ...forAnyone,
  operationId: 'getHealth',
  summary: 'Is the service up',
  description: 'Answers 200 when the API can reach its database, 503 otherwise.',
  path: '/health',
  response: z.object({ status: z.literal('ok') }),
  grants: [{ table: 'organisation', actions: ['GetItem'], leadingKeys: ['UNIT#'] }],
});

export const getOpenApi = contract({
  ...forAnyone,
  operationId: 'getOpenApi',
  summary: 'This document',
  description: 'The whole API as OpenAPI 3.1, made from the same table as the API itself.',
  path: '/openapi.json',
  response: z.record(z.string(), z.unknown()),
  grants: [],
});
