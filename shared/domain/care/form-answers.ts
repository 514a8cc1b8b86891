import * as z from 'zod';
import { digestOf } from '../content/content-digest.ts';
import { type Answers, answers } from '../form/answers/answers.ts';
import { keptAnswers } from '../form/answers/kept-answers.ts';
import type { Form } from '../form/form-shape.ts';
import { questionsAsked } from '../form/questions/questions-asked.ts';
import { questionsOf } from '../form/questions/questions-of.ts';
import { assertFit } from '../moment/answerable-form.ts';
import { Problem } from '../problem.ts';
import { type DraftAnswers, unstamped } from './draft-answers.ts';
import { type AnswerConflict, mergeDraft, openConflicts, type Save } from './draft-merging.ts';

/**
 * What was submitted. `version` is the form instance’s own as it was submitted: a save that had not come so far has not seen it. `score`
 * is what it came to, null where it came to none: what the next occasion is compared with (CARE-9).
 */
export const submittedAnswers = z.object({
  answers,
  score: z.int().nullable(),
  submittedAt: z.iso.datetime(),
  version: z.int(),
});

/** What has been answered in a form, by whomever and wherever it lies. */
export interface AnsweredForm {
  readonly draft?: DraftAnswers | undefined;
  readonly submitted?: (z.infer<typeof submittedAnswers> & Partial<WrittenAs>) | undefined;
  readonly unasked?: Answers | undefined;
}

interface WrittenAs {
  readonly writtenBy: { readonly as: AnswerConflict['by'] };
}

interface Before {
  readonly value: AnsweredForm;
  readonly version: number;
}

/** Letters of a digest that tell the few screens of one form apart; each of them stands beside every answer. */
const screenLetters = 16;

/** A mounted form and who sits at it, in one name: two people never share one, whatever session their clients say. */
export const screenOf = (session: string, writer: { readonly as: string; readonly key: string }): string =>
  digestOf([session, writer.as, writer.key]).slice(0, screenLetters);

/** What is changed where nothing has been saved since the latest submission: that, with what it left out. */
const draftOf = ({ draft, submitted, unasked }: AnsweredForm): DraftAnswers =>
  draft ?? unstamped({ ...unasked, ...submitted?.answers });

/** What was typed comes back beside what was submitted, so that nobody has to write it again. */
const notTaken = (submitted: NonNullable<AnsweredForm['submitted']>, { changes }: Pick<Save, 'changes'>) => {
  const theirs = new Map(Object.entries(submitted.answers));
  return Object.entries(changes).map(([questionId, yours]) => ({
    ...{ questionId, theirs: theirs.get(questionId) ?? null, yours },
    ...{ theirsAt: submitted.submittedAt, by: submitted.writtenBy?.as ?? 'self' },
  }));
};

/** A save rests on what is there, or was: `version-mismatch`; and on the latest submission, where there is one: `already-submitted`. */
const assertSeen = ({ submitted }: AnsweredForm, version: number, save: Save): void => {
  if (save.base > version) throw new Problem('version-mismatch');
  if (submitted && save.base < submitted.version)
    throw new Problem('already-submitted', [], { conflicts: notTaken(submitted, save) });
};

const present = (changes: Save['changes']): Answers =>
  Object.fromEntries(Object.entries(changes).flatMap(([id, given]) => (given === null ? [] : [[id, given]])));

/** Changes as they are kept: `answers-invalid` where one fits no question. What was taken away must be the form’s as well. */
const keptChanges = (form: Form, changes: Save['changes']): Save['changes'] => {
  const known = new Set(questionsOf(form).map(({ questionId }) => questionId));
  const unknown = Object.keys(changes).filter((questionId) => !known.has(questionId));
  assertFit(form, { ...present(changes), ...Object.fromEntries(unknown.map((id) => [id, ''])) }, 'draft');
  return { ...changes, ...keptAnswers(form, present(changes)) };
};

/** The draft after a save. */
export const savedDraft = (form: Form, before: Before | undefined, save: Save): DraftAnswers => {
  const { value = {}, version = 0 } = before ?? {};
  const changes = keptChanges(form, save.changes);
  assertSeen(value, version, save);
  return mergeDraft(draftOf(value), { ...save, changes });
};

interface Submission {
  readonly answers: Answers;
  /** What was answered and is not asked with these answers: kept, and never submitted. */
  readonly unasked: Answers;
}

/**
 * What is submitted: what has been saved, with the last changes. All of it must be asked for, whole and agreed upon: `answers-invalid`,
 * `answers-in-conflict`.
 */
export const submissionOf = (
  form: Form,
  before: Before | undefined,
  save: Omit<Save, 'base'>,
): Submission => {
  const { value = {}, version = 0 } = before ?? {};
  const changes = keptChanges(form, save.changes);
  const merged = mergeDraft(draftOf(value), { ...save, changes, base: version });
  const conflicts = openConflicts(merged, save.screen);
  if (conflicts.length > 0) throw new Problem('answers-in-conflict', [], { conflicts });
  const given = Object.entries(merged.answers);
  const asked = questionsAsked(form, new Map(given));
  const submitted = Object.fromEntries(given.filter(([questionId]) => asked.has(questionId)));
  assertFit(form, submitted, 'submission');
  return {
    answers: submitted,
    unasked: Object.fromEntries(given.filter(([questionId]) => !asked.has(questionId))),
  };
};
