import * as z from 'zod';
import { contentId } from '../content/content-id.ts';
import { mostSections, mostSteps } from '../content/module-outline.ts';
import { momentFunctions, usualFunctions } from '../content/moment-functions.ts';
import { mostForms, mostModules, outline } from '../content/outline.ts';
import { formIdsIn, step } from '../content/step.ts';
import { title } from '../content/title.ts';
import { form } from '../form/form.ts';
import { formSayings } from '../sayings/form-sayings.ts';
import { issueOf, type Said } from '../sayings/said.ts';

const section = z.strictObject({ sectionId: contentId, title, steps: z.array(step).max(mostSteps) });

/** A chapter of the moment (modul) with all that is in it, as residents read it. */
const contentModule = z
  .strictObject({ moduleId: contentId, title, sections: z.array(section).max(mostSections) })
  .meta({ id: 'Module' });
export type ContentModule = z.infer<typeof contentModule>;

/** A moment's whole content: moment → module → section (avsnitt) → step, and its forms beside the tree (AUT-1). */
export const content = outline
  .omit({ moduleIds: true })
  .extend({
    functions: momentFunctions.default(usualFunctions),
    open: z.boolean().default(false),
    openedByPractitioner: outline.shape.openedByPractitioner.default([]),
    modules: z.array(contentModule).max(mostModules),
    forms: z.array(form).max(mostForms),
  })
  .superRefine((value, context) => {
    for (const fault of idFaults(value)) context.addIssue(issueOf(fault));
  })
  .meta({ id: 'Content' });
export type Content = z.infer<typeof content>;

const stepsIn = (modules: readonly ContentModule[]) =>
  modules.flatMap(({ sections }) => sections.flatMap(({ steps }) => steps));

function idFaults(value: Pick<Content, 'modules' | 'forms'>): (Said & { path: string[] })[] {
  const ids = {
    modules: [
      ...value.modules.map(({ moduleId }) => moduleId),
      ...value.modules.flatMap(({ sections }) => sections.map(({ sectionId }) => sectionId)),
      ...stepsIn(value.modules).map(({ stepId }) => stepId),
    ],
    forms: value.forms.map(({ formId }) => formId),
  };
  const twice = Object.entries(ids).flatMap(([path, all]) =>
    all
      .filter((id, at) => all.indexOf(id) !== at)
      .map((id) => ({ path: [path], ...formSayings['content-id-twice'](id) })),
  );
  const unknown = stepsIn(value.modules)
    .flatMap(formIdsIn)
    .filter((formId) => !ids.forms.includes(formId))
    .map((formId) => ({
      path: ['modules'],
      ...formSayings['shown-form-missing'](formId),
    }));
  return [...twice, ...unknown];
}
