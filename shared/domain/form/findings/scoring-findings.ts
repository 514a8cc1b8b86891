import type { Finding } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import { questionsOf } from '../questions/questions-of.ts';
import type { ScoringRules } from '../scoring/scoring-rules.ts';
import { scoreRange, sumRange } from './sum-range.ts';

const bandFindings = (form: Form, scoring: ScoringRules): Finding[] => {
  const { low, high } = sumRange(form, scoring);
  const from = Math.min(...scoring.bands.map((band) => band.from));
  const to = Math.max(...scoring.bands.map((band) => band.to));
  if (from <= low && high <= to) return [];
  const detail = `The sum can be from ${low} to ${high}, the bands reach from ${from} to ${to}: let them reach over all of it`;
  return [{ code: 'bands-incomplete', level: 'advice', pointer: '/scoring/bands', detail }];
};

const flagFindings = (form: Form, { flags }: ScoringRules): Finding[] => {
  const most = new Map(questionsOf(form).map((question) => [question.questionId, scoreRange(question).high]));
  return flags.flatMap(({ questionId, above }, at) => {
    const high = most.get(questionId) ?? above;
    if (high > above) return [];
    const detail = `${questionId} scores at most ${high}, and so never above ${above}: lower above, or take the flag away`;
    return [
      {
        code: 'flag-never-raised' as const,
        level: 'error' as const,
        pointer: `/scoring/flags/${at}`,
        detail,
      },
    ];
  });
};

const aboutCounted = (
  counted: readonly string[],
  questions: readonly Question[],
  advice: (questionId: string) => Pick<Finding, 'code' | 'detail'>,
): Finding[] => {
  const ids = new Set(questions.map(({ questionId }) => questionId));
  return counted.flatMap((questionId, at) =>
    ids.has(questionId)
      ? [{ ...advice(questionId), level: 'advice' as const, pointer: `/scoring/questionIds/${at}` }]
      : [],
  );
};

const optionalFindings = (form: Form, { questionIds }: ScoringRules): Finding[] => {
  const optional = questionsOf(form).filter((question) => 'required' in question && !question.required);
  return aboutCounted(questionIds, optional, (questionId) => ({
    code: 'scored-question-optional',
    detail: `Who leaves ${questionId} out gets no score: make it required, or take it out of the sum`,
  }));
};

const followUpFindings = (form: Form, { questionIds }: ScoringRules): Finding[] => {
  const followUps = questionsOf(form).filter(({ followsUp }) => followsUp !== undefined);
  return aboutCounted(questionIds, followUps, (questionId) => ({
    code: 'scored-question-not-always-asked',
    detail: `${questionId} counts nothing when it is not asked: see that the bands are right then too, or take it out of the sum`,
  }));
};

/** What in a form’s scoring will not do what it seems to (AUT-9, CARE-8, CARE-9). */
export const scoringFindings = (form: Form): Finding[] =>
  form.scoring
    ? [
        ...bandFindings(form, form.scoring),
        ...flagFindings(form, form.scoring),
        ...optionalFindings(form, form.scoring),
        ...followUpFindings(form, form.scoring),
      ]
    : [];
