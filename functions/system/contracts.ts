import * as z from 'zod';
import { contract } from '../../shared/contract/contract.ts';

export const getHealth = contract({
  operationId: 'getHealth',
  summary: 'Is the service up',
  description: 'Answers 200 when the API can reach its database, 503 otherwise.',
  method: 'GET',
  path: '/health',
  caller: 'anyone',
  permission: 'public',
  activity: { none: 'Touches nobody’s data.' },
  response: z.object({ status: z.literal('ok') }),
  status: 200,
  problems: [],
  grants: [{ table: 'organisation', actions: ['GetItem'], leadingKeys: ['UNIT#'] }],
});

export const getOpenApi = contract({
  operationId: 'getOpenApi',
  summary: 'This document',
  description: 'The whole API as OpenAPI 3.1, made from the same table as the API itself.',
  method: 'GET',
  path: '/openapi.json',
  caller: 'anyone',
  permission: 'public',
  activity: { none: 'Touches nobody’s data.' },
  response: z.record(z.string(), z.unknown()),
  status: 200,
  problems: [],
  grants: [],
});
