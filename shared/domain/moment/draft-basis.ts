import * as z from 'zod';
import { publishedVersion } from './published-version.ts';

/**
 * The version that a draft goes on from: the latest minor of a major (AUT-8). What will be published is compared with it. It lies with
 * the draft, so that whoever reads the one has the other, and publishing is refused where it has become another.
 */
export const draftBasis = z.object({
  momentId: z.string(),
  published: publishedVersion,
});
export type DraftBasis = z.infer<typeof draftBasis>;

export const basisOf = (published: DraftBasis['published']): DraftBasis => ({
  momentId: published.momentId,
  published,
});
