import * as z from 'zod';
import { formPage, formShape } from './form-shape.ts';
import { shownQuestion } from './questions/shown-question.ts';

const page = formPage
  .pick({ pageId: true, title: true })
  .extend({ questions: z.array(shownQuestion) })
  .meta({ id: 'ShownFormPage' });

/**
 * A form as residents are shown it. Scores, bands, flags and thresholds are the staff’s (CARE-18), and so is what a submission comes to:
 * a number or the name of a band says little, and may frighten, without somebody who explains it.
 */
export const shownForm = formShape
  .pick({ formId: true, kind: true, title: true })
  .extend({ pages: z.array(page) })
  .strip()
  .meta({ id: 'ShownForm', description: 'Without what its answers score, and what staff make of them' });
