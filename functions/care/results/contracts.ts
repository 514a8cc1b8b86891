import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { pageName } from '../../../shared/domain/care/page.ts';
import { contentDigest } from '../../../shared/domain/content/content-digest.ts';
import { keptContentId } from '../../../shared/domain/content/content-id.ts';
import { answers } from '../../../shared/domain/form/answers/answers.ts';
import { outcome } from '../../../shared/domain/form/answers/outcome.ts';
import { form } from '../../../shared/domain/form/form.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { following, instancePath } from '../shapes.ts';
import { shownWriters } from '../shown-writers.ts';

export const viewResults = contract({
  ...following,
  operationId: 'viewResults',
  summary: 'Answers, scores, bands and flags over time, newest first',
  description:
    'One row a submission, for tables and graphs: what was answered, what it came to, and who wrote it; also of forms without scoring. `forms` has the forms of the page in the words each was given in, with the bands of each: find a row’s by its `formVersion`. With `formId` it is the series of one form, over all minor versions of the moment. A page may end before `limit`.',
  path: '/instances/{instanceId}/results',
  activity: 'results-viewed',
  params: instancePath,
  query: pageQuery({ most: 100 }).extend({ formId: keptContentId.optional() }),
  response: z.object({
    results: z.array(
      outcome.extend({
        formId: z.string(),
        page: pageName.optional(),
        submittedAt: utcInstant,
        formVersion: contentDigest,
        answers,
        ...shownWriters,
      }),
    ),
    forms: z.array(z.object({ formVersion: contentDigest, form })),
    next: nextPage,
  }),
  problems: ['not-found'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query'] },
    { table: 'moments', actions: ['BatchGetItem'] },
  ],
});
