import { formSayings } from '../../sayings/form-sayings.ts';
import { conditionFaults } from './condition-faults.ts';
import type { FormFault } from './fault.ts';
import type { Question } from './question.ts';

/** What is wrong with what a question follows up (AUT-3); `earlier` stands before it on its page. Paths are from `followsUp`. */
export const followUpFaults = ({ followsUp }: Question, earlier: readonly Question[]): FormFault[] => {
  if (followsUp === undefined) return [];
  const followed = earlier.find(({ questionId }) => questionId === followsUp.questionId);
  return followed
    ? conditionFaults(followed, followsUp.when, formSayings['followed-without-answer'](followed.questionId))
    : [
        {
          path: ['questionId'],
          ...formSayings['followed-missing'](followsUp.questionId),
        },
      ];
};
