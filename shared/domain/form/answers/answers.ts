import * as z from 'zod';
import { keptContentId } from '../../content/content-id.ts';
import { textPart } from '../../plain-text.ts';
import type { Fault } from '../../problem.ts';
import { answerSayings } from '../../sayings/answer-sayings.ts';
import { type Said, told } from '../../sayings/said.ts';
import { answersSample } from '../form-samples.ts';
import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import { longestText, mostOptions, mostQuestions } from '../questions/question-limits.ts';
import { questionsAsked } from '../questions/questions-asked.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { answerFault } from './answer-fault.ts';

// As long as any question takes, and not trimmed: a draft is saved while it is written.
const text = textPart({ min: 0, max: longestText });

export const answer = z
  .union(
    [text, z.number(), z.boolean(), z.array(keptContentId).max(mostOptions)],
    told(answerSayings['answer-form']),
  )
  .meta({
    id: 'Answer',
    description:
      'By the question’s type: text (`short-text`, `long-text`), option id (`single-choice`), list of option ids (`multiple-choice`), number (`number`, `scale`), true or false (`yes-no`), YYYY-MM-DD (`date`), HH:MM (`time`)',
    examples: ['several-days', 7, true, ['time', 'worry'], '2026-11-23', '22:30'],
  });

export const answers = z.record(keptContentId, answer).meta({
  id: 'Answers',
  description: 'Answers by question id',
  maxProperties: mostQuestions,
  examples: [answersSample],
});
export type Answer = z.infer<typeof answer>;
export type Answers = z.infer<typeof answers>;

export const answerChanges = z.record(keptContentId, answer.nullable()).meta({
  id: 'AnswerChanges',
  description:
    'New answers by question id; null takes one away. Questions that are not named stay as they are',
  maxProperties: mostQuestions,
  examples: [{ ...answersSample }],
});
export type AnswerChanges = z.infer<typeof answerChanges>;

/** `draft` accepts what is unanswered or not whole; `submission` does not (CARE-7). */
export type AnswerStage = 'draft' | 'submission';

const isBlank = (given: unknown): boolean =>
  given === undefined ||
  (typeof given === 'string' && given.trim() === '') ||
  (Array.isArray(given) && given.length === 0);

/** What only a whole form can be missing: answers that are still to be given, and those nobody asks for. */
const submissionFault = (question: Question, given: unknown, isAsked: boolean): Said | undefined => {
  if (!isAsked) return isBlank(given) ? undefined : answerSayings['answer-not-asked'];
  if (question.type === 'information') return undefined;
  if (isBlank(given)) return question.required ? answerSayings['answer-missing'] : undefined;
  if (question.type !== 'multiple-choice' || !Array.isArray(given)) return undefined;
  const { atLeast = 0 } = question;
  return given.length < atLeast ? answerSayings['answer-too-few-options'](atLeast) : undefined;
};

/** All that is wrong with the answers to this form, at once; empty when they can be kept. Pointers start at `/body/changes`. */
export const answerFaults = (
  form: Form,
  given: Readonly<Record<string, unknown>>,
  stage: AnswerStage,
): Fault[] => {
  // `entries`, not `given[questionId]`: a question may be called `constructor`, which every object has.
  const answered = new Map(Object.entries(given));
  const questions = questionsOf(form);
  const byId = new Map(questions.map((question) => [question.questionId, question]));
  const wrong = [...answered].map(([questionId, value]) => {
    const question = byId.get(questionId);
    const said = question ? answerFault(question, value) : answerSayings['answer-to-no-question'];
    return { questionId, said };
  });
  const asked = questionsAsked(form, answered);
  const unfinished = questions.map((question) => ({
    questionId: question.questionId,
    said: submissionFault(question, answered.get(question.questionId), asked.has(question.questionId)),
  }));
  return [...wrong, ...(stage === 'submission' ? unfinished : [])].flatMap(({ questionId, said }) =>
    said ? [{ pointer: `/body/changes/${questionId}`, ...said }] : [],
  );
};
