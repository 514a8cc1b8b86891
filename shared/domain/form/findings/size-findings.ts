import { type KeptFinding, noted } from '../../content/finding.ts';
import { largestItemBytes } from '../../stored-size.ts';
import { largestAnswersBytes } from '../answers/largest-answers.ts';
import type { Form } from '../form-shape.ts';

/** Bytes of what stands beside the answers in their item: ids, instants, who wrote. */
const beside = 2000;

/** A form whose answers are one item when they are kept, and might be more than one can be (AUT-9). */
export const sizeFindings = (form: Pick<Form, 'pages'>): KeptFinding[] => {
  const bytes = largestAnswersBytes(form) + beside;
  if (bytes <= largestItemBytes) return [];
  return [
    noted(
      { code: 'answers-too-large', level: 'error', pointer: '/pages' },
      Math.ceil(bytes / 1000),
      largestItemBytes / 1000,
    ),
  ];
};
