import * as z from 'zod';
import { momentKind } from '../content/outline.ts';
import { unitKind } from '../organisation.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import { longestComment, verdicts } from './verdict.ts';
import { momentVersion } from './version.ts';

const longestPointer = 500;

/** What the publisher wants changed before it is published (PUB-2); `pointer` says where, as the publish check does. */
export const reviewComment = z.strictObject({
  pointer: plainLine({ min: 0, max: longestPointer }).optional(),
  text: plainText({ min: 1, max: longestComment }),
});

/**
 * The head of a moment: whose it is and how far it has come. Its content lies in items of its own (draft.ts).
 * `draft` → export → `exported` → publish, send back or recall → `draft` again; `deleted` is the end of a draft never published.
 */
export const moment = z.object({
  momentId: z.string(),
  unit: z.string(),
  provider: z.string(),
  /** The unit's kind, which never changes: a training unit's moments are never published (ORG-5). */
  unitKind,
  title: z.string(),
  kind: momentKind,
  state: z.enum(['draft', 'exported', 'deleted']),
  /** Counts changes of the content. */
  revision: z.int().min(0),
  verdicts,
  exportedBy: z.string().optional(),
  /** What came back with the last return to the designer; gone when exported again. */
  review: z.object({ comments: z.array(reviewComment), by: z.string(), at: z.iso.datetime() }).optional(),
  latest: momentVersion.optional(),
});
export type Moment = z.infer<typeof moment>;

/** While a moment lies with the publisher nobody may change what was tested. */
export const assertEditable = ({ state }: Moment): void => {
  if (state !== 'draft') throw new Problem('moment-exported');
};

/** The one who exported cannot be the one who approves (PUB-2, the two-person rule). */
export const assertSecondPerson = ({ exportedBy }: Moment, publisher: string): void => {
  if (exportedBy === undefined || exportedBy === publisher) throw new Problem('two-person-rule');
};

/** With the publisher now: `moment-not-exported`. */
export const assertExported = ({ state }: Moment): void => {
  if (state !== 'exported') throw new Problem('moment-not-exported');
};

/** Only what a designer has exported, and never from a training unit (PUB-2). */
export const assertPublishable = (exported: Moment): void => {
  if (exported.unitKind !== 'publisher') throw new Problem('training-unit-cannot-publish');
  assertExported(exported);
};
