import { found } from '../../../shared/domain/found.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import { keptForm } from '../content-changes.ts';
import { composeSave, formChange, touchedHead } from '../draft-part-changes.ts';
import { copyForm as contract } from './contracts.ts';

export const copyForm = writeUseCase(contract, {
  async load({ moments }, { params: { momentId }, body: { formId, formVersion, newFormId } }) {
    const [head, source, kept, taken] = await Promise.all([
      moments.moment(momentId),
      moments.draftForm(momentId, formId),
      moments.keptForm(momentId, formVersion),
      moments.draftForm(momentId, newFormId),
    ]);
    return { head: found(head), source: found(source), kept, taken };
  },
  subject: ({ head }, { body: { newFormId: formId } }) => momentSubject(head, { formId }),
  decide({ head, source, kept, taken }, request) {
    const { formVersion, newFormId, title } = request.body;
    if (taken)
      throw new Problem('already-exists', [
        { pointer: '/body/newFormId', ...authoringSayings['form-id-taken'] },
      ]);
    if (source.value.form.digest !== formVersion || !kept) throw new Problem('form-version-mismatch');
    const { form } = kept.value;
    const copy = { ...form, formId: newFormId, title: title ?? form.title };
    const { ref, content } = keptForm(head.value.momentId, copy);
    const change = formChange(head.value, undefined, ref);
    const { answer, changes } = composeSave(
      head,
      touchedHead(head),
      { act: 'form-copied', parts: [change], with: [content] },
      request,
    );
    return { body: answer, version: change.version, changes };
  },
});

export const handler = httpHandler(copyForm);
