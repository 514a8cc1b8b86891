import type { Finding } from '../../content/finding.ts';
import { largestItemBytes } from '../../stored-size.ts';
import { largestAnswersBytes } from '../answers/largest-answers.ts';
import type { Form } from '../form-shape.ts';

/** Bytes of what stands beside the answers in their item: ids, instants, who wrote. */
const beside = 2000;

/** A form whose answers are one item when they are kept, and might be more than one can be (AUT-9). */
export const sizeFindings = (form: Pick<Form, 'pages'>): Finding[] => {
  const bytes = largestAnswersBytes(form) + beside;
  if (bytes <= largestItemBytes) return [];
  return [
    {
      code: 'answers-too-large',
      level: 'error',
      pointer: '/pages',
      detail: `Answers may come to ${Math.ceil(bytes / 1000)} kB, and at most ${largestItemBytes / 1000} kB can be kept: lower maxLength of its texts, or divide the form`,
    },
  ];
};
