import * as z from 'zod';
import { plainText } from '../../plain-text.ts';
import { multipleChoice, singleChoice, yesNo } from './choice-questions.ts';
import { dateQuestion, numberQuestion, scale, timeQuestion } from './measured-questions.ts';
import { askedFields, shownFields } from './question-fields.ts';
import { longestInformation, longestShortText, longestText } from './question-limits.ts';

export const shortText = z
  .strictObject({
    type: z.literal('short-text'),
    ...askedFields,
    maxLength: z.int().min(1).max(longestShortText),
  })
  .meta({
    id: 'ShortTextQuestion',
    description: 'The answer is one line',
    examples: [
      {
        type: 'short-text',
        questionId: 'medicine',
        text: 'Vad heter medicinen?',
        required: true,
        maxLength: 100,
        followsUp: { questionId: 'has-medicine', when: { is: true } },
      },
    ],
  });

export const longText = z
  .strictObject({
    type: z.literal('long-text'),
    ...askedFields,
    maxLength: z.int().min(1).max(longestText),
  })
  .meta({
    id: 'LongTextQuestion',
    description: 'The answer is text in paragraphs',
    examples: [
      {
        type: 'long-text',
        questionId: 'week',
        text: 'Berätta om din vecka',
        required: false,
        maxLength: 2000,
      },
    ],
  });

export const information = z
  .strictObject({
    type: z.literal('information'),
    ...shownFields,
    text: plainText({ min: 1, max: longestInformation }),
  })
  .meta({
    id: 'Information',
    description: 'Text among the questions; it takes no answer',
    examples: [
      {
        type: 'information',
        questionId: 'call-112',
        text: 'Ring 112 om du tänker skada dig själv.',
      },
    ],
  });

/** Something on a page of a form (AUT-3). */
export const question = z
  .discriminatedUnion('type', [
    shortText,
    longText,
    singleChoice,
    multipleChoice,
    yesNo,
    numberQuestion,
    scale,
    dateQuestion,
    timeQuestion,
    information,
  ])
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;
export type QuestionOf<Type extends Question['type']> = Extract<Question, { type: Type }>;
