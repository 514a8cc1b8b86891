import * as z from 'zod';

/** A resident has begun to read an open moment on a unit: what they have begun goes on when the agreements have ended (ORG-2). */
export const openReading = z.object({
  unit: z.string(),
  personKey: z.string(),
  momentId: z.string(),
  major: z.int(),
  begunAt: z.iso.datetime(),
});
