import { assertPageFits } from '../care/page.ts';
import { type AnswerStage, type Answers, answerFaults } from '../form/answers/answers.ts';
import type { Form } from '../form/form-shape.ts';
import { found } from '../found.ts';
import { Problem } from '../problem.ts';
import type { FormRef } from './draft.ts';

/** Which form, as it was when it was shown. */
export interface Shown {
  readonly formId: string;
  /** The digest of the form. */
  readonly formVersion: string;
  /** Where it has a page an occasion. */
  readonly page?: string | undefined;
}

/**
 * Answers are given in a form that the moment shows, just as it shows it: `not-found`, `form-version-mismatch`; at a page where it has a
 * page an occasion (CARE-6): `page-unfit`.
 */
export const assertShown = (
  forms: readonly Pick<FormRef, 'formId' | 'kind' | 'digest'>[],
  { formId, formVersion, page }: Shown,
): void => {
  const { kind, digest } = found(forms.find((one) => one.formId === formId));
  if (digest !== formVersion) throw new Problem('form-version-mismatch');
  assertPageFits(kind, page);
};

/** Lists every answer that does not fit: `answers-invalid`. */
export const assertFit = (form: Form, answers: Answers, stage: AnswerStage): void => {
  const faults = answerFaults(form, answers, stage);
  if (faults.length > 0) throw new Problem('answers-invalid', faults);
};
