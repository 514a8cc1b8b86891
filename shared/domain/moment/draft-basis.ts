import * as z from 'zod';
import { type ModuleOutline, stepsOf } from '../content/module-outline.ts';
import { publishedVersion } from './published-version.ts';

/** How many steps are told apart in what differs; the rest are, in a moment larger than any, only said to differ. */
const mostSteps = 1000;

/**
 * The version that a draft goes on from: the latest minor of a major (AUT-8). What will be published is compared with it. It lies with
 * the draft, so that whoever reads the one has the other, and publishing is refused where it has become another.
 */
export const draftBasis = z.object({
  momentId: z.string(),
  published: publishedVersion.omit({ differences: true }),
  /** What each step says, by digest. */
  steps: z.record(z.string(), z.string()),
});
export type DraftBasis = z.infer<typeof draftBasis>;

export const basisOf = (
  published: DraftBasis['published'],
  modules: readonly ModuleOutline[],
): DraftBasis => ({
  momentId: published.momentId,
  published,
  steps: Object.fromEntries(
    modules
      .flatMap(stepsOf)
      .slice(0, mostSteps)
      .map(({ stepId, digest }) => [stepId, digest]),
  ),
});
