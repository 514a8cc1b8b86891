import * as z from 'zod';
import { answerConflict, answerElsewhere } from '../domain/care/draft-merging.ts';
import { pageName } from '../domain/care/page.ts';
import { urgentHelp } from '../domain/care/urgent-help.ts';
import { writtenAs } from '../domain/care/writers.ts';
import { contentDigest } from '../domain/content/content-digest.ts';
import { momentFunctions } from '../domain/content/moment-functions.ts';
import { answerChanges, answers } from '../domain/form/answers/answers.ts';
import { formKind } from '../domain/form/form-kind.ts';
import { shownForm } from '../domain/form/shown-form.ts';
import { utcInstant } from '../domain/instant.ts';
import { largestItemBytes } from '../domain/stored-size.ts';

const moduleName = z.object({ moduleId: z.string(), title: z.string() });
const etag = z.string().meta({
  description: 'For `If-Match` when this form is submitted; the number in it is the first `base` of a save',
  example: '"0"',
});

const actedAs = writtenAs
  .exclude(['self'])
  .optional()
  .meta({ description: 'Where it was not the resident: who acted for them (ID-8)' });

/** What opening a moment answers, whether it runs for a resident (CARE-4) or a draft is tried out (AUT-6). */
export const residentViewShape = {
  title: z.string(),
  welcome: z.string(),
  functions: momentFunctions,
  modules: z.array(
    moduleName.extend({
      opensOn: z.iso
        .date()
        .optional()
        .meta({ description: 'The Swedish day from which on it can be opened; until then it is a title' }),
    }),
  ),
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
  modules: z.array(moduleName),
  forms: z.array(
    z.object({
      ...{ formId: z.string(), title: z.string(), kind: formKind, submittedAt: utcInstant.optional() },
      submittedBy: actedAs,
    }),
  ),
};

/** How far a page of a form has come, to who writes in it. */
export const shownPage = z.object({
  page: pageName,
  etag,
  draftSavedAt: utcInstant.optional(),
  draftBy: actedAs,
  draftBegunBy: actedAs,
  submittedAt: utcInstant.optional(),
  submittedBy: actedAs,
});
/** And to staff: nothing of what is being written. */
export const shownPageToStaff = shownPage.pick({ page: true, submittedAt: true, submittedBy: true });

/** Which page of a form: what a form with a page an occasion is opened, saved and submitted at. */
export const atPage = { page: pageName.optional() };

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
  unasked: answers.optional().meta({
    description:
      'Answered, and not asked with the answers that were submitted: not submitted, and there again if they come to be asked',
  }),
  conflicts: z.array(answerConflict).meta({
    description: 'Questions that have two different answers until somebody chooses',
  }),
});

/** Bytes of answers that can be kept, written by a client that escapes every letter beyond ASCII: `\u00f6` is three times ö. */
export const answersBodyLimit = 3 * largestItemBytes;

const formVersion = contentDigest.meta({ description: 'As the form was opened' });

/** What a save says: what has changed at one screen, and what that screen had seen. */
export const changesSaved = {
  formVersion,
  session: z.uuid().meta({
    description:
      'A new UUID each time the form is put on a screen: a session never meets a conflict with itself',
  }),
  base: z.int().min(0).meta({
    description:
      'The `version` of the last answer the screen has shown, with what was `changed` and its conflicts: as the form was opened (0 where it was never saved), or as it was saved here',
  }),
  changes: answerChanges,
};
export const savedAnswer = z.object({
  version: z.int().meta({ description: 'The next `base`, once `changed` and `conflicts` have been shown' }),
  savedAt: utcInstant,
  changed: z.array(answerElsewhere).meta({
    description: 'What other screens have answered since `base`: show it before anything is written over it',
  }),
  conflicts: z.array(answerConflict).meta({
    description:
      'All that are open: both answers are kept, everything else is saved. Ask which one it should be, and save that',
  }),
});

/** What a submission answers. */
export const submission = z.object({ submittedAt: utcInstant, help: urgentHelp.optional() });

/** What a submission says: all that has been saved is submitted, with the last changes. */
export const changesSubmitted = { formVersion, changes: answerChanges.optional() };

/** Why answers are not taken, whoever gave them. */
export const answerProblems = [
  'not-found',
  'illegal-state',
  'form-version-mismatch',
  'page-unfit',
  'answers-invalid',
  'answers-in-conflict',
  'item-too-large',
] as const;

/** And of a save beside: it has no `If-Match`, and says itself what it has seen. */
export const saveProblems = [...answerProblems, 'already-submitted', 'version-mismatch'] as const;
