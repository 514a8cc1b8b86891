import { found } from '../../../shared/domain/found.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import { partSubject } from '../part-loading.ts';
import { openFormDraft as contract } from './contracts.ts';

export const openFormDraft = readUseCase(contract, {
  async load({ moments }, { params: { momentId, formId } }) {
    const [head, form] = await Promise.all([moments.moment(momentId), moments.draftForm(momentId, formId)]);
    return { head: found(head), form: found(form) };
  },
  subject: ({ head, form }, { params: { formId } }) => partSubject(head, form, { formId }),
  fetch: ({ moments }, { form: { value } }) => moments.keptForm(value.momentId, value.form.digest),
  answer: ({ form: { value, version } }, kept) => ({
    version,
    body: { form: found(kept).value.form, formVersion: value.form.digest },
  }),
});

export const handler = httpHandler(openFormDraft);
