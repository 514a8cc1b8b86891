import { type KeptFinding, noted } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import type { Question } from '../questions/question.ts';

/** As it is read: case and spaces do not tell two answers apart. */
const asRead = (label: string): string => label.trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv');

const onQuestion = (question: Question, pointer: string): KeptFinding[] => {
  if (!('options' in question)) return [];
  const labels = question.options.map(({ label }) => asRead(label));
  const twice = labels.findIndex((label, at) => labels.indexOf(label) !== at);
  // One a question: findings are kept with the form, and whoever mends the first sees the others.
  return twice === -1
    ? []
    : [
        noted(
          { code: 'option-label-twice', level: 'advice', pointer: `${pointer}/options/${twice}` },
          question.questionId,
        ),
      ];
};

/** Options that whoever answers cannot tell apart (AUT-9). */
export const optionFindings = ({ pages }: Pick<Form, 'pages'>): KeptFinding[] =>
  pages.flatMap(({ questions }, page) =>
    questions.flatMap((question, at) => onQuestion(question, `/pages/${page}/questions/${at}`)),
  );
