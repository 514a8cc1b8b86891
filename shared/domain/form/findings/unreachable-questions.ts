import { type KeptFinding, noted } from '../../content/finding.ts';
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
): [followed: string, 'asked' | 'never-asked'] | undefined => {
  const followed = earlier.find(({ questionId }) => questionId === followsUp?.questionId);
  if (!followsUp || !followed) return undefined;
  if (unreachable.has(followed.questionId)) return [followed.questionId, 'never-asked'];
  return canFit(followed, followsUp.when) ? undefined : [followed.questionId, 'asked'];
};

const onPage = ({ questions }: Form['pages'][number], pagePointer: string): KeptFinding[] => {
  const unreachable = new Set<string>();
  return questions.flatMap((question, at) => {
    const why = whyNever(question, questions.slice(0, at), unreachable);
    if (why === undefined) return [];
    unreachable.add(question.questionId);
    const pointer = `${pagePointer}/questions/${at}`;
    return [noted({ code: 'question-unreachable', level: 'error', pointer }, ...why)];
  });
};

/** Follow-ups that no answers lead to (AUT-9). */
export const unreachableQuestions = ({ pages }: Pick<Form, 'pages'>): KeptFinding[] =>
  pages.flatMap((page, at) => onPage(page, `/pages/${at}`));
