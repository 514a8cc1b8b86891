import type { KeptFinding } from '../../content/finding.ts';
import type { Form } from '../form-shape.ts';
import { flagFindings } from './flag-findings.ts';
import { optionFindings } from './option-findings.ts';
import { scoringFindings } from './scoring-findings.ts';
import { sizeFindings } from './size-findings.ts';
import { unreachableQuestions } from './unreachable-questions.ts';

/** What in a form keeps its moment from being published, or could be better (AUT-9); pointers are within the form. */
export const formFindings = (form: Form): KeptFinding[] => [
  ...unreachableQuestions(form),
  ...scoringFindings(form),
  ...flagFindings(form),
  ...optionFindings(form),
  ...sizeFindings(form),
];
