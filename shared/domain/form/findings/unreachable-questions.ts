import type { Finding } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import { type Condition, fits, rangeIn } from '../questions/follow-up.ts';
import type { Question } from '../questions/question.ts';
import { answersToTry } from './answers-to-try.ts';

/** A form that can be kept asks for options that exist; only numbers can lie outside what is answered. */
const canFit = (followed: Question, when: Condition): boolean =>
  rangeIn(when) === undefined || answersToTry(followed, [when]).some((answer) => fits(when, answer));

const whyNever = (
  { followsUp }: Question,
  earlier: readonly Question[],
  unreachable: ReadonlySet<string>,
): string | undefined => {
  const followed = earlier.find(({ questionId }) => questionId === followsUp?.questionId);
  if (!followsUp || !followed) return undefined;
  if (unreachable.has(followed.questionId))
    return `It follows up ${followed.questionId}, which is never asked: mend that first`;
  return canFit(followed, followsUp.when)
    ? undefined
    : `No answer to ${followed.questionId} leads to it: change from and to, or what ${followed.questionId} takes`;
};

const onPage = ({ questions }: Form['pages'][number], pagePointer: string): Finding[] => {
  const unreachable = new Set<string>();
  return questions.flatMap((question, at) => {
    const detail = whyNever(question, questions.slice(0, at), unreachable);
    if (detail === undefined) return [];
    unreachable.add(question.questionId);
    const pointer = `${pagePointer}/questions/${at}`;
    return [{ code: 'question-unreachable' as const, level: 'error' as const, pointer, detail }];
  });
};

/** Follow-ups that no answers lead to (AUT-9). */
export const unreachableQuestions = ({ pages }: Pick<Form, 'pages'>): Finding[] =>
  pages.flatMap((page, at) => onPage(page, `/pages/${at}`));
