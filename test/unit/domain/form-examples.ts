import fc from 'fast-check';
import type { Content } from '../../../shared/domain/content/content.ts';
import { type Form, form } from '../../../shared/domain/form/form.ts';

type Question = Form['questions'][number];
type Scoring = NonNullable<Form['scoring']>;

export const aChoice = (questionId: string, scores: readonly (number | undefined)[] = [0, 1]): Question => ({
  type: 'single-choice',
  questionId,
  text: 'Hur mår du?',
  required: true,
  options: scores.map((score, at) => ({
    optionId: `o${at}`,
    label: `Svar ${at}`,
    ...(score === undefined ? {} : { score }),
  })),
});

export const aText = (
  questionId: string,
  rest: Partial<Extract<Question, { type: 'long-text' }>> = {},
): Question => ({
  type: 'long-text',
  questionId,
  text: 'Berätta',
  required: false,
  maxLength: 10,
  ...rest,
});

export const aScoring = (rest: Partial<Scoring> = {}): Scoring => ({
  method: 'sum',
  questionIds: ['q'],
  bands: [{ from: 0, to: 1, label: 'Låg' }],
  flags: [],
  ...rest,
});

export const aForm = (rest: Partial<Form> = {}): Form => ({
  formId: 'f',
  kind: 'ordinary',
  title: 'Ett formulär',
  questions: [aChoice('q')],
  ...rest,
});

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
  modules: [aModule('m1')],
  forms: [],
  ...rest,
});

const scoredQuestions = fc
  .array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((scores) => scores.map((options, at) => aChoice(`q${at}`, options)));

/** Cuts of a range of sums into bands without gap or overlap. */
const bandsOver = (low: number, high: number): fc.Arbitrary<Scoring['bands']> =>
  fc.uniqueArray(fc.integer({ min: low, max: high }), { maxLength: 5 }).map((cuts) => {
    const ends = [...new Set([...cuts, high])].sort((one, other) => one - other);
    return ends.map((to, at) => ({ from: (ends[at - 1] ?? low - 1) + 1, to, label: `Band ${at}` }));
  });

/** Scored forms whose bands reach over every sum that can come. */
export const scoredForm: fc.Arbitrary<Form> = scoredQuestions.chain((questions) =>
  bandsOver(-200, 200).map((bands) =>
    form.parse(
      aForm({
        questions,
        scoring: aScoring({ questionIds: questions.map(({ questionId }) => questionId), bands }),
      }),
    ),
  ),
);
