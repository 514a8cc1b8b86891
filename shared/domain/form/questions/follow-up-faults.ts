import { type FormFault, repeats } from './fault.ts';
import { type Condition, rangeIn } from './follow-up.ts';
import { fitsDecimals } from './number-bound.ts';
import type { Question, QuestionOf } from './question.ts';

const fault = (message: string): FormFault[] => [{ path: ['when'], message }];

const choiceFaults = (
  { questionId, options }: QuestionOf<'single-choice' | 'multiple-choice'>,
  when: Condition,
): FormFault[] => {
  if (!('anyOf' in when)) return fault(`${questionId} is a choice: say anyOf, with ids of its options`);
  const unknown = when.anyOf.filter((id) => !options.some(({ optionId }) => optionId === id));
  return [
    ...unknown.flatMap((id) => fault(`${id} is not an option of ${questionId}`)),
    ...repeats('Option id', when.anyOf, ['when', 'anyOf']),
  ];
};

const rangeFaults = (questionId: string, decimals: number, when: Condition): FormFault[] => {
  const range = rangeIn(when);
  if (range === undefined) return fault(`${questionId} is a number: say from, to or both`);
  const { from, to } = range;
  if (from !== undefined && to !== undefined && from > to) return fault('to is before from');
  return [from, to].some((bound) => bound !== undefined && !fitsDecimals(bound, decimals))
    ? fault(`${questionId} takes numbers with at most ${decimals} decimals`)
    : [];
};

const conditionFaults = (question: Question, when: Condition): FormFault[] => {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return choiceFaults(question, when);
    case 'yes-no':
      return 'is' in when ? [] : fault(`${question.questionId} is yes or no: say is`);
    case 'number':
      return rangeFaults(question.questionId, question.decimals, when);
    case 'scale':
      return rangeFaults(question.questionId, 0, when);
    default:
      return fault(
        `Only choices, yes or no, numbers and scales have follow-ups: ${question.questionId} does not`,
      );
  }
};

/** What is wrong with what a question follows up (AUT-3); `earlier` stands before it on its page. Paths are from `followsUp`. */
export const followUpFaults = ({ followsUp }: Question, earlier: readonly Question[]): FormFault[] => {
  if (followsUp === undefined) return [];
  const followed = earlier.find(({ questionId }) => questionId === followsUp.questionId);
  return followed
    ? conditionFaults(followed, followsUp.when)
    : [
        {
          path: ['questionId'],
          message: `No question ${followsUp.questionId} stands earlier on this page`,
        },
      ];
};
