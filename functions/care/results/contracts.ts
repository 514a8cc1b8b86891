import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { outcome } from '../../../shared/domain/form/answers/outcome.ts';
import { instancePath, instant } from '../shapes.ts';

export const viewResults = contract({
  operationId: 'viewResults',
  summary: 'Scores, bands and flags over time, newest first',
  description: 'One row a submission, for tables and graphs.',
  method: 'GET',
  path: '/instances/{instanceId}/results',
  caller: 'staff',
  permission: 'instance:read',
  activity: 'results-viewed',
  conceals: true,
  params: instancePath,
  query: pageQuery(100),
  response: z.object({
    results: z.array(outcome.extend({ formId: z.string(), submittedAt: instant })),
    next: nextPage,
  }),
  status: 200,
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});
