import type { ModuleOutline } from '../../domain/content/module-outline.ts';
import { found } from '../../domain/found.ts';
import type { Candidate } from '../../domain/moment/comparing/compare-versions.ts';
import { publishedFormRef } from '../../domain/moment/draft.ts';
import { moduleSummaryOf } from '../../domain/moment/module-summary.ts';
import type { Draft } from './draft-repository.ts';

/** In the order that residents meet them. */
export const modulesOf = ({ outline, modules }: Draft): ModuleOutline[] => {
  const byId = new Map(modules.map(({ value: { module } }) => [module.moduleId, module]));
  return outline.value.outline.moduleIds.map((moduleId) => found(byId.get(moduleId)));
};

/** What would be published of a draft. */
export const candidateOf = (draft: Draft): Candidate => ({
  outline: draft.outline.value.outline,
  modules: modulesOf(draft).map(moduleSummaryOf),
  forms: draft.forms.map(({ value }) => publishedFormRef(value.form)),
});
