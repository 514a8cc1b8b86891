import * as z from 'zod';
import { plainLine } from '../../plain-text.ts';
import { mostDecimals, numberBound } from './number-bound.ts';
import { askedFields } from './question-fields.ts';
import { furthestScore } from './question-limits.ts';
import { label } from './wording.ts';

export const isoDate = z.iso.date();

interface ClockRange {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

/** From the earliest to the latest time of day, both included; past midnight where the latest is the earlier of the two, as 20:00–03:00 is. */
export const isWithinClock = (time: string, { earliest = '00:00', latest = '23:59' }: ClockRange): boolean =>
  earliest <= latest ? earliest <= time && time <= latest : earliest <= time || time <= latest;

export const clockTime = z.iso.time({ precision: -1 }).meta({ description: 'HH:MM', examples: ['22:30'] });
const step = z.int().min(-furthestScore).max(furthestScore);

export const numberQuestion = z
  .strictObject({
    type: z.literal('number'),
    ...askedFields,
    min: numberBound.optional(),
    max: numberBound.optional(),
    decimals: z.int().min(0).max(mostDecimals),
    unit: plainLine({ min: 1, max: 20 }).optional(),
  })
  .meta({
    id: 'NumberQuestion',
    description: 'The answer is a number with at most so many decimals',
    examples: [
      {
        type: 'number',
        questionId: 'weight',
        text: 'Vad väger du?',
        required: false,
        min: 20,
        max: 300,
        decimals: 1,
        unit: 'kg',
      },
    ],
  });

export const scale = z
  .strictObject({
    type: z.literal('scale'),
    ...askedFields,
    min: step,
    max: step,
    step: z
      .int()
      .min(1)
      .max(2 * furthestScore),
    minLabel: label,
    maxLabel: label,
  })
  .meta({
    id: 'ScaleQuestion',
    description: 'A scale (VAS). The answer is a whole number of steps above `min`',
    examples: [
      {
        type: 'scale',
        questionId: 'pain',
        text: 'Hur ont har du nu?',
        required: true,
        min: 0,
        max: 100,
        step: 1,
        minLabel: 'Ingen smärta',
        maxLabel: 'Värsta tänkbara smärta',
      },
    ],
  });

export const dateQuestion = z
  .strictObject({
    type: z.literal('date'),
    ...askedFields,
    earliest: isoDate.optional(),
    latest: isoDate.optional(),
  })
  .meta({
    id: 'DateQuestion',
    description: 'The answer is a date as YYYY-MM-DD',
    examples: [
      {
        type: 'date',
        questionId: 'since',
        text: 'Sedan när?',
        required: false,
        earliest: '1900-01-01',
      },
    ],
  });

export const timeQuestion = z
  .strictObject({
    type: z.literal('time'),
    ...askedFields,
    earliest: clockTime.optional(),
    latest: clockTime.optional(),
  })
  .meta({
    id: 'TimeQuestion',
    description:
      'The answer is a time of day as HH:MM, without a date or time zone; from `earliest` to `latest`, past midnight where `latest` is the earlier of the two',
    examples: [{ type: 'time', questionId: 'bedtime', text: 'När gick du och lade dig?', required: true }],
  });
