import { type Fault, Problem } from '../problem.ts';
import { authoringSayings } from '../sayings/authoring-sayings.ts';
import { type ModuleOutline, type StepRef, stepsOf } from './module-outline.ts';

/** Where in a module a step goes: `at` counts from 0 within the section, without the step itself; the end where nothing is said. */
export interface StepPlace {
  readonly sectionId: string;
  readonly at?: number | undefined;
}

const refused = (fault: Fault): Problem => new Problem('validation-failed', [fault]);

const onSections = (
  module: ModuleOutline,
  change: (section: ModuleOutline['sections'][number]) => StepRef[],
): ModuleOutline => ({
  ...module,
  sections: module.sections.map((section) => ({ ...section, steps: change(section) })),
});

export const stepIn = (module: ModuleOutline, stepId: string): StepRef | undefined =>
  stepsOf(module).find((step) => step.stepId === stepId);

export const withoutStep = (module: ModuleOutline, stepId: string): ModuleOutline =>
  onSections(module, ({ steps }) => steps.filter((step) => step.stepId !== stepId));

/** Puts a step where it is told, once; `pointer` is where the place stood in the request, for the fault of a section not there. */
export const placeStep = (
  module: ModuleOutline,
  step: StepRef,
  { sectionId, at }: StepPlace,
  pointer: string,
): ModuleOutline => {
  if (!module.sections.some((section) => section.sectionId === sectionId))
    throw refused({ pointer, ...authoringSayings['section-missing'](sectionId, module.moduleId) });
  return onSections(withoutStep(module, step.stepId), (section) =>
    section.sectionId === sectionId
      ? section.steps.toSpliced(at ?? section.steps.length, 0, step)
      : section.steps,
  );
};

const sectionOf = (module: ModuleOutline, stepId: string): string | undefined =>
  module.sections.find(({ steps }) => steps.some((step) => step.stepId === stepId))?.sectionId;

/** What was said about a step that may be new or already there. */
export interface WantedPlace {
  readonly sectionId: string | undefined;
  readonly at: number | undefined;
}

/** A step with new content: where it stands already unless it is told to move; a new one must be told. */
export const putStep = (
  module: ModuleOutline,
  step: StepRef,
  { sectionId, at }: WantedPlace,
): ModuleOutline => {
  const now = sectionOf(module, step.stepId);
  const wanted = sectionId ?? now;
  if (wanted === undefined)
    throw refused({ pointer: '/body/sectionId', ...authoringSayings['step-without-section'] });
  if (wanted === now && at === undefined)
    return onSections(module, ({ steps }) => steps.map((one) => (one.stepId === step.stepId ? step : one)));
  return placeStep(module, step, { sectionId: wanted, at }, '/body/sectionId');
};
