import { calendarSample } from '../../../../shared/domain/form/form-samples.ts';
import { moodProgramme } from './content.ts';

const { formId } = calendarSample;

/** The mood programme with a sleep diary beside it, which alone stays open in maintenance. */
export const sleepProgramme = {
  ...moodProgramme,
  title: 'Sov bättre 🌙',
  maintenance: { messages: false, formIds: [formId] },
  modules: [
    ...moodProgramme.modules,
    {
      moduleId: 'nights',
      title: 'Dina nätter',
      sections: [
        {
          sectionId: 'nights-diary',
          title: 'Sömndagbok',
          steps: [{ stepId: 'nights-form', title: 'Natten som var', blocks: [{ type: 'form', formId }] }],
        },
      ],
    },
  ],
  forms: [...moodProgramme.forms, calendarSample],
};
