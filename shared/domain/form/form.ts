import { issueOf } from '../sayings/said.ts';
import { calendarSample, ordinarySample, tabSample } from './form-samples.ts';
import { formSaveFaults } from './form-save-faults.ts';
import { formShape } from './form-shape.ts';

/** A form (formulär) in pages that are turned (AUT-3). `score` on options and `scoring` make it a self-rating. */
export const form = formShape
  .superRefine((value, context) => {
    for (const fault of formSaveFaults(value)) context.addIssue(issueOf(fault));
  })
  .meta({ id: 'Form', examples: [ordinarySample, tabSample, calendarSample] });
