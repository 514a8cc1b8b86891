import { type KeptFinding, noted } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';
import { sumRange } from './sum-range.ts';

const bandFindings = (form: Form, scoring: ScoringRules): KeptFinding[] => {
  const { low, high } = sumRange(form, scoring);
  const from = Math.min(...scoring.bands.map((band) => band.from));
  const to = Math.max(...scoring.bands.map((band) => band.to));
  if (from <= low && high <= to) return [];
  const what = { code: 'bands-incomplete', level: 'advice', pointer: '/scoring/bands' } as const;
  return [noted(what, low, high, from, to)];
};

const aboutCounted = (
  counted: readonly string[],
  questions: readonly Question[],
  code: 'scored-question-optional' | 'scored-question-not-always-asked',
): KeptFinding[] => {
  const ids = new Set(questions.map(({ questionId }) => questionId));
  return counted.flatMap((questionId, at) =>
    ids.has(questionId)
      ? [noted({ code, level: 'advice', pointer: `/scoring/questionIds/${at}` }, questionId)]
      : [],
  );
};

const optionalFindings = (form: Form, { questionIds }: ScoringRules): KeptFinding[] => {
  const optional = questionsOf(form).filter((question) => 'required' in question && !question.required);
  return aboutCounted(questionIds, optional, 'scored-question-optional');
};

const followUpFindings = (form: Form, { questionIds }: ScoringRules): KeptFinding[] => {
  const followUps = questionsOf(form).filter(({ followsUp }) => followsUp !== undefined);
  return aboutCounted(questionIds, followUps, 'scored-question-not-always-asked');
};

/** What in a form’s scoring will not do what it seems to (AUT-9, CARE-8). */
export const scoringFindings = (form: Form): KeptFinding[] =>
  form.scoring
    ? [
        ...bandFindings(form, form.scoring),
        ...optionalFindings(form, form.scoring),
        ...followUpFindings(form, form.scoring),
      ]
    : [];
