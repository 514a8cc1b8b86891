import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';

/** In UTF-8 no character takes more: most emoji do. In JSON a quotation mark and a line's end take two. */
const bytesOfCharacter = 4;
/** Of any number, date or time, and of true and false. */
const bytesOfValue = 24;
/** Quotation marks, colon and comma about one. */
const bytesAround = 6;

const valueBytes = (question: Question): number => {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return question.maxLength * bytesOfCharacter;
    case 'single-choice':
      return Math.max(...question.options.map(({ optionId }) => optionId.length));
    case 'multiple-choice':
      return question.options.reduce((sum, { optionId }) => sum + optionId.length + bytesAround, 0);
    case 'information':
      return 0;
    default:
      return bytesOfValue;
  }
};

/** Bytes, as JSON, that the longest answers to a form may come to: every text as long as it may be, in emoji alone. */
export const largestAnswersBytes = (form: Pick<Form, 'pages'>): number =>
  questionsOf(form).reduce(
    (sum, question) => sum + question.questionId.length + bytesAround + valueBytes(question),
    0,
  );
