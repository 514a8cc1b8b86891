import * as z from 'zod';
import { told } from './sayings/said.ts';
import { textSayings } from './sayings/text-sayings.ts';

/** An instant as we write it. */
export const utcInstant = z.iso.datetime();

const hasYear = (text: string): boolean => {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && /^\d{4}-/.test(date.toISOString());
};

const inUtc = (text: string): string => new Date(text).toISOString();

/**
 * An instant as a caller may write it, here or with an offset, kept in the one spelling (`…Z` with milliseconds) in which text compares
 * as time. At the ends of the calendar an offset leads to a year that this spelling does not have.
 */
export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .refine(hasYear, told(textSayings['year-out-of-range']))
  .transform(inUtc)
  .meta({
    description: 'ISO 8601 in UTC or with an offset; kept in UTC, to the millisecond',
    example: '2026-11-23T08:00:00.000Z',
  });
