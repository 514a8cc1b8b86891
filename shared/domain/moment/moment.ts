import * as z from 'zod';
import { contentModule, momentKind } from '../content/content.ts';
import { form } from '../form/form.ts';
import { unitKind } from '../organisation.ts';
import { Problem } from '../problem.ts';
import { momentVersion } from './version.ts';

/** Who tests a draft before it leaves the designer (PUB-1). */
export const verdictRole = z.enum(['designer', 'practitioner']);

const verdict = z.object({
  approved: z.boolean(),
  by: z.string(),
  at: z.iso.datetime(),
  comment: z.string().optional(),
});

/**
 * The head of a moment as its designers work on it; its modules and forms are items of their own.
 * `draft` → export → `exported` → publish → `draft` again, for the next version.
 */
export const moment = z.object({
  momentId: z.string(),
  unit: z.string(),
  provider: z.string(),
  /** The unit's kind, which never changes: a training unit's moments are never published (ORG-5). */
  unitKind,
  title: z.string(),
  kind: momentKind,
  welcome: z.string(),
  moduleIds: z.array(z.string()),
  formIds: z.array(z.string()),
  state: z.enum(['draft', 'exported']),
  verdicts: z.partialRecord(verdictRole, verdict),
  exportedBy: z.string().optional(),
  latestMajor: z.int().min(0),
});
export type Moment = z.infer<typeof moment>;

export const draftModule = z.object({ momentId: z.string(), module: contentModule });
export const draftForm = z.object({ momentId: z.string(), form });
export type DraftModule = z.infer<typeof draftModule>;
export type DraftForm = z.infer<typeof draftForm>;

/** A published version: written once, never changed (PUB-7). Modules and forms are items of their own. */
export const publishedVersion = z.object({
  momentId: z.string(),
  momentVersion,
  title: z.string(),
  kind: momentKind,
  welcome: z.string(),
  moduleIds: z.array(z.string()),
  publisherUnit: z.string(),
  publishedBy: z.string(),
  publishedAt: z.iso.datetime(),
  allowedProviders: z.array(z.string()).min(1),
});
export type PublishedVersion = z.infer<typeof publishedVersion>;

export const publishedModule = z.object({ momentId: z.string(), momentVersion, module: contentModule });
export const publishedForm = z.object({ momentId: z.string(), momentVersion, form });
export type PublishedModule = z.infer<typeof publishedModule>;
export type PublishedForm = z.infer<typeof publishedForm>;

/** A moment made available on a unit (PUB-5). Minor versions are activated within their major. */
export const activation = z.object({
  unit: z.string(),
  momentId: z.string(),
  major: z.int().min(1),
  minor: z.int().min(0),
  title: z.string(),
  state: z.enum(['active', 'inactive']),
});
export type Activation = z.infer<typeof activation>;

/** While a moment lies with the publisher nobody may change what was tested. */
export const assertEditable = ({ state }: Moment): void => {
  if (state !== 'draft') throw new Problem('moment-exported');
};

/** Both must have approved exactly this content: a later save has already taken their verdicts away (PUB-1). */
export const assertTested = ({ verdicts }: Moment): void => {
  const missing = verdictRole.options.filter((role) => verdicts[role]?.approved !== true);
  if (missing.length === 0) return;
  throw new Problem(
    'verdicts-missing',
    missing.map((role) => ({
      pointer: `/verdicts/${role}`,
      detail: `The ${role} has not approved this content`,
    })),
  );
};

/** The one who exported cannot be the one who approves (PUB-2, the two-person rule). */
export const assertSecondPerson = ({ exportedBy }: Moment, publisher: string): void => {
  if (exportedBy === undefined || exportedBy === publisher) throw new Problem('two-person-rule');
};

/** Only what a designer has exported, and never from a training unit (PUB-2). */
export const assertPublishable = ({ state, unitKind: kind }: Moment): void => {
  if (kind !== 'publisher') throw new Problem('training-unit-cannot-publish');
  if (state !== 'exported') throw new Problem('moment-not-exported');
};

/** The publisher decides which providers may use a moment (PUB-3). */
export const assertOffered = ({ allowedProviders }: PublishedVersion, provider: string): void => {
  if (!allowedProviders.includes(provider)) throw new Problem('moment-not-offered');
};

/** Inactivation stops new starts (PUB-5). */
export const assertActivated = (activated: Activation | undefined): Activation => {
  if (activated?.state !== 'active') throw new Problem('moment-not-active');
  return activated;
};
