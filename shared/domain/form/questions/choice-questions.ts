import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { askedFields } from './question-fields.ts';
import { furthestScore, mostOptions } from './question-limits.ts';
import { label } from './wording.ts';

const score = z.int().min(-furthestScore).max(furthestScore);
const option = z.strictObject({ optionId: contentId, label, score: score.optional() });
const chosen = z.int().min(1).max(mostOptions).optional();

export const singleChoice = z
  .strictObject({
    type: z.literal('single-choice'),
    ...askedFields,
    options: z.array(option).min(2).max(mostOptions),
  })
  .meta({
    id: 'SingleChoiceQuestion',
    description: 'The answer is the id of one option',
    examples: [
      {
        type: 'single-choice',
        questionId: 'sleep',
        text: 'Hur har du sovit den senaste veckan?',
        required: true,
        options: [
          { optionId: 'well', label: 'Bra', score: 0 },
          { optionId: 'badly', label: 'Dåligt', score: 1 },
        ],
      },
    ],
  });

export const multipleChoice = z
  .strictObject({
    type: z.literal('multiple-choice'),
    ...askedFields,
    options: z.array(option).min(1).max(mostOptions),
    atLeast: chosen,
    atMost: chosen,
  })
  .meta({
    id: 'MultipleChoiceQuestion',
    description:
      'The answer is a list of ids of options, each once. `atLeast` holds for a submitted answer that is not empty',
    examples: [
      {
        type: 'multiple-choice',
        questionId: 'help',
        text: 'Vad har hjälpt dig? Välj högst två.',
        required: false,
        options: [
          { optionId: 'walks', label: 'Promenader 🌲' },
          { optionId: 'friends', label: 'Att träffa vänner' },
          { optionId: 'other', label: 'Något annat' },
        ],
        atMost: 2,
      },
    ],
  });

export const yesNo = z
  .strictObject({
    type: z.literal('yes-no'),
    ...askedFields,
    scores: z.strictObject({ yes: score, no: score }).optional(),
  })
  .meta({
    id: 'YesNoQuestion',
    description: 'The answer is true or false',
    examples: [{ type: 'yes-no', questionId: 'has-medicine', text: 'Tar du någon medicin?', required: true }],
  });
