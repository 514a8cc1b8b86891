import { moodProgramme } from '../../infra/local/demo/facts/content.ts';

/** An open moment (öppet moment): read by all residents of a unit, so without forms. */
export const openProgramme = {
  ...moodProgramme,
  title: 'Sov bättre 😴',
  kind: 'patient-education',
  open: true,
  modules: [
    {
      moduleId: 'sleep',
      title: 'Om sömn',
      sections: [
        {
          sectionId: 'sleep-facts',
          title: 'Bra att veta',
          steps: [
            {
              stepId: 'sleep-why',
              title: 'Varför vi sover',
              blocks: [{ type: 'paragraph', text: [{ text: 'Sömn är återhämtning.' }] }],
            },
          ],
        },
      ],
    },
  ],
  forms: [],
} as const;
