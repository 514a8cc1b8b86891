import * as z from 'zod';
import { cursor, nextPage } from '../../shared/contract/paging.ts';
import { decimalDigits } from '../../shared/domain/decimal-digits.ts';
import { month, type Statistic, usualMonths } from '../../shared/domain/statistics.ts';

/** Rows of a page, which may be large: whoever makes a report wants all of them, and a row is small. */
const mostRows = 1000;
const usualRows = 100;

export const statisticsQuery = z.strictObject({
  from: month
    .optional()
    .meta({ description: `First month, included; ${usualMonths - 1} before \`to\` where left out` }),
  to: month.optional().meta({ description: 'Last month, included; this one where left out' }),
  limit: decimalDigits({ min: 1, max: mostRows }).default(usualRows),
  cursor: cursor.optional(),
});

const row = z.object({
  unit: z.string(),
  month,
  momentId: z.uuid(),
  title: z.string(),
  started: z.int(),
  ended: z.int(),
  ongoing: z.int(),
});

export const statisticsPage = z.object({
  rows: z.array(row),
  next: nextPage,
});

/** Of what was started in the month, what has not ended is ongoing. */
export const shownStatistic = (statistic: Statistic): z.infer<typeof row> => ({
  ...statistic,
  ongoing: statistic.started - statistic.ended,
});
