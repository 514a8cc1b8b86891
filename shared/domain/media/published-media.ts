import * as z from 'zod';

/** The files of a moment that some published version shows: never removed, for what is published never changes (MED-6, PUB-7). */
export const publishedMedia = z.object({ momentId: z.string(), mediaIds: z.array(z.string()) });
export type PublishedMedia = z.infer<typeof publishedMedia>;
