import * as z from 'zod';

/** Characters of a comment. */
export const longestComment = 4000;

/** What staff write to each other about a moment, and no resident is shown (CARE-10). `author` is an HSA-id. */
export const comment = z.object({
  instanceId: z.string(),
  commentId: z.string(),
  author: z.string(),
  text: z.string(),
  writtenAt: z.iso.datetime(),
});
export type Comment = z.infer<typeof comment>;
