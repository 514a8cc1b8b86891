import * as z from 'zod';
import type { Answers } from './answers.ts';
import type { Form } from './form.ts';

/** What a submitted form came to. `score` is null where the form has no scoring or a scored question is unanswered. */
export const outcome = z
  .object({
    score: z.int().nullable(),
    band: z.string().nullable(),
    flags: z.array(z.object({ questionId: z.string(), label: z.string() })),
  })
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof outcome>;

const scoreOf = (form: Form, answers: Answers, questionId: string): number | undefined => {
  const question = form.questions.find((candidate) => candidate.questionId === questionId);
  if (question?.type !== 'single-choice') return undefined;
  return question.options.find(({ optionId }) => optionId === answers[questionId])?.score;
};

/** Sum, band and flags by the form's own rules (CARE-8, CARE-9). Expects answers that passed `answerFaults`. */
export const scoreForm = (form: Form, answers: Answers): Outcome => {
  if (!form.scoring) return { score: null, band: null, flags: [] };
  const { questionIds, bands, flags } = form.scoring;
  const scores = questionIds.map((id) => scoreOf(form, answers, id));
  const score = scores.reduce<number | null>(
    (sum, part) => (sum === null || part === undefined ? null : sum + part),
    0,
  );
  const band = score === null ? undefined : bands.find(({ from, to }) => from <= score && score <= to);
  const raised = flags.filter(
    ({ questionId, above }) => (scoreOf(form, answers, questionId) ?? above) > above,
  );
  return {
    score,
    band: band?.label ?? null,
    flags: raised.map(({ questionId, label }) => ({ questionId, label })),
  };
};
