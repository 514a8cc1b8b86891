import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import { form as formSchema } from '../../../shared/domain/form/form.ts';
import { calendarSample } from '../../../shared/domain/form/form-samples.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import type { Content } from '../../../shared/domain/moment/content.ts';

const questionCount = 30;

const options = [
  { optionId: 'not-at-all', label: 'Inte alls', score: 0 },
  { optionId: 'several-days', label: 'Flera dagar', score: 1 },
  { optionId: 'more-than-half', label: 'Mer än hälften av dagarna', score: 2 },
  { optionId: 'nearly-every-day', label: 'Nästan varje dag', score: 3 },
] as const;

const questionIds = Array.from({ length: questionCount }, (_, at) => `item-${at + 1}`);

/** Thirty single-choice questions of the length that self-ratings have, scored, with bands and a flag. */
export const thirtyQuestions = (formId: string, title: string): Form => ({
  formId,
  kind: 'ordinary',
  title,
  pages: [
    {
      pageId: 'page-1',
      questions: questionIds.map((questionId, at) => ({
        type: 'single-choice',
        questionId,
        text: `Hur ofta har du under de senaste två veckorna besvärats av det som beskrivs i punkt ${at + 1}?`,
        required: true,
        options: [...options],
      })),
    },
  ],
  scoring: {
    method: 'sum',
    questionIds,
    bands: [
      { from: 0, to: 29, label: 'Lindriga besvär' },
      { from: 30, to: 59, label: 'Måttliga besvär' },
      { from: 60, to: 90, label: 'Svåra besvär' },
    ],
  },
  flags: [
    {
      ...{ flagId: 'self-harm', level: 'urgent', label: 'Tankar på död eller självskada' },
      when: [{ questionId: 'item-9', when: { anyOf: [options.at(-1)?.optionId ?? ''] } }],
    },
  ],
});

/** Submitted and read in the bench. */
export const rating = thirtyQuestions('rating', 'Skattning varje vecka');
/** Saved as a draft and never submitted, so that what a draft weighs does not depend on what was submitted before. */
export const diary = thirtyQuestions('diary', 'Dagbok');

/** A page a day, of which the tour makes some. */
export const calendar: Form = formSchema.parse(calendarSample);

/** Differs from one request to the next, and answers everything. */
export const answersOf = (seed: number): Record<string, string> =>
  Object.fromEntries(
    questionIds.map((questionId, at) => [
      questionId,
      options[(seed + at * 7) % options.length]?.optionId ?? '',
    ]),
  );

/** Raise the flag. */
export const alarmingAnswers = { ...answersOf(2), 'item-9': 'nearly-every-day' };

const step = (formId: string) => ({
  stepId: `${formId}-step`,
  title: 'Skattning',
  blocks: [
    {
      type: 'paragraph' as const,
      text: [{ text: 'Dina svar hjälper din behandlare att följa hur du mår över tid.' }],
    },
    { type: 'form' as const, formId },
  ],
});

export const moduleIdOf = ({ formId }: Form): string => `${formId}-module`;

const moduleWith = (form: Form) => {
  const { formId, title } = form;
  const sections = [{ sectionId: `${formId}-section`, title, steps: [step(formId)] }];
  return { moduleId: moduleIdOf(form), title, sections };
};

export const programme: Content = {
  title: 'Må bättre – stöd vid nedstämdhet',
  kind: 'treatment',
  welcome: 'Välkommen! Här får du öva i din egen takt.',
  functions: usualFunctions,
  open: false,
  openedByPractitioner: [],
  modules: [moduleWith(rating), moduleWith(diary)],
  forms: [rating, diary, calendar],
};
export const momentVersion = '1.0';
