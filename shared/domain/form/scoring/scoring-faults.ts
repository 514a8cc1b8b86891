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

const flagFaults = (flags: ScoringRules['flags']): FormFault[] =>
  flags.flatMap(({ questionId, above }, at) => {
    const same = flags.findIndex((other) => other.questionId === questionId && other.above === above);
    return same === at ? [] : [{ path: ['flags'], ...formSayings['flag-twice'](questionId, above) }];
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
              ...formSayings['scored-without-score'](id),
            },
          ],
    );
  const flagged = rules.flags.map(({ questionId }) => questionId);
  return [
    ...repeats(formSayings['scored-twice'], rules.questionIds, ['questionIds']),
    ...unscored(rules.questionIds, 'questionIds'),
    ...unscored(flagged, 'flags'),
    ...flagFaults(rules.flags),
    ...bandFaults(rules.bands),
  ];
};
