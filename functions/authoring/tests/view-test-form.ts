import { openConflicts } from '../../../shared/domain/care/draft-merging.ts';
import { found } from '../../../shared/domain/found.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { viewTestForm as contract } from './contracts.ts';
import { loadTest, testSubject } from './test-loading.ts';

export const viewTestForm = readUseCase(contract, {
  async load({ moments }, { params: { momentId, testId, formId }, query: { page } }) {
    const [test, shown, given] = await Promise.all([
      loadTest(moments, { momentId, testId }),
      moments.draftForm(momentId, formId),
      moments.testForm(momentId, testId, formId, page),
    ]);
    return { ...test, digest: found(shown).value.form.digest, given };
  },
  subject: (test, { params: { formId } }) => testSubject(test, { formId }),
  fetch: ({ moments }, { head, digest }) => moments.keptForm(head.value.momentId, digest),
  answer({ digest, given }, kept) {
    const version = given?.version ?? 0;
    return {
      body: {
        ...given?.value,
        conflicts: given?.value.draft ? openConflicts(given.value.draft) : [],
        form: found(kept).value.form,
        formVersion: digest,
        etag: etagOf(version),
      },
      version,
    };
  },
});

export const handler = httpHandler(viewTestForm);
