import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { label } from '../questions/wording.ts';

/** How a form’s answers come to a sum, and what the sum is called (CARE-8). */
export const scoringRules = z
  .strictObject({
    method: z.literal('sum'),
    questionIds: z.array(contentId).min(1).max(100),
    bands: z
      .array(z.strictObject({ from: z.int(), to: z.int(), label }))
      .min(1)
      .max(20),
  })
  .meta({
    id: 'Scoring',
    examples: [
      {
        method: 'sum',
        questionIds: ['sleep', 'pain'],
        bands: [
          { from: 0, to: 40, label: 'Lindriga besvär' },
          { from: 41, to: 101, label: 'Svåra besvär' },
        ],
      },
    ],
  });
export type ScoringRules = z.infer<typeof scoringRules>;
