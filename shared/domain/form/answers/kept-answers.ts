import { asLine } from '../../plain-text.ts';
import type { Form } from '../form-shape.ts';
import { questionsOf } from '../questions/questions-of.ts';
import type { Answers } from './answers.ts';

/** Answers as they are kept: what was pasted in lines where the question asks for one is one line. */
export const keptAnswers = (form: Pick<Form, 'pages'>, answers: Answers): Answers => {
  const lines = new Set(
    questionsOf(form).flatMap(({ type, questionId }) => (type === 'short-text' ? [questionId] : [])),
  );
  return Object.fromEntries(
    Object.entries(answers).map(([questionId, answer]) => [
      questionId,
      lines.has(questionId) && typeof answer === 'string' ? asLine(answer) : answer,
    ]),
  );
};
