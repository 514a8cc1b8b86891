import { usualFunctions } from '../../../../shared/domain/content/moment-functions.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import type { Content } from '../../../../shared/domain/moment/content.ts';

const frequency = [
  { optionId: 'not-at-all', label: 'Inte alls', score: 0 },
  { optionId: 'several-days', label: 'Flera dagar', score: 1 },
  { optionId: 'more-than-half', label: 'Mer än hälften av dagarna', score: 2 },
  { optionId: 'nearly-every-day', label: 'Nästan varje dag', score: 3 },
];

const items = [
  'Lite intresse eller glädje i att göra saker',
  'Känt dig nedstämd, deprimerad eller känt att framtiden ser hopplös ut',
  'Problem att somna eller att du vaknat i förtid, eller sovit för mycket',
  'Känt dig trött eller energilös',
  'Dålig aptit eller att du ätit för mycket',
  'Dålig självkänsla – eller att du känt dig misslyckad eller att du svikit dig själv eller din familj',
  'Svårigheter att koncentrera dig, till exempel när du läst tidningen eller sett på TV',
  'Att du rört dig eller talat så långsamt att andra noterat det? Eller motsatsen – att du varit så nervös eller rastlös att du rört dig mer än vanligt',
  'Tankar att det skulle vara bättre om du var död eller att du skulle skada dig på något sätt',
];
const scored = items.map((_, at) => `phq-${at + 1}`);

/** PHQ-9 in Swedish: nine items scored 0–3, an unscored item on difficulty, the published bands, a flag on item 9. */
export const phq9: Form = {
  formId: 'phq-9',
  kind: 'ordinary',
  title: 'PHQ-9: Hur har du mått de senaste två veckorna?',
  pages: [
    {
      pageId: 'page-1',
      questions: [
        ...items.map((text, at) => ({
          type: 'single-choice' as const,
          questionId: `phq-${at + 1}`,
          text,
          required: true,
          options: frequency,
        })),
        {
          type: 'single-choice',
          questionId: 'phq-difficulty',
          text: 'Hur stora svårigheter har dessa problem förorsakat dig på arbetet, hemma eller i kontakten med andra människor?',
          required: false,
          options: [
            { optionId: 'none', label: 'Inga svårigheter alls' },
            { optionId: 'some', label: 'Vissa svårigheter' },
            { optionId: 'great', label: 'Stora svårigheter' },
            { optionId: 'extreme', label: 'Extrema svårigheter' },
          ],
        },
      ],
    },
  ],
  scoring: {
    method: 'sum',
    questionIds: scored,
    bands: [
      { from: 0, to: 4, label: 'Ingen eller minimal depression' },
      { from: 5, to: 9, label: 'Lindrig depression' },
      { from: 10, to: 14, label: 'Måttlig depression' },
      { from: 15, to: 19, label: 'Medelsvår depression' },
      { from: 20, to: 27, label: 'Svår depression' },
    ],
  },
  flags: [
    {
      ...{ flagId: 'self-harm', level: 'urgent', label: 'Tankar på död eller självskada' },
      when: [
        {
          questionId: 'phq-9',
          when: { anyOf: ['several-days', 'more-than-half', 'nearly-every-day'] },
        },
      ],
    },
  ],
};

/** The demo's programme: two modules that share one form. */
export const moodProgramme: Content = {
  title: 'Må bättre – stöd vid nedstämdhet 🌱',
  kind: 'treatment',
  welcome: 'Välkommen! Här får du öva i din egen takt. Å, ä och ö fungerar, liksom 🌻 och 👩‍⚕️.',
  functions: usualFunctions,
  open: false,
  openedByPractitioner: [],
  modules: [
    {
      moduleId: 'start',
      title: 'Kom igång',
      sections: [
        {
          sectionId: 'start-mood',
          title: 'Hur mår du?',
          steps: [
            {
              stepId: 'start-why',
              title: 'Varför frågar vi?',
              blocks: [
                { type: 'heading', level: 2, text: 'Först en skattning' },
                {
                  type: 'paragraph',
                  text: [
                    { text: 'Dina svar hjälper din behandlare att följa hur du mår ' },
                    { text: 'över tid', emphasis: true },
                    { text: '.' },
                  ],
                },
                {
                  type: 'list',
                  ordered: false,
                  items: [[{ text: 'Svara som det känns' }], [{ text: 'Det finns inga fel svar 😊' }]],
                },
              ],
            },
            { stepId: 'start-form', title: 'Skattning', blocks: [{ type: 'form', formId: 'phq-9' }] },
          ],
        },
      ],
    },
    {
      moduleId: 'follow-up',
      title: 'Följ upp',
      sections: [
        {
          sectionId: 'follow-up-mood',
          title: 'Hur mår du nu?',
          steps: [
            {
              stepId: 'follow-up-form',
              title: 'Samma skattning igen',
              blocks: [
                { type: 'paragraph', text: [{ text: 'Ändra dina svar så att de stämmer i dag.' }] },
                { type: 'form', formId: 'phq-9' },
              ],
            },
          ],
        },
      ],
    },
  ],
  forms: [phq9],
};

/** Answers that sum to 11, with the flag on item 9 raised. */
export const moodAnswers: Record<string, string> = {
  ...Object.fromEntries(scored.map((questionId) => [questionId, 'several-days'])),
  'phq-2': 'nearly-every-day',
  'phq-difficulty': 'some',
};
