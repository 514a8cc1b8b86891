import fc from 'fast-check';
import { keptForm, keptStep } from '../../../../functions/authoring/content-changes.ts';
import type { Block } from '../../../../shared/domain/content/block.ts';
import type { ModuleOutline } from '../../../../shared/domain/content/module-outline.ts';
import type { Candidate } from '../../../../shared/domain/moment/comparing/compare-versions.ts';
import type { Content, ContentModule } from '../../../../shared/domain/moment/content.ts';
import { moduleSummaryOf } from '../../../../shared/domain/moment/module-summary.ts';
import type { PublishedVersion } from '../../../../shared/domain/moment/published-version.ts';
import { aContent, aStep } from '../content-examples.ts';
import { anyForm } from '../form/arbitrary-forms.ts';
import { reworded, structurallyChanged } from '../form/form-changes.ts';

type Section = ContentModule['sections'][number];

const paragraph = (text: string): Block => ({ type: 'paragraph', text: [{ text }] });
const showing = (formId: string): Block => ({ type: 'form', formId });

const count = fc.integer({ min: 1, max: 3 });
const each = <T>(make: (at: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  count.chain((length) => fc.tuple(...Array.from({ length }, (_, at) => make(at))));

const aSection = (id: string): fc.Arbitrary<Section> =>
  each((at) => fc.constant(aStep(`${id}-${at}`, [paragraph('Text')]))).map((steps) => ({
    sectionId: id,
    title: 'Avsnitt',
    steps,
  }));

const modules = each((at) =>
  each((section) => aSection(`m${at}-${section}`)).map((sections) => ({
    moduleId: `m${at}`,
    title: 'Modul',
    sections,
  })),
);

/** A draft with a form or two, some shown in its first step. */
export const anyContent: fc.Arbitrary<Content> = fc
  .tuple(modules, fc.array(anyForm, { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([made, forms, isShown]) => {
    const named = forms.map((form, at) => ({ ...form, formId: `f${at}` }));
    const content = aContent({ modules: made, forms: named });
    return isShown ? inStep(content, 0, ({ blocks }) => [...blocks, showing('f0')]) : content;
  });

const stepsIn = (content: Content) =>
  content.modules.flatMap(({ sections }) => sections.flatMap(({ steps }) => steps));

/** The draft with other blocks in the step at that place among all. */
function inStep(
  content: Content,
  place: number,
  blocksOf: (step: Section['steps'][number]) => Block[],
): Content {
  const all = stepsIn(content);
  const chosen = all[place % all.length];
  return inSections(content, (section) => ({
    ...section,
    steps: section.steps.map((step) => (step === chosen ? { ...step, blocks: blocksOf(step) } : step)),
  }));
}

const inSections = (content: Content, change: (section: Section, at: number) => Section): Content => {
  let at = -1;
  return {
    ...content,
    modules: content.modules.map((module) => ({
      ...module,
      sections: module.sections.map((section) => {
        at += 1;
        return change(section, at);
      }),
    })),
  };
};

const inModule = (content: Content, place: number, change: (module: ContentModule) => ContentModule) => ({
  ...content,
  modules: content.modules.map((module, at) =>
    at === place % content.modules.length ? change(module) : module,
  ),
});

const inSection = (content: Content, place: number, change: (section: Section) => Section) => {
  const sections = content.modules.flatMap((module) => module.sections).length;
  return inSections(content, (section, at) => (at === place % sections ? change(section) : section));
};

/** An edit of a draft; `place` chooses where. Undefined where this draft has no room for it. */
export type Edit = (content: Content, place: number) => Content | undefined;

const mediaId = '01936a0e-0000-7000-8000-000000000001';

/** What leaves a minor version: words and media (AUT-8). */
export const wordingEdits: Readonly<Record<string, Edit>> = {
  title: (content) => ({ ...content, title: `${content.title} igen` }),
  welcome: (content) => ({ ...content, welcome: `${content.welcome} 🌻` }),
  'module title': (content, place) =>
    inModule(content, place, (module) => ({ ...module, title: `${module.title}!` })),
  'section title': (content, place) =>
    inSection(content, place, (section) => ({ ...section, title: `${section.title}!` })),
  'step title': (content, place) =>
    inSection(content, place, ({ steps: [first, ...others], ...section }) => ({
      ...section,
      steps: first ? [{ ...first, title: `${first.title}!` }, ...others] : [],
    })),
  text: (content, place) => inStep(content, place, ({ blocks }) => [...blocks, paragraph('Mer text')]),
  image: (content, place) =>
    inStep(content, place, ({ blocks }) => [
      { type: 'image', mediaId, alternativeText: 'En stig' },
      ...blocks,
    ]),
  'form wording': ({ forms: [first, ...others], ...content }, place) =>
    first && {
      ...content,
      forms: [fc.sample(reworded(first), { numRuns: 1, seed: place })[0]?.after ?? first, ...others],
    },
};

const swap = <T>(list: readonly T[], place: number): T[] | undefined => {
  if (list.length < 2) return undefined;
  const at = place % (list.length - 1);
  return [...list.slice(0, at), ...list.slice(at, at + 2).toReversed(), ...list.slice(at + 2)];
};

const without = <T>(list: readonly T[], place: number): T[] => list.toSpliced(place % list.length, 1);

const inOneSection =
  (change: (steps: Section['steps'], place: number) => Section['steps'] | undefined): Edit =>
  (content, place) => {
    let isDone = true;
    const edited = inSection(content, place, (section) => {
      const steps = change(section.steps, place);
      isDone = steps !== undefined;
      return steps ? { ...section, steps } : section;
    });
    return isDone ? edited : undefined;
  };

/** What makes a major version (AUT-8): anything else. */
export const structuralEdits: Readonly<Record<string, Edit>> = {
  kind: (content) => ({ ...content, kind: 'course' }),
  open: (content) => ({ ...content, open: !content.open }),
  functions: (content) => ({
    ...content,
    functions: { ...content.functions, planning: !content.functions.planning },
  }),
  maintenance: (content) => ({ ...content, maintenance: { messages: true, formIds: [] } }),
  'module added': (content) => ({
    ...content,
    modules: [...content.modules, { moduleId: 'new', title: 'Ny', sections: [] }],
  }),
  'module gone': (content, place) => ({ ...content, modules: without(content.modules, place) }),
  'modules reordered': (content, place) => {
    const swapped = swap(content.modules, place);
    return swapped && { ...content, modules: swapped };
  },
  'section added': (content, place) =>
    inModule(content, place, (module) => ({
      ...module,
      sections: [...module.sections, { sectionId: 'new', title: 'Nytt', steps: [] }],
    })),
  'section gone': (content, place) =>
    inModule(content, place, (module) => ({ ...module, sections: without(module.sections, place) })),
  'step added': inOneSection((steps) => [...steps, aStep('new', [paragraph('Nytt')])]),
  'step gone': inOneSection((steps, place) => without(steps, place)),
  'steps reordered': inOneSection(swap),
  'step by another id': inOneSection(([first, ...others]) =>
    first ? [{ ...first, stepId: 'other' }, ...others] : undefined,
  ),
  'form placed': (content, place) =>
    inStep(content, place, ({ blocks }) => [...blocks, showing(content.forms.length > 1 ? 'f1' : 'f9')]),
  'form added': (content) => ({
    ...content,
    forms: [...content.forms, ...content.forms.slice(0, 1).map((form) => ({ ...form, formId: 'new' }))],
  }),
  'form gone': (content, place) => ({ ...content, forms: without(content.forms, place) }),
  'form rebuilt': ({ forms: [first, ...others], ...content }, place) => {
    const changed = (first ? structurallyChanged(first) : []).filter(
      ({ formId }) => formId === first?.formId,
    );
    const other = changed[place % changed.length];
    return other && { ...content, forms: [other, ...others] };
  },
};

/** As it lies in the draft. */
export const laid = ({ sections, ...module }: ContentModule): ModuleOutline => ({
  ...module,
  sections: sections.map(({ steps, ...section }) => ({
    ...section,
    steps: steps.map((step) => keptStep('m', step).ref),
  })),
});

/** What would be published of it, as authoring keeps it. */
export const candidateFrom = ({ modules: made, forms, ...said }: Content): Candidate => ({
  outline: { ...said, moduleIds: made.map(({ moduleId }) => moduleId) },
  modules: made.map((module) => moduleSummaryOf(laid(module))),
  forms: forms.map((form) => keptForm('m', form).ref),
});

export const publishedFrom = (content: Content, momentVersion = '1.0'): PublishedVersion => {
  const { outline, modules: made, forms } = candidateFrom(content);
  const { moduleIds: _, ...said } = outline;
  return {
    ...said,
    ...{ momentId: 'm', momentVersion, modules: [...made], forms: [...forms] },
    ...{ publisherUnit: 'U', publishedBy: 'S', publishedAt: '2026-11-25T10:00:00.000Z' },
  };
};
