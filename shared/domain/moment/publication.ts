import * as z from 'zod';
import { difference } from '../content/difference.ts';
import { momentVersion } from './version.ts';

/** What is told of a published version in its history (PUB-4): apart from the version, which is read whenever somebody answers. */
export const publication = z.object({
  momentId: z.string(),
  momentVersion,
  publishedAt: z.iso.datetime(),
  /** What it went on from: the latest of a major, not always the latest of all. The first went on from none. */
  basis: momentVersion.optional(),
  /** From that one (AUT-8). */
  differences: z.array(difference).optional(),
  differencesLeft: z.int().optional(),
});
export type Publication = z.infer<typeof publication>;
