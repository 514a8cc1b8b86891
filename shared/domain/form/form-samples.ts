/** Sound forms, one of each kind, for who reads the API’s document. Their questions are of every type. */
export const ordinarySample = {
  formId: 'pain-and-medicine',
  kind: 'ordinary',
  title: 'Smärta och medicin',
  pages: [
    {
      pageId: 'pain',
      title: 'Hur du har det',
      questions: [
        { type: 'information', questionId: 'about', text: 'Svara som det känns just nu. 🌱' },
        {
          type: 'scale',
          questionId: 'pain-now',
          text: 'Hur ont har du nu?',
          required: true,
          min: 0,
          max: 10,
          step: 1,
          minLabel: 'Ingen smärta',
          maxLabel: 'Värsta tänkbara smärta',
        },
        {
          type: 'single-choice',
          questionId: 'sleep',
          text: 'Hindrar smärtan dig från att sova?',
          required: true,
          options: [
            { optionId: 'never', label: 'Aldrig', score: 0 },
            { optionId: 'sometimes', label: 'Ibland', score: 2 },
            { optionId: 'every-night', label: 'Varje natt', score: 5 },
          ],
        },
      ],
    },
    {
      pageId: 'medicine',
      questions: [
        { type: 'yes-no', questionId: 'has-medicine', text: 'Tar du någon medicin?', required: true },
        {
          type: 'short-text',
          questionId: 'medicine-name',
          text: 'Vad heter medicinen?',
          required: true,
          maxLength: 100,
          followsUp: { questionId: 'has-medicine', when: { is: true } },
        },
      ],
    },
  ],
  scoring: {
    method: 'sum',
    questionIds: ['pain-now', 'sleep'],
    bands: [
      { from: 0, to: 5, label: 'Lindriga besvär' },
      { from: 6, to: 15, label: 'Svåra besvär' },
    ],
  },
  flags: [
    {
      ...{ flagId: 'severe-pain', level: 'notice', label: 'Svår smärta' },
      when: [{ questionId: 'pain-now', when: { from: 9 } }],
    },
    {
      ...{ flagId: 'much-worse', level: 'urgent', label: 'Svåra besvär, och mycket värre än sist' },
      when: [{ sum: { from: 6 } }, { change: { from: 5 } }],
    },
  ],
} as const;

export const tabSample = {
  formId: 'exercise',
  kind: 'tab',
  title: 'Övning',
  pages: [
    {
      pageId: 'exercise-done',
      questions: [
        { type: 'date', questionId: 'done-on', text: 'När gjorde du övningen?', required: true },
        {
          type: 'multiple-choice',
          questionId: 'obstacles',
          text: 'Vad gjorde det svårt? Välj högst två.',
          required: false,
          options: [
            { optionId: 'time', label: 'Jag hann inte' },
            { optionId: 'worry', label: 'Jag blev orolig' },
            { optionId: 'other', label: 'Något annat' },
          ],
          atMost: 2,
        },
        {
          type: 'long-text',
          questionId: 'other-obstacle',
          text: 'Vad var det?',
          required: false,
          maxLength: 1000,
          followsUp: { questionId: 'obstacles', when: { anyOf: ['other'] } },
        },
      ],
    },
  ],
} as const;

export const calendarSample = {
  formId: 'sleep-diary',
  kind: 'calendar',
  title: 'Sömndagbok',
  pages: [
    {
      pageId: 'night',
      questions: [
        { type: 'time', questionId: 'bedtime', text: 'När gick du och lade dig?', required: true },
        {
          type: 'number',
          questionId: 'hours-slept',
          text: 'Hur länge sov du?',
          required: true,
          min: 0,
          max: 24,
          decimals: 1,
          unit: 'timmar',
        },
      ],
    },
  ],
} as const;

/** Answers to `ordinarySample`. */
export const answersSample = {
  'pain-now': 7,
  sleep: 'sometimes',
  'has-medicine': true,
  'medicine-name': 'Alvedon',
} as const;
