import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import type { Content } from '../../../shared/domain/moment/content.ts';

type Module = Content['modules'][number];
type Step = Module['sections'][number]['steps'][number];

export const aStep = (stepId: string, blocks: Step['blocks'] = []): Step => ({
  stepId,
  title: 'Steg',
  blocks,
});

/** A module with one section that has the steps given; ids derive from the module's. */
export const aModule = (moduleId: string, steps: Step[] = [aStep(`${moduleId}-step`)]): Module => ({
  moduleId,
  title: 'Modul',
  sections: [{ sectionId: `${moduleId}-section`, title: 'Avsnitt', steps }],
});

/** A module whose one step shows these forms. */
export const aModuleShowing = (moduleId: string, ...formIds: string[]): Module =>
  aModule(moduleId, [
    aStep(
      `${moduleId}-step`,
      formIds.map((formId) => ({ type: 'form', formId })),
    ),
  ]);

export const aContent = (rest: Partial<Content> = {}): Content => ({
  title: 'Ett moment',
  kind: 'treatment',
  welcome: 'Välkommen',
  functions: usualFunctions,
  open: false,
  openedByPractitioner: [],
  modules: [aModule('m1')],
  forms: [],
  ...rest,
});
