import * as z from 'zod';
import { answers } from '../form/answers.ts';
import { outcome } from '../form/scoring.ts';

/**
 * A draft tried out with a test resident, who is nobody (AUT-6). It lies with the moment and never in the table of care data, so that
 * no list, count or export of care can meet it. `revision`: the content as it was when the test began.
 */
export const testRun = z.object({
  momentId: z.string(),
  testId: z.string(),
  by: z.string(),
  startedAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type TestRun = z.infer<typeof testRun>;

/** What the test resident has answered in a form; as `formInstance` in care. */
export const testForm = z.object({
  momentId: z.string(),
  testId: z.string(),
  formId: z.string(),
  draft: z.object({ answers, savedAt: z.iso.datetime() }).optional(),
  submitted: z.object({ answers, submittedAt: z.iso.datetime(), outcome }).optional(),
});
export type TestForm = z.infer<typeof testForm>;
