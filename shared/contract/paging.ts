import * as z from 'zod';
import { decimalDigits } from '../domain/decimal-digits.ts';

/** Characters; ours are far shorter. */
const longestCursor = 2000;

/** Where the page before ended, as `nextPage` said. */
export const cursor = z.string().max(longestCursor);

/** Query of a list: pages of at most `most` items. */
export const pageQuery = (most: number) =>
  z.strictObject({
    limit: decimalDigits({ min: 1, max: most }).default(Math.min(50, most)),
    cursor: cursor.optional(),
  });

/** Absent on the last page. */
export const nextPage = z
  .string()
  .optional()
  .meta({ description: 'Opaque; send it as `cursor` for the next page' });
