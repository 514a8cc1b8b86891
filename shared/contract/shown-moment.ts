import * as z from 'zod';
import { writtenAs } from '../domain/care/writers.ts';
import { contentDigest } from '../domain/content/content-digest.ts';
import { momentFunctions } from '../domain/content/moment-functions.ts';
import { answers } from '../domain/form/answers/answers.ts';
import { formKind } from '../domain/form/form-kind.ts';
import { shownForm } from '../domain/form/shown-form.ts';
import { utcInstant } from '../domain/instant.ts';
import { largestItemBytes } from '../domain/stored-size.ts';

const moduleNames = z.array(z.object({ moduleId: z.string(), title: z.string() }));
const etag = z
  .string()
  .meta({ description: 'For `If-Match` when this form is saved or submitted', example: '"0"' });

const actedAs = writtenAs
  .exclude(['self'])
  .optional()
  .meta({ description: 'Where it was not the resident: who acted for them (ID-8)' });

/** What opening a moment answers, whether it runs for a resident (CARE-4) or a draft is tried out (AUT-6). */
export const residentViewShape = {
  title: z.string(),
  welcome: z.string(),
  functions: momentFunctions,
  modules: moduleNames,
  forms: z.array(
    z.object({
      formId: z.string(),
      title: z.string(),
      kind: formKind,
      etag,
      draftSavedAt: utcInstant.optional(),
      draftBy: actedAs,
      draftBegunBy: actedAs,
      submittedAt: utcInstant.optional(),
      submittedBy: actedAs,
    }),
  ),
  progress: z.object({ formsSubmitted: z.int(), forms: z.int() }),
};

/** The same as staff see it (CARE-4): what the resident has submitted, and nothing of what they are writing. */
export const staffViewShape = {
  title: z.string(),
  functions: momentFunctions,
  modules: moduleNames,
  forms: z.array(
    z.object({
      ...{ formId: z.string(), title: z.string(), kind: formKind, submittedAt: utcInstant.optional() },
      submittedBy: actedAs,
    }),
  ),
};

const asGiven = shownForm.optional().meta({
  description:
    'The form in the words they were given in, where it says something else now: show them in that',
});

/** A form as it is now, with what has been answered in it. */
export const openedForm = z.object({
  form: shownForm,
  formVersion: contentDigest.meta({
    description: 'Send it back with the answers: it says which form they were given in',
  }),
  etag,
  draft: z.object({ answers, savedAt: utcInstant, form: asGiven }).optional(),
  submitted: z.object({ answers, submittedAt: utcInstant, form: asGiven }).optional(),
});

/** Bytes of answers that can be kept, written by a client that escapes every letter beyond ASCII: `\u00f6` is three times ö. */
export const answersBodyLimit = 3 * largestItemBytes;

/** What is sent with answers: those, and the form they were given in. */
export const answersGiven = {
  formVersion: contentDigest.meta({ description: 'As the form was opened' }),
  answers,
};

/** Why answers are not taken, whoever gave them. */
export const answerProblems = [
  'not-found',
  'illegal-state',
  'form-version-mismatch',
  'form-kind-unsupported',
  'answers-invalid',
] as const;
