import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { happening } from '../../../shared/domain/care/timeline.ts';
import { following, instancePath } from '../shapes.ts';

export const readTimeline = contract({
  ...following,
  operationId: 'readTimeline',
  summary: 'What has happened in a moment, newest first',
  description:
    'Starts, first opening, submissions, messages (and that they were withdrawn), flags raised and cleared, maintenance and end: when, and by whom, `by` of staff as HSA-id, `as` whom on the resident’s side. No content: that is readForm, readMessages.',
  path: '/instances/{instanceId}/timeline',
  activity: 'timeline-read',
  params: instancePath,
  query: pageQuery({ most: 50 }),
  response: z.object({ happenings: z.array(happening.omit({ id: true })), next: nextPage }),
  problems: ['not-found'],
  grants: [{ table: 'instances', actions: ['GetItem', 'Query'] }],
});
