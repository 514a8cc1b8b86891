import {
  type ContentPlan,
  closedForms,
  planModules,
  planSections,
} from '../../shared/domain/care/content-plan.ts';
import type { ModuleOutline } from '../../shared/domain/content/module-outline.ts';
import type { ShownModule } from '../../shared/domain/content/shown-module.ts';
import type { Activation } from '../../shared/domain/moment/activation.ts';
import type { PublishedModule } from '../../shared/domain/moment/published-version.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { swedishDate } from '../../shared/domain/swedish-date.ts';

type Plan = Pick<ContentPlan, 'modules'> | undefined;

/** A moment’s table of contents as its resident meets it now (CARE-3, CARE-4): nothing that is hidden, and of what is to come its day. */
export const contentsForResident = (activation: Activation, plan: Plan, now: string) => {
  const today = swedishDate(now);
  const planned = planModules(activation, plan, today);
  const closed = closedForms(planned, plan, today);
  return {
    ...activation,
    closed,
    modules: planned
      .filter(({ standing }) => standing !== 'hidden')
      .map(({ moduleId, title, standing, from }) => ({
        ...{ moduleId, title },
        opensOn: standing === 'dated' ? from : undefined,
      })),
    forms: activation.forms.filter(({ formId }) => !closed.has(formId)),
  };
};

/** To the resident a module that is not open is not there: `not-found`. */
export const assertModuleOpen = (
  { module, openedByPractitioner }: PublishedModule,
  plan: Plan,
  now: string,
): void => {
  const waiting = openedByPractitioner ? [module.moduleId] : [];
  const contents = { modules: [module], openedByPractitioner: waiting };
  if (planModules(contents, plan, swedishDate(now))[0]?.standing !== 'open') throw new Problem('not-found');
};

/** Nor is a form that stands only in what is not open; one that stands nowhere is: `not-found`. */
export const assertFormOpen = (
  contents: Pick<Activation, 'modules' | 'openedByPractitioner'>,
  plan: Plan,
  formId: string,
  now: string,
): void => {
  const today = swedishDate(now);
  const closed = closedForms(planModules(contents, plan, today), plan, today);
  if (closed.has(formId)) throw new Problem('not-found');
};

/** An open module with the steps of its open sections alone. */
export const moduleForResident = (module: ModuleOutline, plan: Plan, now: string): ModuleOutline => ({
  ...module,
  sections: planSections(module.moduleId, module.sections, plan, swedishDate(now)).map(
    ({ sectionId, title, steps, standing }) => ({
      ...{ sectionId, title },
      steps: standing === 'open' ? steps : [],
    }),
  ),
});

/** Says of the sections whose day is to come when that is. */
export const withDays = (shown: ShownModule, plan: Plan, now: string): ShownModule => ({
  ...shown,
  sections: planSections(shown.moduleId, shown.sections, plan, swedishDate(now)).map(
    ({ standing, from, ...section }) => (standing === 'dated' ? { ...section, opensOn: from } : section),
  ),
});
