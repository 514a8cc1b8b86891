import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { label } from '../questions/wording.ts';

/** How a form’s answers come to a sum, what the sum is called, and which answers staff are told of (CARE-8, CARE-9). */
export const scoringRules = z
  .strictObject({
    method: z.literal('sum'),
    questionIds: z.array(contentId).min(1).max(100),
    bands: z
      .array(z.strictObject({ from: z.int(), to: z.int(), label }))
      .min(1)
      .max(20),
    flags: z.array(z.strictObject({ questionId: contentId, above: z.int(), label })).max(20),
  })
  .meta({
    id: 'Scoring',
    description: 'A flag is raised when the question’s own score is above `above`',
    examples: [
      {
        method: 'sum',
        questionIds: ['sleep', 'pain'],
        bands: [
          { from: 0, to: 40, label: 'Lindriga besvär' },
          { from: 41, to: 101, label: 'Svåra besvär' },
        ],
        flags: [{ questionId: 'pain', above: 80, label: 'Svår smärta' }],
      },
    ],
  });
export type ScoringRules = z.infer<typeof scoringRules>;
