import * as z from 'zod';
import { answers } from '../form/answers/answers.ts';
import { outcome } from '../form/answers/outcome.ts';
import { writers } from './writers.ts';

/** What one submission said and came to; kept for every submission, so that scores can be followed over time (CARE-8). */
export const result = z.object({
  instanceId: z.string(),
  resultId: z.string(),
  formId: z.string(),
  page: z.string().optional(),
  submittedAt: z.iso.datetime(),
  /** The form's digest as it was answered: its questions are shown in those words, whatever a later version says (AUT-8). */
  formVersion: z.string(),
  answers,
  outcome,
  ...writers,
});
export type Result = z.infer<typeof result>;

/** Versions of forms shown beside a page of results: each may be as large as an item, and Lambda answers six megabytes. */
const mostForms = 5;

/** How many of them, from the first on, were given in no more versions of forms than are shown with them. */
export const withinForms = (results: readonly Result[]): number => {
  const versions = new Set<string>();
  const beyond = results.findIndex(({ formVersion }) => versions.add(formVersion).size > mostForms);
  return beyond === -1 ? results.length : beyond;
};
