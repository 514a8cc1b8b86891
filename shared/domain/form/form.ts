import * as z from 'zod';
import { contentId } from '../content/content-id.ts';
import { formFaults } from './form-faults.ts';
import { formKind } from './form-kind.ts';
import { calendarSample, ordinarySample, tabSample } from './form-samples.ts';
import { question } from './questions/question.ts';
import { title } from './questions/wording.ts';
import { scoringRules } from './scoring/scoring-rules.ts';

const page = z
  .strictObject({
    pageId: contentId,
    title: title.optional(),
    questions: z.array(question).min(1).max(100),
  })
  .meta({ id: 'FormPage' });

/** A form (formulär) in pages that are turned (AUT-3). `score` on options and `scoring` make it a self-rating. */
export const form = z
  .strictObject({
    formId: contentId,
    kind: formKind,
    title,
    pages: z.array(page).min(1).max(50),
    scoring: scoringRules.optional(),
  })
  .superRefine((value, context) => {
    for (const { path, message } of formFaults(value)) context.addIssue({ code: 'custom', path, message });
  })
  .meta({ id: 'Form', examples: [ordinarySample, tabSample, calendarSample] });
export type Form = z.infer<typeof form>;
