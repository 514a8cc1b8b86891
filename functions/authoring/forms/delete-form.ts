import { stepsOf } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import { type Fault, Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { writeUseCase } from '../../../shared/http/use-case.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { composeSave, formChange, touchedHead } from '../draft-part-changes.ts';
import { partSubject } from '../part-loading.ts';
import { deleteForm as contract } from './contracts.ts';

const placesOf = ({ modules }: Draft, formId: string): Fault[] =>
  modules.flatMap(({ value: { module } }) =>
    stepsOf(module)
      .filter(({ formIds }) => formIds.includes(formId))
      .map(({ stepId, title }) => ({
        pointer: `/modules/${module.moduleId}/steps/${stepId}`,
        ...authoringSayings['form-shown'](title, module.title),
      })),
  );

export const deleteForm = writeUseCase(contract, {
  async load({ moments }, { params: { momentId, formId } }) {
    const draft = found(await moments.draft(momentId));
    return { draft, form: found(draft.forms.find(({ value }) => value.form.formId === formId)) };
  },
  subject: ({ draft, form }, { params: { formId } }) => partSubject(draft.head, form, { formId }),
  decide({ draft, form }, request) {
    const placed = placesOf(draft, request.params.formId);
    if (placed.length > 0) throw new Problem('form-placed', placed);
    const { head } = draft;
    const parts = [formChange(head.value, form, undefined)];
    const { answer, changes } = composeSave(head, touchedHead(head), { act: 'form-deleted', parts }, request);
    return { body: answer, changes };
  },
});

export const handler = httpHandler(deleteForm);
