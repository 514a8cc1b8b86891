import { plainLine, plainText } from '../../plain-text.ts';
import { answerSayings } from '../../sayings/answer-sayings.ts';
import { type Said, saidIn } from '../../sayings/said.ts';
import { clockTime, isoDate, isWithinClock } from '../questions/measured-questions.ts';
import { fitsDecimals, furthest } from '../questions/number-bound.ts';
import type { Question, QuestionOf } from '../questions/question.ts';
import { longestText } from '../questions/question-limits.ts';

const oneLine = plainLine({ min: 0, max: longestText });
const paragraphs = plainText({ min: 0, max: longestText });

const textFault = (
  { type, maxLength }: QuestionOf<'short-text' | 'long-text'>,
  answer: unknown,
): Said | undefined => {
  const { error, data } = (type === 'short-text' ? oneLine : paragraphs).safeParse(answer);
  const [issue] = error?.issues ?? [];
  if (issue) return saidIn('params' in issue ? issue.params : undefined) ?? answerSayings['answer-not-text'];
  return [...(data ?? '')].length > maxLength ? answerSayings['answer-too-long'](maxLength) : undefined;
};

const multipleChoiceFault = (
  { options, atMost = options.length }: QuestionOf<'multiple-choice'>,
  answer: unknown,
): Said | undefined => {
  const ids = options.map(({ optionId }) => optionId);
  const fits =
    Array.isArray(answer) &&
    answer.every((id, at) => ids.includes(id) && answer.indexOf(id) === at) &&
    answer.length <= atMost;
  return fits ? undefined : answerSayings['answer-not-options'](atMost, ids);
};

const numberFault = (
  { min = -furthest, max = furthest, decimals }: QuestionOf<'number'>,
  answer: unknown,
): Said | undefined => {
  const fits = typeof answer === 'number' && min <= answer && answer <= max && fitsDecimals(answer, decimals);
  if (fits) return undefined;
  return decimals === 0
    ? answerSayings['answer-not-whole'](min, max)
    : answerSayings['answer-not-number'](decimals, min, max);
};

const scaleFault = ({ min, max, step }: QuestionOf<'scale'>, answer: unknown): Said | undefined => {
  const fits = typeof answer === 'number' && min <= answer && answer <= max && (answer - min) % step === 0;
  return fits ? undefined : answerSayings['answer-not-on-scale'](min, max, step);
};

const isWithinDates = (date: string, { earliest, latest }: Pick<QuestionOf<'date'>, 'earliest' | 'latest'>) =>
  (earliest === undefined || earliest <= date) && (latest === undefined || date <= latest);

const pointInTimeFault = (
  { type, earliest, latest }: QuestionOf<'date' | 'time'>,
  answer: unknown,
): Said | undefined => {
  const { data } = (type === 'date' ? isoDate : clockTime).safeParse(answer);
  const range = { earliest, latest };
  const isWithin = type === 'date' ? isWithinDates : isWithinClock;
  if (data !== undefined && isWithin(data, range)) return undefined;
  return answerSayings[type === 'date' ? 'answer-not-date' : 'answer-not-time'](range);
};

/** What an answer to the question would have to be, where this is not one; it never throws, whatever was sent. */
export const answerFault = (question: Question, answer: unknown): Said | undefined => {
  switch (question.type) {
    case 'short-text':
    case 'long-text':
      return textFault(question, answer);
    case 'single-choice':
      return question.options.some(({ optionId }) => optionId === answer)
        ? undefined
        : answerSayings['answer-not-option'](question.options.map(({ optionId }) => optionId));
    case 'multiple-choice':
      return multipleChoiceFault(question, answer);
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : answerSayings['answer-not-yes-no'];
    case 'number':
      return numberFault(question, answer);
    case 'scale':
      return scaleFault(question, answer);
    case 'date':
    case 'time':
      return pointInTimeFault(question, answer);
    case 'information':
      return answerSayings['answer-to-information'];
  }
};
