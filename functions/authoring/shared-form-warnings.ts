import { type ModuleOutline, sharedForms } from '../../shared/domain/content/module-outline.ts';
import type { Draft } from '../../shared/persistence/moments/draft-repository.ts';

/** Ordinary forms that stand in several modules; the other kinds keep every occasion's answers apart (AUT-5, CARE-6). */
export const formWarnings = (
  modules: readonly ModuleOutline[],
  forms: readonly { readonly formId: string; readonly kind: string }[],
) => {
  const ordinary = new Set(forms.filter(({ kind }) => kind === 'ordinary').map(({ formId }) => formId));
  return sharedForms(modules)
    .filter(({ formId }) => ordinary.has(formId))
    .map((shared) => ({ code: 'form-shared' as const, ...shared }));
};

/** The draft's modules in the outline's order, some of them as they are about to become. */
export const modulesWith = ({ modules, outline }: Draft, ...changed: ModuleOutline[]): ModuleOutline[] => {
  const byId = new Map(
    [...modules.map(({ value }) => value.module), ...changed].map((module) => [module.moduleId, module]),
  );
  const ids = new Set([...outline.value.outline.moduleIds, ...byId.keys()]);
  return [...ids].flatMap((moduleId) => byId.get(moduleId) ?? []);
};

export const draftWarnings = (draft: Draft, ...changed: ModuleOutline[]) =>
  formWarnings(
    modulesWith(draft, ...changed),
    draft.forms.map(({ value }) => value.form),
  );
