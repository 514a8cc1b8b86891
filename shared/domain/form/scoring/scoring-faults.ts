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
    return follows && from <= to
      ? []
      : [{ path: ['bands', at], message: 'Bands rise without gap or overlap: from = the last to + 1' }];
  });

/** What is wrong with a form's scoring (CARE-8); paths are from `scoring`. */
export const scoringFaults = (rules: ScoringRules, questions: readonly Question[]): FormFault[] => {
  const scored = new Set(questions.filter(hasScore).map(({ questionId }) => questionId));
  const unscored = (ids: readonly string[], list: string): FormFault[] =>
    ids.flatMap((id, at) =>
      scored.has(id)
        ? []
        : [
            {
              path: [list, at],
              message: `${id} has no score: say one for every option or for yes and no, or take a scale or a whole number`,
            },
          ],
    );
  const flagged = rules.flags.map(({ questionId }) => questionId);
  const flags = rules.flags.map(({ questionId, above }) => `${questionId} above ${above}`);
  return [
    ...repeats('Question id', rules.questionIds, ['questionIds']),
    ...unscored(rules.questionIds, 'questionIds'),
    ...unscored(flagged, 'flags'),
    ...repeats('Flag on', flags, ['flags']),
    ...bandFaults(rules.bands),
  ];
};
