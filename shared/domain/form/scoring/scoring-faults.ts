import { formSayings } from '../../sayings/form-sayings.ts';
import { type FormFault, repeats } from '../questions/fault.ts';
import type { Question } from '../questions/question.ts';
import type { ScoringRules } from './scoring-rules.ts';

const hasScore = (question: Question): boolean => {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return question.options.every(({ score }) => score !== undefined);
    case 'yes-no':
      return question.scores !== undefined;
    case 'number':
      return question.decimals === 0;
    case 'scale':
      return true;
    default:
      return false;
  }
};

const bandFaults = (bands: ScoringRules['bands']): FormFault[] =>
  bands.flatMap(({ from, to }, at) => {
    const previous = bands[at - 1];
    const follows = previous === undefined || from === previous.to + 1;
    return follows && from <= to ? [] : [{ path: ['bands', at], ...formSayings['bands-with-gap'] }];
  });

/** What is wrong with a form's scoring (CARE-8); paths are from `scoring`. */
export const scoringFaults = (rules: ScoringRules, questions: readonly Question[]): FormFault[] => {
  const scored = new Set(questions.filter(hasScore).map(({ questionId }) => questionId));
  const unscored = rules.questionIds.flatMap((id, at) =>
    scored.has(id) ? [] : [{ path: ['questionIds', at], ...formSayings['scored-without-score'](id) }],
  );
  return [
    ...repeats(formSayings['scored-twice'], rules.questionIds, ['questionIds']),
    ...unscored,
    ...bandFaults(rules.bands),
  ];
};
