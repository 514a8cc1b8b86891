import type { FlagRule } from '../flags/flag-rule.ts';
import type { Form } from '../form-shape.ts';
import type { FollowUp } from '../questions/follow-up.ts';
import type { Question } from '../questions/question.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';

const canonicalFollowUp = (followsUp: FollowUp): FollowUp =>
  'anyOf' in followsUp.when ? { ...followsUp, when: { anyOf: followsUp.when.anyOf.toSorted() } } : followsUp;

/** With the lists whose order means nothing in one order, so that what counts can be compared. */
export const canonicalQuestion = (question: Question): Question => {
  const { followsUp } = question;
  return followsUp ? { ...question, followsUp: canonicalFollowUp(followsUp) } : question;
};

const asText = (value: unknown): string => JSON.stringify(value);

/** As `canonicalQuestion`. */
export const canonicalFlags = (flags: Form['flags'] = []): FlagRule[] =>
  flags
    .map(({ when, ...flag }) => ({
      ...flag,
      when: when
        .map((condition) => ('questionId' in condition ? canonicalFollowUp(condition) : condition))
        .toSorted((one, other) => (asText(one) < asText(other) ? -1 : 1)),
    }))
    .toSorted((one, other) => (one.flagId < other.flagId ? -1 : 1));

/** As `canonicalQuestion`. */
export const canonicalScoring = (rules: ScoringRules): ScoringRules => ({
  ...rules,
  questionIds: rules.questionIds.toSorted(),
});

/** As `canonicalQuestion`. */
export const canonicalForm = ({ pages, scoring, flags, ...form }: Form): Form => ({
  ...form,
  ...(flags?.length ? { flags: canonicalFlags(flags) } : {}),
  pages: pages.map((page) => ({ ...page, questions: page.questions.map(canonicalQuestion) })),
  ...(scoring ? { scoring: canonicalScoring(scoring) } : {}),
});
