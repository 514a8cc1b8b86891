import * as z from 'zod';
import { flagLevel } from '../flags/flag-rule.ts';
import { raisedFlags } from '../flags/raised-flags.ts';
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
    flags: z.array(z.object({ flagId: z.string(), level: flagLevel, label: z.string() })),
  })
  .meta({
    id: 'Outcome',
    description:
      '`score` is null where the form has no scoring or a question in the sum was asked and not answered; `band` also where the sum is outside all bands',
    examples: [
      { score: 11, band: 'Måttlig depression', flags: [] },
      {
        score: 9,
        band: 'Svåra besvär',
        flags: [{ flagId: 'severe-pain', level: 'notice', label: 'Svår smärta' }],
      },
      { score: null, band: null, flags: [] },
    ],
  });
export type Outcome = z.infer<typeof outcome>;

interface Scored {
  readonly score: number | null;
  readonly band: string | null;
}

const scored = (form: Form, asked: ReadonlyMap<string, unknown>): Scored => {
  if (!form.scoring) return { score: null, band: null };
  const { questionIds, bands } = form.scoring;
  const questions = new Map(questionsOf(form).map((question) => [question.questionId, question]));
  const score = questionIds
    .filter((questionId) => asked.has(questionId))
    .map((questionId) => {
      const question = questions.get(questionId);
      return question && scoreOf(question, asked.get(questionId));
    })
    .reduce<number | null>((sum, part) => (sum === null || part === undefined ? null : sum + part), 0);
  const band = score === null ? undefined : bands.find(({ from, to }) => from <= score && score <= to);
  return { score, band: band?.label ?? null };
};

/**
 * Sum, band and flags by the form's own rules (CARE-8, CARE-9). Expects answers that passed `answerFaults`; `before` is what the occasion
 * before scored; null where there was none, or it had no score.
 */
export const scoreForm = (form: Form, answers: Answers, before: number | null = null): Outcome => {
  const answered = new Map<string, unknown>(Object.entries(answers));
  const asked = new Map([...questionsAsked(form, answered)].map((id) => [id, answered.get(id)]));
  const { score, band } = scored(form, asked);
  const raised = raisedFlags(form.flags ?? [], { answers: asked, score, before });
  return { score, band, flags: raised.map(({ flagId, level, label }) => ({ flagId, level, label })) };
};
