import * as z from 'zod';
import { contentId } from './content-id.ts';
import { keptFinding } from './finding.ts';
import { title } from './title.ts';

/** How many sections a module has at most. */
export const mostSections = 50;

/** How many steps a module has at most: all of them stand in one item, and are read at once. */
export const mostSteps = 60;

/**
 * A step in its place: where its content is found, by digest, and what is known of it without reading it. `findings` point into the
 * step.
 */
const stepRef = z.object({
  stepId: contentId,
  title,
  digest: z.string(),
  /** How much the content is as JSON. */
  bytes: z.int(),
  formIds: z.array(contentId),
  mediaIds: z.array(z.string()),
  /** What its blocks say, each by a fingerprint (block-fingerprint.ts). */
  blocks: z.string().optional(),
  findings: z.array(keptFinding),
});
export type StepRef = z.infer<typeof stepRef>;

export const moduleOutline = z.object({
  moduleId: contentId,
  title,
  sections: z.array(z.object({ sectionId: contentId, title, steps: z.array(stepRef) })),
});
export type ModuleOutline = z.infer<typeof moduleOutline>;

export const stepsOf = ({ sections }: Pick<ModuleOutline, 'sections'>): StepRef[] =>
  sections.flatMap(({ steps }) => steps);

export const mediaIdsOf = (module: Pick<ModuleOutline, 'sections'>): string[] =>
  stepsOf(module).flatMap(({ mediaIds }) => mediaIds);

/** What of a module is structure (AUT-8): its sections and steps, their order, and which forms stand where. */
export const moduleSkeleton = ({ sections }: Pick<ModuleOutline, 'sections'>) =>
  sections.map(({ sectionId, steps }) => ({
    sectionId,
    steps: steps.map(({ stepId, formIds }) => ({ stepId, formIds })),
  }));

/** Forms that stand in more than one module, and so share their answers: the designer is told (AUT-5). */
export const sharedForms = (modules: readonly ModuleOutline[]): { formId: string; modules: string[] }[] => {
  const placed = modules.flatMap((module) =>
    [...new Set(stepsOf(module).flatMap(({ formIds }) => formIds))].map((formId) => ({
      formId,
      moduleId: module.moduleId,
    })),
  );
  return [...Map.groupBy(placed, ({ formId }) => formId)]
    .map(([formId, places]) => ({ formId, modules: places.map(({ moduleId }) => moduleId) }))
    .filter((shared) => shared.modules.length > 1);
};
