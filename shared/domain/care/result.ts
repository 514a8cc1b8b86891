import * as z from 'zod';
import { outcome } from '../form/answers/outcome.ts';
import { writers } from './writers.ts';

/** What one submission came to; kept for every submission, so that scores can be followed over time (CARE-8). */
export const result = z.object({
  instanceId: z.string(),
  resultId: z.string(),
  formId: z.string(),
  page: z.string().optional(),
  submittedAt: z.iso.datetime(),
  /** The form's digest as it was answered: its questions are shown in those words, whatever a later version says (AUT-8). */
  formVersion: z.string(),
  outcome,
  ...writers,
});
export type Result = z.infer<typeof result>;
