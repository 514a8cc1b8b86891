import fc from 'fast-check';
import type { Answers } from '../../../../shared/domain/form/answers/answers.ts';
import { form } from '../../../../shared/domain/form/form.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import type { Question } from '../../../../shared/domain/form/questions/question.ts';
import { questionsOf } from '../../../../shared/domain/form/questions/questions-of.ts';
import { bandsOver } from './arbitrary-forms.ts';
import { aChoice, aNumber, aScale, aText, aYesNo, ofQuestions, someChoices } from './form-examples.ts';

type FollowsUp = NonNullable<Question['followsUp']>;
type Answerable = Exclude<Question, { type: 'information' }>;

const point = fc.integer({ min: -3, max: 3 });

const small = (questionId: string): fc.Arbitrary<Answerable> =>
  fc.oneof(
    fc.tuple(point, point).map((scores) => aChoice(questionId, scores)),
    fc.record({ yes: point, no: point }).map((scores) => aYesNo(questionId, { scores })),
    point.map((min) => aScale(questionId, { min, max: min + 4, step: 2 })),
    point.map((min) => aNumber(questionId, { min, max: min + 3 })),
    fc
      .tuple(point, point, fc.boolean())
      .map(([one, other, isPair]) => someChoices(questionId, [one, other], isPair ? { atLeast: 2 } : {})),
    fc.constant(aText(questionId)),
  );

const range = fc
  .tuple(fc.integer({ min: -5, max: 9 }), fc.nat({ max: 2 }))
  .map(([from, more]) => ({ from, to: from + more }));

/** Not on several choices: what may go together with them is not worked out. */
const followsUp = ({ type, questionId }: Question): fc.Arbitrary<FollowsUp>[] => {
  if (type === 'single-choice')
    return [fc.constantFrom('o0', 'o1').map((id) => ({ questionId, when: { anyOf: [id] } }))];
  if (type === 'yes-no') return [fc.boolean().map((is) => ({ questionId, when: { is } }))];
  return type === 'scale' || type === 'number' ? [range.map((when) => ({ questionId, when }))] : [];
};

const linked = (questions: readonly Answerable[]): fc.Arbitrary<Question[]> =>
  fc.tuple(
    ...questions.map((question, at) =>
      fc
        .tuple(fc.oneof(fc.constant(undefined), ...questions.slice(0, at).flatMap(followsUp)), fc.boolean())
        .map(
          ([link, required]): Question => ({ ...question, required, ...(link ? { followsUp: link } : {}) }),
        ),
    ),
  );

/** Scored forms so small that everything anyone can answer can be tried. */
export const smallForm: fc.Arbitrary<Form> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => small(`q${at}`))))
  .filter((questions) => questions.some(({ type }) => type !== 'long-text'))
  .chain(linked)
  .chain((questions) => {
    const scored = questions.filter(({ type }) => type !== 'long-text').map(({ questionId }) => questionId);
    return fc
      .tuple(fc.subarray(scored, { minLength: 1 }), bandsOver(-6, 6))
      .map(([questionIds, bands]) => form.parse(ofQuestions(questions, { questionIds, bands })));
  });

const everyAnswer = (question: Question): (Answers[string] | undefined)[] => {
  switch (question.type) {
    case 'single-choice':
      return [undefined, 'o0', 'o1'];
    case 'multiple-choice':
      return [undefined, ['o0'], ['o1'], ['o0', 'o1']];
    case 'yes-no':
      return [undefined, true, false];
    case 'scale':
      return [undefined, question.min, question.min + 2, question.max];
    case 'number':
      return [undefined, ...[0, 1, 2, 3].map((more) => (question.min ?? 0) + more)];
    default:
      return [undefined, 'Svar'];
  }
};

/** All that can be answered to a small form, fit to be submitted or not. */
export const allAnswers = (value: Form): Answers[] =>
  questionsOf(value).reduce<Answers[]>(
    (given, question) =>
      everyAnswer(question).flatMap((answer) =>
        given.map((rest) => (answer === undefined ? rest : { ...rest, [question.questionId]: answer })),
      ),
    [{}],
  );
