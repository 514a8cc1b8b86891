import { keptForm, keptStep } from '../../../functions/authoring/content-changes.ts';
import { newActivation } from '../../../functions/catalogue/activations/new-activation.ts';
import { units as places, region, staff } from '../../../infra/local/data/demo-data.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import { found } from '../../../shared/domain/found.ts';
import type { ContentModule } from '../../../shared/domain/moment/content.ts';
import { moduleSummaryOf } from '../../../shared/domain/moment/module-summary.ts';
import { type Change, create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { calendar, diary, momentVersion, programme, rating } from './programme.ts';

const formVersions = new Map([rating, diary, calendar].map((form) => [form.formId, digestOf(form)]));

/** What answers to one of the bench's forms name it by. */
export const formVersionOf = (formId: string): string => found(formVersions.get(formId));

const laid = (momentId: string, { moduleId, title, sections }: ContentModule) => {
  const parts = sections.map(({ sectionId, title: name, steps }) => ({
    ...{ sectionId, title: name },
    kept: steps.map((step) => keptStep(momentId, step)),
  }));
  return {
    module: {
      ...{ moduleId, title },
      sections: parts.map(({ kept, ...section }) => ({ ...section, steps: kept.map(({ ref }) => ref) })),
    },
    contents: parts.flatMap(({ kept }) => kept.map(({ content }) => content)),
  };
};

/** The programme published, and active on the care unit. */
export const publishedProgramme = (momentId: string, now: Date): Change[] => {
  const { modules, forms, ...said } = programme;
  const laidModules = modules.map((module) => laid(momentId, module));
  const keptForms = forms.map((form) => keptForm(momentId, form));
  const version = {
    ...{ momentId, momentVersion, ...said },
    modules: laidModules.map(({ module }) => moduleSummaryOf(module)),
    forms: keptForms.map(({ ref }) => ref),
    publisherUnit: places.publisher,
    publishedBy: staff.publisher,
    publishedAt: now.toISOString(),
  };
  return [
    ...laidModules.flatMap(({ contents }) => contents),
    ...keptForms.map(({ content }) => content),
    create(entities.publishedVersion, version),
    ...laidModules.map(({ module }) =>
      create(entities.publishedModule, { momentId, momentVersion, module, openedByPractitioner: false }),
    ),
    create(entities.activation, newActivation({ hsaId: places.care, provider: region }, version)),
  ];
};
