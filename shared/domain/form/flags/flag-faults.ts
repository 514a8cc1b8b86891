import { formSayings } from '../../sayings/form-sayings.ts';
import { conditionFaults } from '../questions/condition-faults.ts';
import { type FormFault, repeats } from '../questions/fault.ts';
import type { Question } from '../questions/question.ts';
import { endsOf, type FlagCondition, type FlagRule } from './flag-rule.ts';

interface Flagged {
  readonly questions: readonly Question[];
  readonly hasSum: boolean;
}

const inCondition = (condition: FlagCondition, { questions, hasSum }: Flagged): FormFault[] => {
  if ('questionId' in condition) {
    const question = questions.find(({ questionId }) => questionId === condition.questionId);
    const { questionId, when } = condition;
    return question
      ? conditionFaults(question, when, formSayings['flagged-without-answer'](questionId))
      : [{ path: ['questionId'], ...formSayings['flagged-missing'](questionId) }];
  }
  const { from, to } = endsOf('sum' in condition ? condition.sum : condition.change);
  return [
    ...(hasSum ? [] : [{ path: [], ...formSayings['flag-without-sum'] }]),
    ...(from > to ? [{ path: [], ...formSayings['limits-reversed']('from', 'to') }] : []),
  ];
};

/** What is wrong with a form’s flags (CARE-9); paths are from `flags`. */
export const flagFaults = (flags: readonly FlagRule[], flagged: Flagged): FormFault[] => [
  ...repeats(
    formSayings['flag-twice'],
    flags.map(({ flagId }) => flagId),
    [],
  ),
  ...flags.flatMap(({ when }, flag) =>
    when.flatMap((condition, at) =>
      inCondition(condition, flagged).map((fault) => ({
        ...fault,
        path: [flag, 'when', at, ...fault.path],
      })),
    ),
  ),
];
