import { digestOf } from '../shared/domain/content/content-digest.ts';
import { usualFunctions } from '../shared/domain/content/moment-functions.ts';
import type { Form } from '../shared/domain/form/form-shape.ts';
import type { Content } from '../shared/domain/moment/content.ts';

const form: Form = {
  formId: 'mood',
  kind: 'ordinary',
  title: 'Hur mår du i dag?',
  pages: [
    {
      pageId: 'page-1',
      questions: [
        {
          type: 'single-choice',
          questionId: 'today',
          text: 'Hur känns det just nu?',
          required: true,
          options: [
            { optionId: 'good', label: 'Bra' },
            { optionId: 'bad', label: 'Inte så bra' },
          ],
        },
      ],
    },
  ],
};

const content: Content = {
  title: 'Må bättre 🌱',
  kind: 'treatment',
  welcome: 'Välkommen! Här får du öva i din egen takt.',
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
                { type: 'paragraph', text: [{ text: 'Dina svar hjälper din behandlare.' }] },
                { type: 'form', formId: form.formId },
              ],
            },
          ],
        },
      ],
    },
    {
      moduleId: 'follow-up',
      title: 'Följ upp',
      sections: [{ sectionId: 'follow-up-mood', title: 'Hur mår du nu?', steps: [] }],
    },
  ],
  forms: [form],
};

/**
 * What sample requests are about, in the document: organisations and people of the test series, as `npm start` sets them up.
 * Tests and the bench give the ids of their own worlds instead.
 */
export const exampleScene = {
  providerId: 'TST5565594230-1000',
  privateProviderId: 'TST5560000167-2000',
  newProviderId: 'TST5565594230-3000',
  unitId: 'TST5565594230-1001',
  newUnitId: 'TST5560000167-2002',
  staff: 'TST5565594230-DAT1',
  unitRole: 'practitioner',
  providerRole: 'auditor',
  practitioner: 'TST5565594230-PRA1',
  /** Another practitioner of the unit. */
  colleague: 'TST5565594230-PRA2',
  resident: '199005082392',
  residentId: 'p0YCkq1mJx5Z3v8n-TbRWg',
  label: 'Blå mappen',
  proxy: '196405112985',
  mandateId: '019375a0-0000-7000-8000-000000000001',
  /** When a mandate ends. */
  until: '2028-01-01T00:00:00.000Z',
  /** For which pages of a calendar form are made. */
  days: ['2027-11-29', '2027-11-30'] as readonly string[],
  messageId: '019375a0-0000-7000-8000-000000000007',
  flagId: 'self-harm',
  /** The submission that raised it. */
  resultId: '019375a0-0000-7000-8000-000000000009',
  clearingId: '019375a0-0000-7000-8000-000000000008',
  momentId: '019375a0-0000-7000-8000-000000000002',
  momentVersion: '1.0',
  major: '1',
  minor: 1,
  catalogueState: 'unpublished',
  content,
  moduleId: 'start',
  sectionId: 'start-mood',
  stepId: 'start-why',
  stepIds: ['start-why'] as readonly string[],
  /** Where a step is moved or copied. */
  to: { moduleId: 'follow-up', sectionId: 'follow-up-mood' },
  form,
  formId: form.formId,
  formVersion: digestOf(form),
  answers: { today: 'good' } as Readonly<Record<string, unknown>>,
  session: '5b3c1f0e-6a1d-4c55-9a1e-2f6f0c8d4e11',
  saveId: '019375a0-0000-7000-8000-000000000003',
  testId: '019375a0-0000-7000-8000-000000000004',
  verdictRole: 'designer',
  mediaId: '019375a0-0000-7000-8000-000000000005',
  file: {
    fileName: 'Stig.png',
    contentType: 'image/png',
    bytes: 6785,
    sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  },
  instanceId: '019375a0-0000-7000-8000-000000000006',
  etag: '"3"',
  /** Of the module that a step comes to. */
  toEtag: '"2"',
};
export type SampleScene = Readonly<typeof exampleScene>;

/** What a request says beside its path: that follows from the scene by itself. */
interface Said {
  readonly query?: Record<string, string>;
  readonly body?: unknown;
}
export type Sample = (scene: SampleScene) => Said;

type Taking<Room, Input extends string> = {
  [Name in keyof Room]: Room[Name] extends Readonly<Record<Input, unknown>> ? Name : never;
}[keyof Room];

/** A sample for every contract of a room that takes a body; for the others where there is something to say. */
export type SamplesOf<Room> = Readonly<Record<Taking<Room, 'body'>, Sample>> &
  Partial<Readonly<Record<keyof Room, Sample>>>;
