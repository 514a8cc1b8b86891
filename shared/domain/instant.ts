import * as z from 'zod';

/** An instant as we write it. */
export const utcInstant = z.iso.datetime();

/** An instant as a caller may write it, kept in the one spelling (`…Z` with milliseconds) in which text compares as time. */
export const instant = z.iso
  .datetime()
  .transform((text) => new Date(text).toISOString())
  .meta({ description: 'ISO 8601 in UTC, kept to the millisecond', example: '2026-11-23T08:00:00.000Z' });
