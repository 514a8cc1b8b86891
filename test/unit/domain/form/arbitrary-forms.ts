import fc from 'fast-check';
import type { FlagCondition, FlagRule } from '../../../../shared/domain/form/flags/flag-rule.ts';
import { form } from '../../../../shared/domain/form/form.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import type { Condition } from '../../../../shared/domain/form/questions/follow-up.ts';
import type { Question } from '../../../../shared/domain/form/questions/question.ts';
import type { ScoringRules } from '../../../../shared/domain/form/scoring/scoring-rules.ts';
import { anyQuestion } from './arbitrary-questions.ts';
import { aFlag, aForm, aScoring } from './form-examples.ts';

type Bounds = { from: number; to?: number } | { to: number };

const range = (low: number, high: number, unit: number): fc.Arbitrary<Bounds> =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }), fc.nat({ max: 2 }))
    .map(([one, other, ends]) => {
      const from = Math.min(one, other) * unit;
      const to = Math.max(one, other) * unit;
      return [{ from, to }, { from }, { to }][ends] ?? { from };
    });

/** A condition that fits the question's type; of numbers also one that no answer meets. */
const conditionOn = (question: Question): fc.Arbitrary<Condition> | undefined => {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return fc
        .subarray(
          question.options.map(({ optionId }) => optionId),
          { minLength: 1 },
        )
        .chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }))
        .map((anyOf) => ({ anyOf }));
    case 'yes-no':
      return fc.boolean().map((is) => ({ is }));
    case 'number':
      return range(-1100, 1100, 1);
    case 'scale':
      return range(-15, 65, 1);
    default:
      return undefined;
  }
};

const following = (question: Question, earlier: readonly Question[]): fc.Arbitrary<Question> => {
  const conditions = earlier.flatMap(({ questionId, ...rest }) => {
    const when = conditionOn({ questionId, ...rest });
    return when ? [when.map((condition) => ({ questionId, when: condition }))] : [];
  });
  if (conditions.length === 0) return fc.constant(question);
  return fc
    .option(fc.oneof(...conditions), { nil: undefined })
    .map((followsUp) => (followsUp ? { ...question, followsUp } : question));
};

const page = (at: number): fc.Arbitrary<Form['pages'][number]> =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, item) => anyQuestion(`q${at}-${item}`))))
    .chain((questions) =>
      fc.tuple(...questions.map((item, place) => following(item, questions.slice(0, place)))),
    )
    .map((questions) => ({ pageId: `page-${at}`, ...(at === 1 ? { title: 'Mer' } : {}), questions }));

const hasScore = (question: Question): boolean =>
  question.type === 'scale' ||
  (question.type === 'number' && question.decimals === 0) ||
  (question.type === 'yes-no' && question.scores !== undefined) ||
  ('options' in question && question.options.every(({ score }) => score !== undefined));

/** Cuts of a range of sums into bands without gap or overlap. */
export const bandsOver = (low: number, high: number): fc.Arbitrary<ScoringRules['bands']> =>
  fc.uniqueArray(fc.integer({ min: low, max: high }), { maxLength: 5 }).map((cuts) => {
    const ends = [...new Set([...cuts, high])].sort((one, other) => one - other);
    return ends.map((to, at) => ({ from: (ends[at - 1] ?? low - 1) + 1, to, label: `Band ${at}` }));
  });

const scoringOf = (scored: readonly string[]): fc.Arbitrary<ScoringRules> =>
  fc
    .record({
      questionIds: fc.shuffledSubarray([...scored], { minLength: 1 }),
      bands: bandsOver(-200, 200),
    })
    .map(aScoring);

/** Rules of several conditions; on the sum only where there is one. */
const flagsOf = (questions: readonly Question[], hasSum: boolean): fc.Arbitrary<FlagRule[]> => {
  const onAnswers = questions.flatMap(({ questionId, ...rest }) => {
    const when = conditionOn({ questionId, ...rest });
    return when ? [when.map((condition): FlagCondition => ({ questionId, when: condition }))] : [];
  });
  const onSums = [
    range(-50, 50, 1).map((sum): FlagCondition => ({ sum })),
    range(-20, 20, 1).map((change): FlagCondition => ({ change })),
  ];
  const conditions = [...onAnswers, ...(hasSum ? onSums : [])];
  const when: fc.Arbitrary<FlagCondition[]> =
    conditions.length > 0 ? fc.array(fc.oneof(...conditions), { maxLength: 3 }) : fc.constant([]);
  return fc
    .array(fc.record({ level: fc.constantFrom('urgent', 'notice'), when }), { maxLength: 4 })
    .map((rules) => rules.map((rule, at) => aFlag({ ...rule, flagId: `flag-${at}` })));
};

/** Any sound form: pages, questions of every type, follow-ups, flags, and scoring where something can be scored. */
export const anyForm: fc.Arbitrary<Form> = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => page(at))))
  .chain((pages) => {
    const scored = pages
      .flatMap(({ questions }) => questions.filter(hasScore))
      .map(({ questionId }) => questionId);
    const scoring =
      scored.length > 0 ? fc.option(scoringOf(scored), { nil: undefined }) : fc.constant(undefined);
    return fc
      .tuple(scoring, fc.constantFrom('ordinary' as const, 'tab' as const, 'calendar' as const))
      .chain(([rules, kind]) =>
        flagsOf(
          pages.flatMap(({ questions }) => questions),
          rules !== undefined,
        ).map((flags) =>
          form.parse(
            aForm({
              kind,
              pages,
              ...(flags.length > 0 ? { flags } : {}),
              ...(rules ? { scoring: rules } : {}),
            }),
          ),
        ),
      );
  });

export const scoredForm = anyForm.filter(({ scoring }) => scoring !== undefined);
