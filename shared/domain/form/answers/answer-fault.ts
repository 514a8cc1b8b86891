import { plainLine, plainText } from '../../plain-text.ts';
import { clockTime, isoDate, isWithinClock } from '../questions/measured-questions.ts';
import { fitsDecimals, furthest } from '../questions/number-bound.ts';
import type { Question, QuestionOf } from '../questions/question.ts';
import { longestText } from '../questions/question-limits.ts';

const oneLine = plainLine({ min: 0, max: longestText });
const paragraphs = plainText({ min: 0, max: longestText });

const textFault = (
  { type, maxLength }: QuestionOf<'short-text' | 'long-text'>,
  answer: unknown,
): string | undefined => {
  const { error, data } = (type === 'short-text' ? oneLine : paragraphs).safeParse(answer);
  if (error) return error.issues.map(({ message }) => message).join('. ');
  return [...data].length > maxLength ? `At most ${maxLength} characters` : undefined;
};

const multipleChoiceFault = (
  { options, atMost = options.length }: QuestionOf<'multiple-choice'>,
  answer: unknown,
): string | undefined => {
  const ids = options.map(({ optionId }) => optionId);
  const fits =
    Array.isArray(answer) &&
    answer.every((id, at) => ids.includes(id) && answer.indexOf(id) === at) &&
    answer.length <= atMost;
  return fits ? undefined : `A list, each once and at most ${atMost}, of ${ids.join(', ')}`;
};

const numberFault = (
  { min = -furthest, max = furthest, decimals }: QuestionOf<'number'>,
  answer: unknown,
): string | undefined => {
  const fits = typeof answer === 'number' && min <= answer && answer <= max && fitsDecimals(answer, decimals);
  if (fits) return undefined;
  return `A ${decimals === 0 ? 'whole number' : `number with at most ${decimals} decimals`}, from ${min} to ${max}`;
};

const scaleFault = ({ min, max, step }: QuestionOf<'scale'>, answer: unknown): string | undefined => {
  const fits = typeof answer === 'number' && min <= answer && answer <= max && (answer - min) % step === 0;
  return fits ? undefined : `A number from ${min} to ${max}, in steps of ${step} from ${min}`;
};

const isWithinDates = (date: string, { earliest, latest }: Pick<QuestionOf<'date'>, 'earliest' | 'latest'>) =>
  (earliest === undefined || earliest <= date) && (latest === undefined || date <= latest);

const pointInTimeFault = (
  { type, earliest, latest }: QuestionOf<'date' | 'time'>,
  answer: unknown,
): string | undefined => {
  const { data } = (type === 'date' ? isoDate : clockTime).safeParse(answer);
  const range = { earliest, latest };
  const isWithin = type === 'date' ? isWithinDates : isWithinClock;
  if (data !== undefined && isWithin(data, range)) return undefined;
  return [
    type === 'date' ? 'A date as YYYY-MM-DD' : 'A time as HH:MM',
    ...(earliest === undefined ? [] : [`from ${earliest}`]),
    ...(latest === undefined ? [] : [`to ${latest}`]),
  ].join(', ');
};

/** What an answer to the question would have to be, where this is not one; it never throws, whatever was sent. */
export const answerFault = (question: Question, answer: unknown): string | undefined => {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return textFault(question, answer);
    case 'single-choice':
      return question.options.some(({ optionId }) => optionId === answer)
        ? undefined
        : `One of ${question.options.map(({ optionId }) => optionId).join(', ')}`;
    case 'multiple-choice':
      return multipleChoiceFault(question, answer);
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : 'true or false';
    case 'number':
      return numberFault(question, answer);
    case 'scale':
      return scaleFault(question, answer);
    case 'date':
    case 'time':
      return pointInTimeFault(question, answer);
    case 'information':
      return 'Information takes no answer';
  }
};
