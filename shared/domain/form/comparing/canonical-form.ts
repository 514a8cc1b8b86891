import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';

/** With the lists whose order means nothing in one order, so that what counts can be compared. */
export const canonicalQuestion = (question: Question): Question => {
  const { followsUp } = question;
  if (!followsUp || !('anyOf' in followsUp.when)) return question;
  return { ...question, followsUp: { ...followsUp, when: { anyOf: followsUp.when.anyOf.toSorted() } } };
};

/** One flag of a form’s flags; no two are alike in this. */
export const flagKey = ({ questionId, above }: Pick<ScoringRules['flags'][number], 'questionId' | 'above'>) =>
  `on ${questionId} above ${above}`;

/** As `canonicalQuestion`. */
export const canonicalScoring = (rules: ScoringRules): ScoringRules => ({
  ...rules,
  questionIds: rules.questionIds.toSorted(),
  flags: rules.flags.toSorted((one, other) => (flagKey(one) < flagKey(other) ? -1 : 1)),
});

/** As `canonicalQuestion`. */
export const canonicalForm = ({ pages, scoring, ...form }: Form): Form => ({
  ...form,
  pages: pages.map((page) => ({ ...page, questions: page.questions.map(canonicalQuestion) })),
  ...(scoring ? { scoring: canonicalScoring(scoring) } : {}),
});
