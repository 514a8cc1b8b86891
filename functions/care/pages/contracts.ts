import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { shownPage, shownPageToStaff } from '../../../shared/contract/shown-moment.ts';
import { mostDays } from '../../../shared/domain/care/page.ts';
import { following, formPath, inVersion, ownReading } from '../shapes.ts';

/** Pages of a list: each holds all that was answered at it. */
const most = 31;
const listing = { params: formPath, query: pageQuery({ most }), problems: ['not-found'] } as const;
const pageProblems = [
  'not-found',
  'illegal-state',
  'closed-in-maintenance',
  'form-version-mismatch',
  'page-unfit',
] as const;
const creating = {
  params: formPath,
  method: 'POST',
  status: 201,
  problems: [...pageProblems, 'page-limit-reached'],
} as const;

export const listMyPages = contract({
  ...ownReading,
  ...listing,
  operationId: 'listMyPages',
  summary: 'The pages of a tab or calendar form, the latest first',
  description: 'Open one with openMyForm and its `page`. An ordinary form has none.',
  path: '/me/instances/{instanceId}/forms/{formId}/pages',
  activity: 'own-form-pages-listed',
  response: z.object({ pages: z.array(shownPage), next: nextPage }),
  problems: ['not-found', 'illegal-state'],
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query', 'UpdateItem'] },
    { table: 'moments', actions: ['GetItem'] },
  ],
});

export const createMyPage = contract({
  ...creating,
  operationId: 'createMyPage',
  summary: 'Begin a page of a tab or calendar form',
  description:
    'A tab form’s next page; or a calendar form’s for `day`, today where none is named. Where that day has a page already, it is that one: two who begin today’s page at once have one page.',
  path: '/me/instances/{instanceId}/forms/{formId}/pages',
  caller: 'resident',
  permission: 'own-data:answer',
  activity: 'own-form-page-created',
  body: z.strictObject({ ...inVersion, day: z.iso.date().optional() }),
  response: shownPage.pick({ page: true, etag: true }),
  grants: [
    { table: 'instances', actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'ConditionCheckItem'] },
  ],
});

export const listFormPages = contract({
  ...following,
  ...listing,
  operationId: 'listFormPages',
  summary: 'The pages of a resident’s tab or calendar form, the latest first',
  description: 'What was submitted at one is what readForm gives with its `page`.',
  path: '/instances/{instanceId}/forms/{formId}/pages',
  activity: 'form-pages-listed',
  response: z.object({ pages: z.array(shownPageToStaff), next: nextPage }),
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});

export const createFormPages = contract({
  ...creating,
  operationId: 'createFormPages',
  summary: 'Make empty pages of a calendar form, for the resident to fill in',
  description:
    'For days from today on, a year ahead at most. Days that have a page already keep it as it is and are not in the answer.',
  path: '/instances/{instanceId}/forms/{formId}/pages',
  caller: 'staff',
  permission: 'form-page:create',
  conceals: true,
  activity: 'form-page-created',
  body: z.strictObject({ ...inVersion, days: z.array(z.iso.date()).min(1).max(mostDays) }),
  response: z.object({ created: z.array(z.iso.date()) }),
  problems: pageProblems,
  grants: [
    { table: 'instances', actions: ['GetItem', 'BatchGetItem', 'PutItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'ConditionCheckItem'] },
  ],
});
