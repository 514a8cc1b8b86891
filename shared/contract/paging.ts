import * as z from 'zod';

/** Query of a list: pages of at most `most` items. */
export const pageQuery = (most: number) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(most).default(Math.min(50, most)),
    cursor: z.string().max(2000).optional(),
  });

/** Absent on the last page. */
export const nextPage = z
  .string()
  .optional()
  .meta({ description: 'Opaque; send it as `cursor` for the next page' });
