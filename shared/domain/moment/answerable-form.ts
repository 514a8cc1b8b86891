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
}

/**
 * Answers are given in a form that the moment shows, just as it shows it: `not-found`, `form-version-mismatch`. Those with a page an
 * occasion (CARE-6) are answered in another way: `form-kind-unsupported`.
 */
export const assertShown = (
  forms: readonly Pick<FormRef, 'formId' | 'kind' | 'digest'>[],
  { formId, formVersion }: Shown,
): void => {
  const { kind, digest } = found(forms.find((one) => one.formId === formId));
  if (digest !== formVersion) throw new Problem('form-version-mismatch');
  if (kind !== 'ordinary') throw new Problem('form-kind-unsupported');
};

/** Lists every answer that does not fit: `answers-invalid`. */
export const assertFit = (form: Form, answers: Answers, stage: AnswerStage): void => {
  const faults = answerFaults(form, answers, stage);
  if (faults.length > 0) throw new Problem('answers-invalid', faults);
};
