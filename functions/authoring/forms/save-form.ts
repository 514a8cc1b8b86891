import { found } from '../../../shared/domain/found.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { keptForm } from '../content-changes.ts';
import { composeSave, formChange, touchedHead } from '../draft-part-changes.ts';
import { partSubject } from '../part-loading.ts';
import { saveForm as contract } from './contracts.ts';

export const saveForm = writeUseCase(contract, {
  async load({ moments }, { params: { momentId, formId } }) {
    const [head, form] = await Promise.all([moments.moment(momentId), moments.draftForm(momentId, formId)]);
    return { head: found(head), form };
  },
  subject: ({ head, form }, { params: { formId } }) => partSubject(head, form, { formId }),
  decide({ head, form: before }, request) {
    const { momentId, formId } = request.params;
    const { form } = request.body;
    if (form.formId !== formId)
      throw new Problem('validation-failed', [
        { pointer: '/body/form/formId', ...authoringSayings['form-id-differs'](formId) },
      ]);
    const { ref, content } = keptForm(momentId, form);
    const change = formChange(head.value, before, ref);
    const contents = before?.value.form.digest === ref.digest ? [] : [content];
    const { answer, changes } = composeSave(
      head,
      touchedHead(head),
      { act: 'form-saved', parts: [change], with: contents },
      request,
    );
    return { body: answer, version: change.version, changes };
  },
});

export const handler = httpHandler(saveForm);
