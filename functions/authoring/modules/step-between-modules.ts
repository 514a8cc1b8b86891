import type { StepRef } from '../../../shared/domain/content/module-outline.ts';
import { type StepPlace, stepIn } from '../../../shared/domain/content/place-step.ts';
import { found } from '../../../shared/domain/found.ts';
import type { DraftModule } from '../../../shared/domain/moment/draft.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { authoringSayings } from '../../../shared/domain/sayings/authoring-sayings.ts';
import type { Stored } from '../../../shared/persistence/engine/entity.ts';
import type { Draft } from '../../../shared/persistence/moments/draft-repository.ts';

interface Asked {
  readonly from: string;
  readonly stepId: string;
  readonly to: StepPlace & { readonly moduleId: string };
}

/** A step that goes from one module to another, or leaves a copy there. */
export interface StepBetweenModules {
  readonly draft: Draft;
  readonly source: Stored<DraftModule>;
  readonly target: Stored<DraftModule>;
}

const named = ({ modules }: Draft, moduleId: string): Stored<DraftModule> | undefined =>
  modules.find(({ value }) => value.module.moduleId === moduleId);

export const stepBetweenModules = (draft: Draft | undefined, { from, to }: Asked): StepBetweenModules => {
  const there = found(draft);
  return { draft: there, source: found(named(there, from)), target: found(named(there, to.moduleId)) };
};

export const stepOf = ({ source }: StepBetweenModules, stepId: string): StepRef => {
  const step = stepIn(source.value.module, stepId);
  if (step) return step;
  throw new Problem('validation-failed', [
    { pointer: '/body/stepId', ...authoringSayings['step-missing'](stepId, source.value.module.moduleId) },
  ]);
};

/** No other step of the moment may have the id: progress is counted by it. */
export const assertNewStepId = ({ modules }: Draft, stepId: string, pointer: string): void => {
  if (modules.some(({ value }) => stepIn(value.module, stepId)))
    throw new Problem('already-exists', [{ pointer, ...authoringSayings['step-id-taken'] }]);
};
