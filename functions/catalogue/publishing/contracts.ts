import * as z from 'zod';
import { contract } from '../../../shared/contract/contract.ts';
import { nextPage, pageQuery } from '../../../shared/contract/paging.ts';
import { momentPath } from '../../../shared/contract/paths.ts';
import { shownDifferences } from '../../../shared/domain/content/difference.ts';
import { utcInstant } from '../../../shared/domain/instant.ts';
import { catalogueState } from '../../../shared/domain/moment/catalogue-entry.ts';
import { reviewComment } from '../../../shared/domain/moment/moment.ts';
import { momentAct } from '../../../shared/domain/moment/moment-event.ts';
import { recallForStaff, recallSaid } from '../../../shared/domain/moment/recall.ts';
import { momentVersion } from '../../../shared/domain/moment/version.ts';
import { offering } from '../shapes.ts';

/** Bytes of as many providers as an offer may name. */
const offerBodyLimit = 160 * 1024;
/** Bytes of as many comments as may be sent back, in whatever letters. */
const commentsBodyLimit = 512 * 1024;

const offerShape = z.object({ offeredTo: offering });

const published = {
  caller: 'staff',
  permission: 'moment:publish',
  conceals: true,
  params: momentPath,
} as const;
const publishing = { ...published, ifMatch: true } as const;
/** What may harm is stopped at once, whatever version of the entry one has read. */
const recalling = { ...published, method: 'POST', status: 201 } as const;
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
    'Whether it becomes a minor or a major version follows from what differs from the latest one; say `expected` to be refused where it is the other; compareDraft tells beforehand, in detail. Whoever exported cannot publish; a training unit never does. `offeredTo` says who may use it; left out, it stays as it was, at first nobody. What was unpublished comes back with a new major. A version that goes on from a recalled one is recalled as that is, unless `mends` says that it mends it.',
  method: 'POST',
  path: '/moments/{momentId}/versions',
  activity: 'version-published',
  body: z.strictObject({
    offeredTo: offering.optional(),
    expected: z.enum(['minor', 'major']).optional(),
    mends: z.literal(true).optional(),
  }),
  response: z.object({ momentVersion, ...shownDifferences }),
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
    'version-not-recalled',
    'unit-inactive',
    'provider-not-registered',
    'item-too-large',
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
    recalls: z.array(recallForStaff),
  }),
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'] }],
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

export const recallVersion = contract({
  ...recalling,
  operationId: 'recallVersion',
  summary: 'Stop new starts of a published version everywhere at once',
  description:
    'For the safety of patients: nothing more of the version is started, opened for the first time or activated, at any unit. What runs goes on; its units and practitioners see `reason`, its residents `textForResidents`, until it is lifted or a later minor that mends it (`mends` of publishVersion) is activated there. One publisher is enough; another lifts it. `version-recalled` where it is recalled already.',
  path: '/moments/{momentId}/recalls',
  activity: 'version-recalled',
  body: recallSaid.extend({ momentVersion }),
  response: z.object({ momentVersion, recalledAt: utcInstant }),
  problems: ['not-found', 'version-recalled'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] }],
});

export const liftRecall = contract({
  ...recalling,
  operationId: 'liftRecall',
  summary: 'Lift the recall of a version',
  description:
    'By someone other than who recalled it. New starts are possible again; `reason` stands in the moment’s history.',
  path: '/moments/{momentId}/recalls/{momentVersion}/lifts',
  activity: 'recall-lifted',
  params: momentPath.extend({ momentVersion }),
  body: recallSaid.pick({ reason: true }),
  response: z.object({ momentVersion }),
  problems: ['not-found', 'version-not-recalled', 'recall-by-you', 'version-mismatch'],
  grants: [{ table: 'moments', actions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'] }],
});

export const listMomentEvents = contract({
  ...reading,
  operationId: 'listMomentEvents',
  summary: 'What has happened between designer, publisher and catalogue, newest first',
  description:
    'Exports, returns with their comments, publications, offers, unpublishing and publishing again, recalls and their lifting, each with who and when.',
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
        reason: z.string().optional(),
        textForResidents: z.string().optional(),
      }),
    ),
    next: nextPage,
  }),
  grants: [{ table: 'moments', actions: ['GetItem', 'Query'] }],
});
