import * as z from 'zod';
import type { Form } from '../form-shape.ts';
import { questionsAsked } from '../questions/questions-asked.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { scoreOf } from '../scoring/score-of.ts';
import type { Answers } from './answers.ts';

/** What a submitted form came to. `score` is null where the form has no scoring or a scored question that is asked is unanswered. */
export const outcome = z
  .object({
    score: z.int().nullable(),
    band: z.string().nullable(),
    flags: z.array(z.object({ questionId: z.string(), label: z.string() })),
  })
  .meta({
    id: 'Outcome',
    description:
      '`score` is null where the form has no scoring or a question in the sum was asked and not answered; `band` also where the sum is outside all bands',
    examples: [
      { score: 11, band: 'Måttlig depression', flags: [] },
      { score: 9, band: 'Svåra besvär', flags: [{ questionId: 'pain-now', label: 'Svår smärta' }] },
      { score: null, band: null, flags: [] },
    ],
  });
export type Outcome = z.infer<typeof outcome>;

/** Sum, band and flags by the form's own rules (CARE-8, CARE-9). Expects answers that passed `answerFaults`. */
export const scoreForm = (form: Form, answers: Answers): Outcome => {
  if (!form.scoring) return { score: null, band: null, flags: [] };
  const { questionIds, bands, flags } = form.scoring;
  const answered = new Map(Object.entries(answers));
  const asked = questionsAsked(form, answered);
  const scores = new Map(
    questionsOf(form)
      .filter(({ questionId }) => asked.has(questionId))
      .map((question) => [question.questionId, scoreOf(question, answered.get(question.questionId))]),
  );
  const score = questionIds
    .filter((questionId) => asked.has(questionId))
    .map((questionId) => scores.get(questionId))
    .reduce<number | null>((sum, part) => (sum === null || part === undefined ? null : sum + part), 0);
  const band = score === null ? undefined : bands.find(({ from, to }) => from <= score && score <= to);
  const raised = flags.filter(({ questionId, above }) => (scores.get(questionId) ?? above) > above);
  return {
    score,
    band: band?.label ?? null,
    flags: raised.map(({ questionId, label }) => ({ questionId, label })),
  };
};
