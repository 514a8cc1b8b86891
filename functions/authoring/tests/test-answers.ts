import type { StaffPrincipal } from '../../../shared/auth/principal.ts';
import { screenOf } from '../../../shared/domain/care/form-answers.ts';
import { pagesLookedThrough } from '../../../shared/domain/care/occasion-before.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { found } from '../../../shared/domain/found.ts';
import { assertShown } from '../../../shared/domain/moment/answerable-form.ts';
import type { DraftForm } from '../../../shared/domain/moment/draft.ts';
import type { Moment } from '../../../shared/domain/moment/moment.ts';
import type { TestForm, TestRun } from '../../../shared/domain/moment/test-run.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Stores } from '../../../shared/persistence/stores.ts';
import { loadTest, testSubject } from './test-loading.ts';

interface Given {
  readonly params: { readonly momentId: string; readonly testId: string; readonly formId: string };
  readonly query: { readonly page?: string | undefined };
  readonly body: { readonly formVersion: string };
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
  { params: { momentId, testId, formId }, query: { page }, body }: Given,
): Promise<TestAnswerBasis> => {
  const [test, shown, before, kept] = await Promise.all([
    loadTest(moments, { momentId, testId }),
    moments.draftForm(momentId, formId),
    moments.testForm(momentId, testId, formId, page),
    moments.keptForm(momentId, body.formVersion),
  ]);
  return { ...test, shown: shown?.value, before, form: kept?.value.form };
};

/** As `loadForTestAnswer`, in the same round trip, with what the form’s flags compare it with: the pages before. */
export const loadForTestSubmission = async (stores: Stores, given: Given) => {
  const [basis, earlier] = await Promise.all([
    loadForTestAnswer(stores, given),
    stores.moments.testPagesBefore({ ...given.params, ...given.query }, pagesLookedThrough),
  ]);
  return { ...basis, earlier: earlier.map(({ value }) => value) };
};

export const testAnswerSubject = (basis: TestAnswerBasis, { params: { formId } }: Given) =>
  testSubject(basis, { formId }, basis.before?.version ?? 0);

/** The rule of care: the form as the draft has it now. */
export const assertTestAnswerable = (
  { shown, form }: TestAnswerBasis,
  { params: { formId }, query: { page }, body }: Given,
): Form => {
  assertShown(shown ? [shown.form] : [], { formId, formVersion: body.formVersion, page });
  return found(form);
};

/** When, where and by whom it is written: those who share a test sit at screens of their own. */
export const testWritingAt = (
  { before }: TestAnswerBasis,
  session: string,
  { caller: { hsaId }, now }: { readonly caller: StaffPrincipal; readonly now: string },
) => ({
  version: (before?.version ?? 0) + 1,
  screen: screenOf(session, { as: 'self', key: hsaId }),
  at: now,
  by: 'self' as const,
});
