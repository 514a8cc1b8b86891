import { type KeptFinding, noted } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';
import { canFit } from './can-fit.ts';

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
