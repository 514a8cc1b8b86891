import { isDeepStrictEqual } from 'node:util';
import type { ModuleOutline } from '../../shared/domain/content/module-outline.ts';
import type { DraftFormRef } from '../../shared/domain/moment/draft.ts';
import type { Draft } from '../../shared/persistence/moments/draft-repository.ts';
import { formChange, moduleChange, type PartChange } from './draft-part-changes.ts';

interface PartChanges {
  /** New and changed. */
  readonly written: PartChange[];
  readonly gone: PartChange[];
}

/** A draft's modules as they shall be, all of them. */
export const modulesTo = (draft: Draft, modules: readonly ModuleOutline[]): PartChanges => {
  const { value: moment } = draft.head;
  const before = new Map(draft.modules.map((one) => [one.value.module.moduleId, one]));
  const kept = new Set(modules.map(({ moduleId }) => moduleId));
  return {
    written: modules
      .filter((module) => !isDeepStrictEqual(before.get(module.moduleId)?.value.module, module))
      .map((module) => moduleChange(moment, before.get(module.moduleId), module)),
    gone: draft.modules
      .filter(({ value }) => !kept.has(value.module.moduleId))
      .map((one) => moduleChange(moment, one, undefined)),
  };
};

/** A draft's forms as they shall be, all of them. */
export const formsTo = (draft: Draft, forms: readonly DraftFormRef[]): PartChanges => {
  const { value: moment } = draft.head;
  const before = new Map(draft.forms.map((one) => [one.value.form.formId, one]));
  const kept = new Set(forms.map(({ formId }) => formId));
  return {
    written: forms
      .filter((form) => !isDeepStrictEqual(before.get(form.formId)?.value.form, form))
      .map((form) => formChange(moment, before.get(form.formId), form)),
    gone: draft.forms
      .filter(({ value }) => !kept.has(value.form.formId))
      .map((one) => formChange(moment, one, undefined)),
  };
};
