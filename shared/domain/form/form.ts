import { calendarSample, ordinarySample, tabSample } from './form-samples.ts';
import { formSaveFaults } from './form-save-faults.ts';
import { formShape } from './form-shape.ts';

/** A form (formulär) in pages that are turned (AUT-3). `score` on options and `scoring` make it a self-rating. */
export const form = formShape
  .superRefine((value, context) => {
    for (const { path, message } of formSaveFaults(value))
      context.addIssue({ code: 'custom', path, message });
  })
  .meta({ id: 'Form', examples: [ordinarySample, tabSample, calendarSample] });
