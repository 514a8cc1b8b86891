import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { pageName } from '../../../shared/domain/care/page.ts';
import { outcome } from '../../../shared/domain/form/answers/outcome.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { following, instancePath } from '../shapes.ts';
import { shownWriters } from '../shown-writers.ts';

export const viewResults = contract({
  ...following,
  operationId: 'viewResults',
  summary: 'Scores, bands and flags over time, newest first',
  description: 'One row a submission, for tables and graphs, each with who wrote it.',
  path: '/instances/{instanceId}/results',
  activity: 'results-viewed',
  params: instancePath,
  query: pageQuery({ most: 100 }),
  response: z.object({
    results: z.array(
      outcome.extend({
        formId: z.string(),
        page: pageName.optional(),
        submittedAt: utcInstant,
        ...shownWriters,
      }),
    ),
    next: nextPage,
  }),
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});
