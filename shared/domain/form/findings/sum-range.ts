import type { Form } from '../form-shape.ts';
import { type FollowUp, fits } from '../questions/follow-up.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { scoreOf } from '../scoring/score-of.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';
import { answersToTry } from './answers-to-try.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

interface Follower {
  readonly when: FollowUp['when'];
  readonly range: Range;
}

const nothing: Range = { low: 0, high: 0 };

const added = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});

const around = (ranges: readonly Range[]): Range => ({
  low: Math.min(...ranges.map(({ low }) => low)),
  high: Math.max(...ranges.map(({ high }) => high)),
});

const scored = (question: Question, answer: unknown): Range => {
  const score = scoreOf(question, answer) ?? 0;
  return { low: score, high: score };
};

/** The least and the most that an answer to the question scores. */
const scoreRange = (question: Question): Range =>
  around(answersToTry(question, []).map((answer) => scored(question, answer)));

/** What a question that is asked, and all that follows it up, can add to the sum. */
const rangeWith = (question: Question, isCounted: boolean, followers: readonly Follower[]): Range => {
  if (question.type === 'information') return nothing;
  // Which choices go together with which follow-ups is not worked out: any may.
  if (question.type === 'multiple-choice') {
    const maybe = followers.map(({ range }) => around([nothing, range]));
    return added([isCounted ? scoreRange(question) : nothing, ...maybe]);
  }
  const conditions = followers.map(({ when }) => when);
  const answered = answersToTry(question, conditions).map((answer) => {
    const asked = followers.filter(({ when }) => fits(when, answer)).map(({ range }) => range);
    return added([isCounted ? scored(question, answer) : nothing, ...asked]);
  });
  // A question that counts and is left out leaves no sum at all.
  return around(isCounted ? answered : [...answered, ...(question.required ? [] : [nothing])]);
};

/** The least and the most that the form’s sum can be, where it has one; a question that is not asked counts nothing. */
export const sumRange = (form: Pick<Form, 'pages'>, { questionIds }: ScoringRules): Range => {
  const questions = questionsOf(form);
  const ranges = new Map<string, Range>();
  // From behind: a follow-up stands after what it follows.
  for (const question of questions.toReversed()) {
    const followers = questions.flatMap(({ questionId, followsUp }) =>
      followsUp?.questionId === question.questionId
        ? [{ when: followsUp.when, range: ranges.get(questionId) ?? nothing }]
        : [],
    );
    const isCounted = questionIds.includes(question.questionId);
    ranges.set(question.questionId, rangeWith(question, isCounted, followers));
  }
  const always = questions.filter(({ followsUp }) => followsUp === undefined);
  return added(always.map(({ questionId }) => ranges.get(questionId) ?? nothing));
};
