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

/** What is wrong with a condition on the answer to a question; `unfit` where its answers are none to set conditions on. */
export const conditionFaults = (question: Question, when: Condition, unfit: Said): FormFault[] => {
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
      return fault(unfit);
  }
};
