import * as z from 'zod';
import { contentId } from '../../content/content-id.ts';
import { multipleChoice, singleChoice, yesNo } from './choice-questions.ts';
import { dateQuestion, numberQuestion, scale, timeQuestion } from './measured-questions.ts';
import { information, longText, shortText } from './question.ts';
import { mostOptions } from './question-limits.ts';
import { label } from './wording.ts';

const shown = { type: true, questionId: true, text: true, followsUp: true, required: true } as const;
const options = z.array(z.object({ optionId: contentId, label })).max(mostOptions);

/** A question as residents are shown it: what its answers score is the staff’s to know (CARE-18). */
export const shownQuestion = z
  .discriminatedUnion('type', [
    shortText,
    longText,
    singleChoice.pick(shown).extend({ options }).strip().meta({ id: 'ShownSingleChoiceQuestion' }),
    multipleChoice
      .pick({ ...shown, atLeast: true, atMost: true })
      .extend({ options })
      .strip()
      .meta({ id: 'ShownMultipleChoiceQuestion' }),
    yesNo.pick(shown).strip().meta({ id: 'ShownYesNoQuestion' }),
    numberQuestion,
    scale,
    dateQuestion,
    timeQuestion,
    information,
  ])
  .meta({ id: 'ShownQuestion' });
