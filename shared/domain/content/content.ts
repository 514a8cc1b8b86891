import * as z from 'zod';
import { contentId, form } from '../form/form.ts';
import type { Fault } from '../problem.ts';

const text = z.string().min(1).max(10_000);
const title = z.string().trim().min(1).max(200);

const block = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('heading'), level: z.int().min(2).max(4), text: title }),
    z.strictObject({ type: z.literal('paragraph'), text }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(text).min(1).max(100) }),
    z.strictObject({ type: z.literal('link'), text: title, href: z.url({ protocol: /^https$/ }).max(2000) }),
    z.strictObject({ type: z.literal('form'), formId: contentId }),
  ])
  .meta({ id: 'Block' });

const step = z.strictObject({ stepId: contentId, title, blocks: z.array(block).max(200) });
const section = z.strictObject({ sectionId: contentId, title, steps: z.array(step).max(50) });
export const contentModule = z
  .strictObject({ moduleId: contentId, title, sections: z.array(section).max(50) })
  .meta({ id: 'Module' });
export type ContentModule = z.infer<typeof contentModule>;

export const momentKind = z
  .enum(['patient-education', 'course', 'support', 'health-plan', 'self-rating', 'treatment'])
  .meta({ id: 'MomentKind' });

/** A moment's whole content: moment → module → section (avsnitt) → step, and its forms beside the tree (AUT-1). */
export const content = z
  .strictObject({
    title,
    kind: momentKind,
    welcome: z.string().max(10_000),
    // A save is one transaction of at most 100 items (platform.md): 40 + 40 leaves room for the rest.
    modules: z.array(contentModule).max(40),
    forms: z.array(form).max(40),
  })
  .superRefine((value, context) => {
    for (const { path, message } of idFaults(value)) context.addIssue({ code: 'custom', path, message });
  })
  .meta({ id: 'Content' });
export type Content = z.infer<typeof content>;

const stepsOf = (modules: readonly ContentModule[]) =>
  modules.flatMap((item) => item.sections.flatMap(({ steps }) => steps));

const formIdsIn = (item: ContentModule): string[] =>
  stepsOf([item]).flatMap(({ blocks }) =>
    blocks.flatMap((part) => (part.type === 'form' ? [part.formId] : [])),
  );

function idFaults(value: Pick<Content, 'modules' | 'forms'>): { path: string[]; message: string }[] {
  const ids = {
    modules: [
      ...value.modules.map(({ moduleId }) => moduleId),
      ...value.modules.flatMap(({ sections }) => sections.map(({ sectionId }) => sectionId)),
      ...stepsOf(value.modules).map(({ stepId }) => stepId),
    ],
    forms: value.forms.map(({ formId }) => formId),
  };
  const twice = Object.entries(ids).flatMap(([path, all]) =>
    all
      .filter((id, at) => all.indexOf(id) !== at)
      .map((id) => ({ path: [path], message: `The id ${id} stands twice; give each part its own` })),
  );
  const unknown = value.modules
    .flatMap(formIdsIn)
    .filter((formId) => !ids.forms.includes(formId))
    .map((formId) => ({
      path: ['modules'],
      message: `A step shows form ${formId}, which is not among forms`,
    }));
  return [...twice, ...unknown];
}

/** Forms that stand in more than one module and so share their answers: the designer is told (AUT-5). */
export const sharedForms = ({ modules, forms }: Content): { formId: string; modules: string[] }[] =>
  forms
    .map(({ formId }) => ({
      formId,
      modules: modules.filter((item) => formIdsIn(item).includes(formId)).map(({ moduleId }) => moduleId),
    }))
    .filter((placed) => placed.modules.length > 1);

/** What keeps a moment from leaving the designer (AUT-1); empty when nothing does. */
export const completenessFaults = ({ welcome, modules }: Pick<Content, 'welcome' | 'modules'>): Fault[] => [
  ...(welcome.trim() === '' ? [{ pointer: '/body/content/welcome', detail: 'Write a welcome text' }] : []),
  ...(modules.length === 0 ? [{ pointer: '/body/content/modules', detail: 'Add at least one module' }] : []),
  ...modules
    .map((item, at) => ({ item, pointer: `/body/content/modules/${at}` }))
    .filter(({ item }) => stepsOf([item]).length === 0)
    .map(({ pointer }) => ({ pointer, detail: 'Add at least one section with one step' })),
];
