import { formSayings } from '../../sayings/form-sayings.ts';
import { type FormFault, repeats } from './fault.ts';
import { fitsDecimals } from './number-bound.ts';
import type { Question, QuestionOf } from './question.ts';

/** The least and the most that a question allows; they may be numbers or dates, which compare as they are. Times of day go round. */
const rangeFaults = <Value extends number | string>(
  low: [name: string, value: Value | undefined],
  high: [name: string, value: Value | undefined],
): FormFault[] =>
  low[1] !== undefined && high[1] !== undefined && low[1] > high[1]
    ? [{ path: [high[0]], ...formSayings['limits-reversed'](low[0], high[0]) }]
    : [];

const multipleChoiceFaults = ({ options, atLeast, atMost }: QuestionOf<'multiple-choice'>): FormFault[] => [
  ...rangeFaults(['atLeast', atLeast], ['atMost', atMost]),
  ...Object.entries({ atLeast, atMost })
    .filter(([, count]) => count !== undefined && count > options.length)
    .map(([name]) => ({ path: [name], ...formSayings['more-than-options'](options.length) })),
];

const numberFaults = ({ min, max, decimals }: QuestionOf<'number'>): FormFault[] => [
  ...rangeFaults(['min', min], ['max', max]),
  ...Object.entries({ min, max })
    .filter(([, bound]) => bound !== undefined && !fitsDecimals(bound, decimals))
    .map(([name]) => ({ path: [name], ...formSayings['limit-decimals'](decimals) })),
];

const scaleFaults = ({ min, max, step }: QuestionOf<'scale'>): FormFault[] => {
  if (min >= max) return [{ path: ['max'], ...formSayings['scale-empty'] }];
  return (max - min) % step === 0 ? [] : [{ path: ['step'], ...formSayings['scale-steps'](step, min, max) }];
};

/** What is wrong within one question (AUT-3); paths are from the question. */
export const questionFaults = (question: Question): FormFault[] => {
  switch (question.type) {
    case 'single-choice':
      return optionFaults(question);
    case 'multiple-choice':
      return [...optionFaults(question), ...multipleChoiceFaults(question)];
    case 'number':
      return numberFaults(question);
    case 'scale':
      return scaleFaults(question);
    case 'date':
      return rangeFaults(['earliest', question.earliest], ['latest', question.latest]);
    default:
      return [];
  }
};

function optionFaults({ options }: QuestionOf<'single-choice' | 'multiple-choice'>): FormFault[] {
  return repeats(
    formSayings['option-id-twice'],
    options.map(({ optionId }) => optionId),
    ['options'],
  );
}
