import type { AnswerStage, Answers } from '../../../shared/domain/form/answers/answers.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { found } from '../../../shared/domain/found.ts';
import { assertFit, assertShown } from '../../../shared/domain/moment/answerable-form.ts';
import type { DraftForm } from '../../../shared/domain/moment/draft.ts';
import type { Moment } from '../../../shared/domain/moment/moment.ts';
import type { TestForm, TestRun } from '../../../shared/domain/moment/test-run.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { loadTest, testSubject } from './test-loading.ts';

interface Given {
  readonly params: { readonly momentId: string; readonly testId: string; readonly formId: string };
  readonly body: { readonly formVersion: string; readonly answers: Answers };
}

interface TestAnswerBasis {
  readonly head: Stored<Moment>;
  readonly run: TestRun;
  readonly shown: DraftForm | undefined;
  readonly before: Stored<TestForm> | undefined;
  readonly form: Form | undefined;
}

/** All that the test resident’s answers rest on, in one round trip; as in care the body names the form. */
export const loadForTestAnswer = async (
  { moments }: Stores,
  { params: { momentId, testId, formId }, body }: Given,
): Promise<TestAnswerBasis> => {
  const [test, shown, before, kept] = await Promise.all([
    loadTest(moments, { momentId, testId }),
    moments.draftForm(momentId, formId),
    moments.testForm(momentId, testId, formId),
    moments.keptForm(momentId, body.formVersion),
  ]);
  return { ...test, shown: shown?.value, before, form: kept?.value.form };
};

export const testAnswerSubject = (basis: TestAnswerBasis, { params: { formId } }: Given) =>
  testSubject(basis, { formId }, basis.before?.version ?? 0);

/** The rules of care: the form as the draft has it now, and answers that fit it. */
export const assertTestAnswerable = (
  { shown, form }: TestAnswerBasis,
  { params: { formId }, body }: Given,
  stage: AnswerStage,
): Form => {
  assertShown(shown ? [shown.form] : [], { formId, formVersion: body.formVersion });
  const answered = found(form);
  assertFit(answered, body.answers, stage);
  return answered;
};
