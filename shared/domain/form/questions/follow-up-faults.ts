import { formSayings } from '../../sayings/form-sayings.ts';
import type { Said } from '../../sayings/said.ts';
import { type FormFault, repeats } from './fault.ts';
import { type Condition, rangeIn } from './follow-up.ts';
import { fitsDecimals } from './number-bound.ts';
import type { Question, QuestionOf } from './question.ts';

const fault = (said: Said): FormFault[] => [{ path: ['when'], ...said }];

const choiceFaults = (
  { questionId, options }: QuestionOf<'single-choice' | 'multiple-choice'>,
  when: Condition,
): FormFault[] => {
  if (!('anyOf' in when)) return fault(formSayings['condition-choice'](questionId));
  const unknown = when.anyOf.filter((id) => !options.some(({ optionId }) => optionId === id));
  return [
    ...unknown.flatMap((id) => fault(formSayings['condition-option-missing'](id, questionId))),
    ...repeats(formSayings['option-id-twice'], when.anyOf, ['when', 'anyOf']),
  ];
};

const rangeFaults = (questionId: string, decimals: number, when: Condition): FormFault[] => {
  const range = rangeIn(when);
  if (range === undefined) return fault(formSayings['condition-number'](questionId));
  const { from, to } = range;
  if (from !== undefined && to !== undefined && from > to)
    return fault(formSayings['limits-reversed']('from', 'to'));
  return [from, to].some((bound) => bound !== undefined && !fitsDecimals(bound, decimals))
    ? fault(formSayings['condition-decimals'](questionId, decimals))
    : [];
};

const conditionFaults = (question: Question, when: Condition): FormFault[] => {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return choiceFaults(question, when);
    case 'yes-no':
      return 'is' in when ? [] : fault(formSayings['condition-yes-no'](question.questionId));
    case 'number':
      return rangeFaults(question.questionId, question.decimals, when);
    case 'scale':
      return rangeFaults(question.questionId, 0, when);
    default:
      return fault(formSayings['followed-without-answer'](question.questionId));
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
          ...formSayings['followed-missing'](followsUp.questionId),
        },
      ];
};
