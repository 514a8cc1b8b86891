import * as z from 'zod';
import { answers } from '../form/answers/answers.ts';
import { momentVersion } from '../moment/version.ts';
import { draftAnswers } from './draft-answers.ts';
import { submittedAnswers } from './form-answers.ts';
import { writers } from './writers.ts';

const inForm = { momentVersion, formVersion: z.string(), ...writers };

/**
 * The one shared instance of an ordinary form (CARE-5), or one page of a form with a page an occasion (CARE-6). `draft` is what the resident has saved but not submitted;
 * `submitted` is the latest submission and all that staff see. Both keep the version they were given in, and `formVersion`, the digest
 * of the form as it was then. `unasked`: what was answered and not asked for when it was submitted, kept in case it is asked again.
 */
export const formInstance = z.object({
  instanceId: z.string(),
  formId: z.string(),
  page: z.string().optional(),
  draft: draftAnswers.extend({ ...inForm, savedAt: z.iso.datetime() }).optional(),
  submitted: submittedAnswers.extend(inForm).optional(),
  unasked: answers.optional(),
});
export type FormInstance = z.infer<typeof formInstance>;
