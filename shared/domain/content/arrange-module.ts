import { type Fault, Problem } from '../problem.ts';
import { authoringSayings } from '../sayings/authoring-sayings.ts';
import { assertRemovalsSaid, type Parts } from './left-out.ts';
import { type ModuleOutline, type StepRef, stepsOf } from './module-outline.ts';

/** A module's sections and the order of its steps, as a designer wants them, and those that are deleted (AUT-7). */
export interface Arrangement {
  readonly title: string;
  readonly sections: readonly {
    readonly sectionId: string;
    readonly title: string;
    readonly stepIds: readonly string[];
  }[];
  readonly removed?: Pick<Parts, 'sectionIds' | 'stepIds'> | undefined;
}

const faultsIn = (
  moduleId: string,
  { sections }: Arrangement,
  known: ReadonlyMap<string, StepRef>,
): Fault[] => {
  const sectionIds = sections.map(({ sectionId }) => sectionId);
  const before = new Set<string>();
  const stepFault = (stepId: string, pointer: string): Fault[] => {
    if (!known.has(stepId)) return [{ pointer, ...authoringSayings['step-missing'](stepId, moduleId) }];
    if (before.has(stepId)) return [{ pointer, ...authoringSayings['step-twice'](stepId) }];
    before.add(stepId);
    return [];
  };
  return sections.flatMap(({ sectionId, stepIds }, at) => [
    ...(sectionIds.indexOf(sectionId) === at
      ? []
      : [{ pointer: `/body/sections/${at}/sectionId`, ...authoringSayings['section-twice'](sectionId) }]),
    ...stepIds.flatMap((stepId, place) => stepFault(stepId, `/body/sections/${at}/stepIds/${place}`)),
  ]);
};

/** Throws `validation-failed` with every step that is unknown or stands twice, every section that does, and what is left out unsaid. */
export const arrangeModule = (module: ModuleOutline, wanted: Arrangement): ModuleOutline => {
  const known = new Map(stepsOf(module).map((step) => [step.stepId, step]));
  const faults = faultsIn(module.moduleId, wanted, known);
  if (faults.length > 0) throw new Problem('validation-failed', faults);
  assertRemovalsSaid(
    { sectionIds: module.sections.map(({ sectionId }) => sectionId), stepIds: [...known.keys()] },
    {
      sectionIds: wanted.sections.map(({ sectionId }) => sectionId),
      stepIds: wanted.sections.flatMap(({ stepIds }) => stepIds),
    },
    wanted.removed,
  );
  return {
    moduleId: module.moduleId,
    title: wanted.title,
    sections: wanted.sections.map(({ sectionId, title, stepIds }) => ({
      sectionId,
      title,
      steps: stepIds.flatMap((stepId) => known.get(stepId) ?? []),
    })),
  };
};
