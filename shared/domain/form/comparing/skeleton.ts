import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { isWording } from '../questions/wording.ts';
import { canonicalFlags, canonicalForm, canonicalScoring } from './canonical-form.ts';

const withoutWording = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutWording);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, part]) => !isWording(name) && part !== undefined)
      .map(([name, part]) => [name, withoutWording(part)]),
  );
};

/** All of a form but its wording: two versions with the same skeleton take the same answers and score them alike (AUT-8). */
export const formSkeleton = (form: Form): unknown => withoutWording(canonicalForm(form));

const pointsOf = (question: Question): unknown => {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
      return Object.fromEntries(question.options.map(({ optionId, score }) => [optionId, score]));
    case 'yes-no':
      return question.scores;
    default:
      return 'as answered';
  }
};

/**
 * How the form scores and flags, undefined where it does neither: another one is changed scoring, which the publish check tells (AUT-9).
 */
export const scoringSkeleton = (form: Form): unknown => {
  const { scoring, flags = [] } = form;
  if (!scoring && flags.length === 0) return undefined;
  const counted = new Set(scoring?.questionIds);
  const points = questionsOf(form)
    .filter(({ questionId }) => counted.has(questionId))
    .map((question) => [question.questionId, { type: question.type, points: pointsOf(question) }]);
  return withoutWording({
    rules: scoring && canonicalScoring(scoring),
    flags: canonicalFlags(flags),
    points: Object.fromEntries(points),
  });
};
