import * as z from 'zod';
import type { Fault } from '../problem.ts';
import { contentId, type Form } from './form.ts';

/** Question id → option id (single choice) or text (long text). */
export const answers = z
  .record(contentId, z.string().max(4000))
  .meta({ id: 'Answers', example: { 'phq-1': 'several-days' } });
export type Answers = z.infer<typeof answers>;

/** `draft` accepts what is unanswered; `submission` does not (CARE-7). */
export type AnswerStage = 'draft' | 'submission';

const faultOf = (question: Form['questions'][number], answer: string): string | undefined => {
  if (question.type === 'long-text')
    return answer.length > question.maxLength ? `At most ${question.maxLength} characters` : undefined;
  return question.options.some(({ optionId }) => optionId === answer)
    ? undefined
    : `One of ${question.options.map(({ optionId }) => optionId).join(', ')}`;
};

/** All that is wrong with the answers to this form, at once; empty when they can be kept. Pointers start at `/body/answers`. */
export const answerFaults = (form: Form, given: Answers, stage: AnswerStage): Fault[] => {
  const questions = new Map(form.questions.map((question) => [question.questionId, question]));
  const wrong = Object.entries(given).flatMap(([questionId, answer]) => {
    const question = questions.get(questionId);
    const detail = question ? faultOf(question, answer) : 'The form has no such question';
    return detail ? [{ pointer: `/body/answers/${questionId}`, detail }] : [];
  });
  const answered = new Map(Object.entries(given));
  const missing = form.questions
    // `entries`, not `given[questionId]`: a question may be called `constructor`, which every object has.
    .filter(
      ({ questionId, required }) => stage === 'submission' && required && !answered.get(questionId)?.trim(),
    )
    .map(({ questionId }) => ({
      pointer: `/body/answers/${questionId}`,
      detail: 'Must be answered before the form is submitted',
    }));
  return [...wrong, ...missing];
};
