import type { StepRef } from '../../../shared/domain/content/module-outline.ts';
import { found } from '../../../shared/domain/found.ts';
import type { DraftForm, DraftModule } from '../../../shared/domain/moment/draft.ts';
import { etagOf } from '../../../shared/http/etag.ts';
import { httpHandler } from '../../../shared/http/http-handler.ts';
import { momentSubject } from '../../../shared/http/moment-subject.ts';
import { readUseCase } from '../../../shared/http/use-case.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';
import { draftWarnings } from '../shared-form-warnings.ts';
import { openDraft as contract } from './contracts.ts';

const stepIn = ({ stepId, title, formIds }: StepRef) => ({ stepId, title, formIds });

const moduleIn = ({ value: { module }, version }: Stored<DraftModule>) => ({
  moduleId: module.moduleId,
  title: module.title,
  etag: etagOf(version),
  sections: module.sections.map(({ sectionId, title, steps }) => ({
    sectionId,
    title,
    steps: steps.map(stepIn),
  })),
});

const formIn = ({ value: { form }, version }: Stored<DraftForm>) => ({
  formId: form.formId,
  title: form.title,
  kind: form.kind,
  formVersion: form.digest,
  etag: etagOf(version),
});

const inOrder = ({ outline, modules }: Draft): Stored<DraftModule>[] => {
  const { moduleIds } = outline.value.outline;
  const placeOf = ({ value }: Stored<DraftModule>) => moduleIds.indexOf(value.module.moduleId);
  return modules.toSorted((one, other) => placeOf(one) - placeOf(other));
};

export const openDraft = readUseCase(contract, {
  load: async ({ moments }, { params }) => found(await moments.moment(params.momentId)),
  subject: (head) => momentSubject(head),
  fetch: async ({ moments }, _, { params }) => found(await moments.draft(params.momentId)),
  answer(_, draft) {
    const { head, outline, forms } = draft;
    const { momentId, unit: unitId, state, verdicts, review, revision, latest } = head.value;
    return {
      version: head.version,
      body: {
        ...{ momentId, unitId, state, verdicts, review, revision, latest },
        basis: draft.basis?.value.published.momentVersion,
        outline: { ...outline.value.outline, etag: etagOf(outline.version) },
        modules: inOrder(draft).map(moduleIn),
        forms: forms.map(formIn),
        warnings: draftWarnings(draft),
      },
    };
  },
});

export const handler = httpHandler(openDraft);
