import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { momentPath } from '../../../shared/contract/paths.ts';
import { shownDifference } from '../../../shared/domain/content/difference.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { catalogueState } from '../../../shared/domain/moment/catalogue-entry.ts';
import { reviewComment } from '../../../shared/domain/moment/moment.ts';
import { momentAct } from '../../../shared/domain/moment/moment-event.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import { offering } from '../shapes.ts';

/** Bytes of as many providers as an offer may name. */
const offerBodyLimit = 160 * 1024;
/** Bytes of as many comments as may be sent back, in whatever letters. */
const commentsBodyLimit = 512 * 1024;

const offerShape = z.object({ offeredTo: offering });

const publishing = {
  caller: 'staff',
  permission: 'moment:publish',
  conceals: true,
  params: momentPath,
  ifMatch: true,
} as const;
const reading = {
  caller: 'staff',
  permission: 'moment:read',
  conceals: true,
  params: momentPath,
  method: 'GET',
  status: 200,
  problems: ['not-found'],
} as const;

export const publishVersion = contract({
  ...publishing,
  operationId: 'publishVersion',
  bodyLimit: offerBodyLimit,
  summary: 'Publish an exported moment to the catalogue',
  description:
    'Whether it becomes a minor or a major version follows from what differs from the latest one; say `expected` to be refused where it is the other; compareDraft tells beforehand, in detail. Whoever exported cannot publish; a training unit never does. `offeredTo` says who may use it; left out, it stays as it was, at first nobody. What was unpublished comes back.',
  method: 'POST',
  path: '/moments/{momentId}/versions',
  activity: 'version-published',
  body: z.strictObject({ offeredTo: offering.optional(), expected: z.enum(['minor', 'major']).optional() }),
  response: z.object({ momentVersion, differences: z.array(shownDifference) }),
  status: 201,
  problems: [
    'not-found',
    'moment-not-exported',
    'two-person-rule',
    'training-unit-cannot-publish',
    'nothing-changed',
    'structural-change',
    'no-structural-change',
    'already-exists',
    'unit-inactive',
    'provider-not-registered',
  ],
  grants: [
    { table: 'organisation', actions: ['BatchGetItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['Query', 'GetItem', 'PutItem', 'DeleteItem'] },
  ],
});

export const sendBack = contract({
  ...publishing,
  operationId: 'sendBack',
  bodyLimit: commentsBodyLimit,
  summary: 'Send an exported moment back to its designers with comments',
  description:
    'It is a draft again, with the comments as `review` until it is exported anew. Its content has not changed, so verdicts stand until somebody saves. The `ETag` is the moment’s.',
  method: 'POST',
  path: '/moments/{momentId}/returns',
  activity: 'moment-sent-back',
  body: z.strictObject({ comments: z.array(reviewComment).min(1).max(50) }),
  response: z.object({ state: z.literal('draft') }),
  status: 201,
  problems: ['not-found', 'moment-not-exported', 'item-too-large'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem'] }],
});

export const getOffer = contract({
  ...reading,
  operationId: 'getOffer',
  summary: 'How a published moment stands in the catalogue, and whom it is offered to',
  description: 'Send the `ETag` in `If-Match` of setOffer and setCatalogueState: they share it.',
  path: '/moments/{momentId}/offer',
  activity: 'offer-viewed',
  response: offerShape.extend({
    state: catalogueState,
    latest: momentVersion,
    versions: z.array(momentVersion),
  }),
  grants: [{ table: 'moments', actions: ['GetItem'] }],
});

export const setOffer = contract({
  ...publishing,
  operationId: 'setOffer',
  bodyLimit: offerBodyLimit,
  summary: 'Decide which care providers may use a moment',
  description:
    'Replaces whom it is offered to. What is active at a provider that is left out stays active there; nothing new of it is activated. Where more than some ninety providers come and go at once the answer is `payload-too-large`: go there in several steps; a long list is shortened before it becomes `everyone`.',
  method: 'PUT',
  path: '/moments/{momentId}/offer',
  activity: 'offer-changed',
  body: z.strictObject({ offeredTo: offering }),
  response: offerShape,
  status: 200,
  problems: ['not-found', 'unit-inactive', 'provider-not-registered'],
  grants: [
    { table: 'organisation', actions: ['BatchGetItem', 'ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'PutItem', 'DeleteItem'] },
  ],
});

export const setCatalogueState = contract({
  ...publishing,
  operationId: 'setCatalogueState',
  summary: 'Unpublish a moment, or publish it again',
  description:
    'Unpublished it is not available any more: nothing new of it is activated. What is active on units stays so, with its running instances and new starts, until the care provider inactivates it. `illegal-state` where it has that state already.',
  method: 'PUT',
  path: '/moments/{momentId}/catalogue-state',
  activity: 'catalogue-state-changed',
  body: z.strictObject({ state: catalogueState }),
  response: z.object({ state: catalogueState }),
  status: 200,
  problems: ['not-found', 'illegal-state', 'unit-inactive'],
  grants: [
    { table: 'organisation', actions: ['ConditionCheckItem'] },
    { table: 'moments', actions: ['GetItem', 'PutItem'] },
  ],
});

export const listMomentEvents = contract({
  ...reading,
  operationId: 'listMomentEvents',
  summary: 'What has happened between designer, publisher and catalogue, newest first',
  description:
    'Exports, returns with their comments, publications, offers, unpublishing and publishing again, each with who and when.',
  path: '/moments/{momentId}/events',
  activity: 'moment-events-listed',
  query: pageQuery({ most: 100 }),
  response: z.object({
    events: z.array(
      z.object({
        act: momentAct,
        by: z.string(),
        at: utcInstant,
        momentVersion: momentVersion.optional(),
        comments: z.array(reviewComment).optional(),
        offeredTo: offering.optional(),
      }),
    ),
    next: nextPage,
  }),
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'] }],
});
