import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import type { Content } from '../../../shared/domain/moment/content.ts';

/** Words that are staff’s alone, each found nowhere else. */
export const planted = {
  calmBand: 'Bandet Ekorre',
  worstBand: 'Bandet Järv',
  flag: 'Flaggan Kungsörn',
  verdict: 'Omdömet Tranbär',
  review: 'Återsänt med Hjortron',
  reason: 'Skälet Vattenmelon',
  label: 'Etiketten Havtorn',
  ending: 'Avslutat om Mangold',
  toUnits: 'Till enheterna om Rotselleri',
  otherAnswer: 'Den andres svar om Gräslök',
  otherMessage: 'Till den andre om Pepparrot',
  comment: 'Kommentaren Kardemumma',
  otherName: 'Annan Lingonris',
} as const;

/** Scores, bounds of bands and the threshold of the flag; no other number in the system is one of them. */
export const plantedNumbers = [641, 642, 643, 644, 645, 1925, 1926];

/** The same form by name, with keys that can be told from everything else. */
export const plantedForm: Form = {
  formId: phq9.formId,
  kind: 'ordinary',
  title: 'Hur mår du?',
  pages: [
    {
      pageId: 'page-1',
      questions: [
        {
          ...{ type: 'single-choice', questionId: 'sleep', text: 'Hur sover du?', required: true },
          options: [
            { optionId: 'well', label: 'Bra', score: 0 },
            { optionId: 'badly', label: 'Dåligt', score: 641 },
          ],
        },
        {
          ...{ type: 'multiple-choice', questionId: 'worries', text: 'Vad oroar dig?', required: true },
          options: [
            { optionId: 'work', label: 'Arbetet', score: 642 },
            { optionId: 'home', label: 'Hemmet', score: 0 },
          ],
        },
        {
          ...{ type: 'yes-no', questionId: 'alone', text: 'Är du ensam?', required: true },
          scores: { yes: 643, no: 0 },
        },
        { type: 'long-text', questionId: 'more', text: 'Något mer?', required: false, maxLength: 200 },
      ],
    },
  ],
  scoring: {
    method: 'sum',
    questionIds: ['sleep', 'worries', 'alone'],
    bands: [
      { from: 0, to: 644, label: planted.calmBand },
      { from: 645, to: 1926, label: planted.worstBand },
    ],
  },
  flags: [
    {
      ...{ flagId: 'alone-and-bad', level: 'urgent', label: planted.flag },
      when: [{ questionId: 'alone', when: { is: true } }, { sum: { from: 1925 } }],
    },
  ],
};

/** Comes to the worst band, and raises the flag. */
export const plantedAnswers = { sleep: 'badly', worries: ['work'], alone: true };

export const plantedProgramme: Content = { ...moodProgramme, forms: [plantedForm] };
