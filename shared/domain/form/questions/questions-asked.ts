import { fits } from './follow-up.ts';
import { type Paged, questionsOf } from './questions-of.ts';

/** Ids of the questions that are asked with these answers: a follow-up only where what it follows is asked and answered so (AUT-3). */
export const questionsAsked = (form: Paged, answers: ReadonlyMap<string, unknown>): ReadonlySet<string> => {
  const asked = new Set<string>();
  for (const { questionId, followsUp } of questionsOf(form)) {
    const isAsked =
      followsUp === undefined ||
      (asked.has(followsUp.questionId) && fits(followsUp.when, answers.get(followsUp.questionId)));
    if (isAsked) asked.add(questionId);
  }
  return asked;
};
