import type { TestForm } from '../../../shared/domain/moment/test-run.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { viewTestAsStaff as contract } from './contracts.ts';
import { loadTested, testedView, testSubject } from './test-loading.ts';

const submissionsIn = (forms: readonly TestForm[]) =>
  forms.flatMap(({ formId, page, submitted }) => (submitted ? [{ formId, page, ...submitted }] : []));

const resultsIn = (forms: readonly TestForm[]) =>
  forms
    .flatMap(({ formId, page, results }) =>
      results.map(({ submittedAt, outcome }) => ({ formId, page, submittedAt, ...outcome })),
    )
    .toSorted((one, other) => other.submittedAt.localeCompare(one.submittedAt));

export const viewTestAsStaff = readUseCase(contract, {
  load: ({ moments }, { params }) => loadTested(moments, params),
  subject: ({ draft: { head }, run }) => testSubject({ head, run }),
  answer(tested) {
    const forms = tested.answered.map(({ value }) => value);
    return {
      body: { ...testedView(tested), submissions: submissionsIn(forms), results: resultsIn(forms) },
    };
  },
});

export const handler = httpHandler(viewTestAsStaff);
