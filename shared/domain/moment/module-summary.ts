import { digestOf } from '../content/content-digest.ts';
import { type ModuleOutline, moduleSkeleton } from '../content/module-outline.ts';
import type { ModuleSummary } from './published-version.ts';

/** What a module says; not what was found about it, which other rules may find tomorrow. */
const wordingOf = ({ title, sections }: ModuleOutline) => ({
  title,
  sections: sections.map(({ sectionId, title: name, steps }) => ({
    sectionId,
    title: name,
    steps: steps.map(({ stepId, digest }) => ({ stepId, digest })),
  })),
});

/** A module in a table of contents, with what tells it from another version of itself. */
export const moduleSummaryOf = (module: ModuleOutline): ModuleSummary => ({
  moduleId: module.moduleId,
  title: module.title,
  structure: digestOf(moduleSkeleton(module)),
  wording: digestOf(wordingOf(module)),
  places: module.sections.flatMap(({ sectionId, steps }) =>
    [...new Set(steps.flatMap(({ formIds }) => formIds))].map((formId) => ({ sectionId, formId })),
  ),
});
