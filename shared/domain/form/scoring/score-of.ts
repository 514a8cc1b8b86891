import type { Question } from '../questions/question.ts';

/** What an answer counts; undefined where it is missing or counts nothing. Expects an answer that passed `answerFault`. */
export const scoreOf = (question: Question, answer: unknown): number | undefined => {
  switch (question.type) {
    case 'single-choice':
      return question.options.find(({ optionId }) => optionId === answer)?.score;
    case 'multiple-choice': {
      const chosen: unknown[] = Array.isArray(answer) ? answer : [];
      if (chosen.length === 0) return undefined;
      return question.options
        .filter(({ optionId }) => chosen.includes(optionId))
        .reduce((sum, { score = 0 }) => sum + score, 0);
    }
    case 'yes-no':
      return typeof answer === 'boolean' ? question.scores?.[answer ? 'yes' : 'no'] : undefined;
    case 'number':
    case 'scale':
      return typeof answer === 'number' ? answer : undefined;
    default:
      return undefined;
  }
};
