import * as z from 'zod';
import { answers } from '../form/answers/answers.ts';
import { momentVersion } from '../moment/version.ts';
import { writers } from './writers.ts';

const given = { momentVersion, formVersion: z.string(), answers, ...writers };

/**
 * The one shared instance of an ordinary form (CARE-5). `draft` is what the resident has saved but not submitted;
 * `submitted` is the latest submission and all that staff see. Both keep the version they were given in, and `formVersion`, the digest
 * of the form as it was then.
 */
export const formInstance = z.object({
  instanceId: z.string(),
  formId: z.string(),
  draft: z.object({ ...given, savedAt: z.iso.datetime() }).optional(),
  submitted: z.object({ ...given, submittedAt: z.iso.datetime() }).optional(),
});
export type FormInstance = z.infer<typeof formInstance>;
