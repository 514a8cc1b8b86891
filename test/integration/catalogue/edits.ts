import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import type { Block } from '../../../shared/domain/content/block.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import type { Content } from '../../../shared/domain/moment/content.ts';

type Question = Form['pages'][number]['questions'][number];

/** The programme with one of PHQ-9's questions asked in another way. */
const asking = (at: number, change: (question: Question) => Question): Content => ({
  ...moodProgramme,
  forms: [
    {
      ...phq9,
      pages: phq9.pages.map((page) => ({
        ...page,
        questions: page.questions.map((question, place) => (place === at ? change(question) : question)),
      })),
    },
  ],
});

const inOption = (at: number, option: number, changed: object) =>
  asking(at, (question) =>
    'options' in question
      ? {
          ...question,
          options: question.options.map((one, place) => (place === option ? { ...one, ...changed } : one)),
        }
      : question,
  );

/** The programme with other blocks in the step that says why. */
const saying = (change: (blocks: Block[]) => Block[]): Content => ({
  ...moodProgramme,
  modules: moodProgramme.modules.map((module) => ({
    ...module,
    sections: module.sections.map((section) => ({
      ...section,
      steps: section.steps.map((step) =>
        step.stepId === 'start-why' ? { ...step, blocks: change(step.blocks) } : step,
      ),
    })),
  })),
});

const link: Block = { type: 'link', text: 'Ring 1177', href: 'tel:1177' };
const why = '/modules/start/steps/start-why';
const question = '/forms/phq-9/pages/0/questions/2';

export interface OneEdit {
  readonly is: string;
  readonly content: Content;
  /** All that differs. */
  readonly told: object;
}

/** One thing that is other than in the programme, of every kind that can be told. */
export const oneEdit: readonly OneEdit[] = [
  {
    is: 'the words of an option',
    content: inOption(2, 1, { label: 'Några dagar' }),
    told: {
      ...{ kind: 'wording', code: 'text-changed', pointer: `${question}/options/1/label` },
      detail: 'Svarsalternativet several-days i frågan phq-3 har en annan text i label',
    },
  },
  {
    is: 'the score of an option',
    content: inOption(2, 1, { score: 7 }),
    told: {
      ...{ kind: 'structure', code: 'field-changed', pointer: `${question}/options/1/score` },
      detail: 'Svarsalternativet several-days i frågan phq-3: score var 1 och är 7',
    },
  },
  {
    is: 'the text of a question',
    content: asking(2, (one) => ({ ...one, text: 'Svårt att sova' })),
    told: { kind: 'wording', code: 'text-changed', pointer: `${question}/text` },
  },
  {
    is: 'a heading in a step',
    content: saying(([, ...others]) => [{ type: 'heading', level: 2, text: 'Börja här' }, ...others]),
    told: {
      ...{ kind: 'wording', code: 'block-has-other', pointer: `${why}/blocks/0/text` },
      detail: 'Block 1 (rubrik) i steget start-why har en annan text',
    },
  },
  {
    is: 'a text in a step',
    content: saying((blocks) => blocks.with(1, { type: 'paragraph', text: [{ text: 'Kort sagt.' }] })),
    told: { kind: 'wording', code: 'block-has-other', pointer: `${why}/blocks/1/text` },
  },
  {
    is: 'a link that is new in a step',
    content: saying((blocks) => blocks.toSpliced(1, 0, link)),
    told: {
      ...{ kind: 'wording', code: 'part-new', pointer: `${why}/blocks/1` },
      detail: 'Block 2 (länk) har tillkommit i steget start-why',
    },
  },
  {
    is: 'a list that is gone from a step',
    content: saying((blocks) => blocks.slice(0, 2)),
    told: { kind: 'wording', code: 'part-gone', pointer: `${why}/blocks/2` },
  },
  {
    is: 'a heading that has moved',
    content: saying(([first, ...others]) => (first ? [...others, first] : others)),
    told: { kind: 'wording', code: 'part-moved', pointer: `${why}/blocks/2` },
  },
];
