import type { Finding } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';

/** As it is read: case and spaces do not tell two answers apart. */
const asRead = (label: string): string => label.replace(/\s+/g, ' ').toLocaleLowerCase('sv');

const onQuestion = (question: Question, pointer: string): Finding[] => {
  if (!('options' in question)) return [];
  const labels = question.options.map(({ label }) => asRead(label));
  return question.options.flatMap(({ label }, at) =>
    labels.indexOf(asRead(label)) === at
      ? []
      : [
          {
            code: 'option-label-twice' as const,
            level: 'advice' as const,
            pointer: `${pointer}/options/${at}`,
            detail: `Another option of ${question.questionId} reads the same: give them labels that tell them apart`,
          },
        ],
  );
};

/** Options that whoever answers cannot tell apart (AUT-9). */
export const optionFindings = ({ pages }: Pick<Form, 'pages'>): Finding[] =>
  pages.flatMap(({ questions }, page) =>
    questions.flatMap((question, at) => onQuestion(question, `/pages/${page}/questions/${at}`)),
  );
