import { type Condition, rangeIn } from '../questions/follow-up.ts';
import { furthest } from '../questions/number-bound.ts';
import type { Question, QuestionOf } from '../questions/question.ts';

const numbersToTry = (
  { min = -furthest, max = furthest, decimals }: QuestionOf<'number'>,
  conditions: readonly Condition[],
): number[] => {
  const unit = 10 ** -decimals;
  const edges = conditions
    .map(rangeIn)
    .flatMap((range) => (range === undefined ? [] : [range.from ?? min, range.to ?? max]))
    .flatMap((edge) => [edge - unit, edge, edge + unit]);
  return [min, max, ...edges.filter((edge) => min < edge && edge < max)];
};

const choicesToTry = ({ options, atLeast = 1, atMost = options.length }: QuestionOf<'multiple-choice'>) => {
  const rising = options.toSorted(({ score: one = 0 }, { score: other = 0 }) => one - other);
  const ids = rising.map(({ optionId }) => optionId);
  return Array.from({ length: atMost - atLeast + 1 }, (_, more) => atLeast + more).flatMap((count) => [
    ids.slice(0, count),
    ids.slice(-count),
  ]);
};

/**
 * Answers among which are the one that scores least and the one that scores most, of all and of those that fit any one of the
 * conditions; but of several choices only of all. Where none scores and none can be followed up, no answer stands for them all.
 */
export const answersToTry = (question: Question, conditions: readonly Condition[]): unknown[] => {
  switch (question.type) {
    case 'single-choice':
      return question.options.map(({ optionId }) => optionId);
    case 'multiple-choice':
      return choicesToTry(question);
    case 'yes-no':
      return [true, false];
    case 'number':
      return numbersToTry(question, conditions);
    case 'scale': {
      const { min, max, step } = question;
      return Array.from({ length: (max - min) / step + 1 }, (_, steps) => min + steps * step);
    }
    default:
      return [undefined];
  }
};
