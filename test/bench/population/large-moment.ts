import { keptForm, keptStep } from '../../../functions/authoring/content-changes.ts';
import { region, units } from '../../../infra/local/data/demo-data.ts';
import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import type { Step } from '../../../shared/domain/content/step.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { type Change, create } from '../../../shared/persistence/engine/change.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { thirtyQuestions } from './programme.ts';

/** As large as a moment gets in practice, and larger than most. */
export const moduleCount = 40;
const stepsInModule = 10;
const formCount = 60;

const paragraph =
  'Ta en stund att läsa igenom avsnittet i lugn och ro. Pröva övningen flera gånger under veckan och skriv ned vad du lade märke till. ';

export const moduleIdAt = (at: number): string => `modul-${at}`;
const stepIdAt = (module: number, at: number): string => `steg-${module}-${at}`;
const formIdAt = (at: number): string => `form-${at}`;

/** Two kilobytes of text, as a page of a programme has; `words` tells two saves of it apart. */
export const stepOf = (module: number, at: number, words = ''): Step => ({
  stepId: stepIdAt(module, at),
  title: `Steg ${at + 1} i modul ${module + 1}`,
  blocks: [
    { type: 'heading', level: 2, text: `Övning ${at + 1}` },
    ...Array.from({ length: 14 }, () => ({
      type: 'paragraph' as const,
      text: [{ text: paragraph + words }],
    })),
    ...(at === 0 ? [{ type: 'form' as const, formId: formIdAt(module) }] : []),
    // The last module shows the forms that the others leave over.
    ...(module === moduleCount - 1 && at > 0
      ? [{ type: 'form' as const, formId: formIdAt(moduleCount - 1 + at) }]
      : []),
  ],
});

const formOf = (at: number): Form => thirtyQuestions(formIdAt(at), `Skattning ${at + 1}`);

const moduleOf = (momentId: string, module: number): Change[] => {
  const steps = Array.from({ length: stepsInModule }, (_, at) => keptStep(momentId, stepOf(module, at)));
  return [
    ...steps.map(({ content }) => content),
    create(entities.draftModule, {
      momentId,
      module: {
        moduleId: moduleIdAt(module),
        title: `Modul ${module + 1}`,
        sections: [{ sectionId: `avsnitt-${module}`, title: 'Avsnitt', steps: steps.map(({ ref }) => ref) }],
      },
    }),
  ];
};

/** Its draft: 40 modules, 400 steps and 60 forms, as the designer's tool would have saved them. */
export function* largeMoment(momentId: string): Generator<Change> {
  const said = { title: 'Ett stort program', kind: 'treatment' as const };
  yield create(entities.moment, {
    ...{ momentId, ...said, unit: units.publisher, provider: region, unitKind: 'publisher' },
    ...{ state: 'draft', revision: 1, verdicts: {} },
  });
  yield create(entities.draftOutline, {
    momentId,
    outline: {
      ...said,
      welcome: 'Välkommen!',
      functions: usualFunctions,
      open: false,
      openedByPractitioner: [],
      moduleIds: Array.from({ length: moduleCount }, (_, at) => moduleIdAt(at)),
    },
  });
  for (let module = 0; module < moduleCount; module += 1) yield* moduleOf(momentId, module);
  for (let at = 0; at < formCount; at += 1) {
    const { ref, content } = keptForm(momentId, formOf(at));
    yield content;
    yield create(entities.draftForm, { momentId, form: ref });
  }
}
