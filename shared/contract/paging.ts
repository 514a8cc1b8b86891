import * as z from 'zod';
import { decimalDigits } from '../domain/decimal-digits.ts';

/** Characters; ours are far shorter. */
const longestCursor = 2000;

/** Where the page before ended, as `nextPage` said. */
export const cursor = z.string().max(longestCursor);

/** Items of a page where the caller says nothing. */
const usual = 50;

/** Query of a list: pages of at most `most` items. */
export const pageQuery = ({ most }: { readonly most: number }) =>
  z.strictObject({
    limit: decimalDigits({ min: 1, max: most }).default(Math.min(usual, most)),
    cursor: cursor.optional(),
  });

/** Absent on the last page. */
export const nextPage = z
  .string()
  .optional()
  .meta({ description: 'Opaque; send it as `cursor` for the next page' });
