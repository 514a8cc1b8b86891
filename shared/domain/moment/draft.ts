import * as z from 'zod';
import { contentId } from '../content/content-id.ts';
import { keptFinding } from '../content/finding.ts';
import { moduleOutline } from '../content/module-outline.ts';
import { outline } from '../content/outline.ts';
import type { StepContent } from '../content/step.ts';
import { optionWords } from '../form/comparing/option-words.ts';
import { formKind } from '../form/form-kind.ts';
import type { Form } from '../form/form-shape.ts';

/*
 * A draft is a few small items that people edit, each with its own version, and behind them contents that never change and are found
 * by their digest. So a save writes what was changed and nothing else, two people in different modules never meet, undo is pointing
 * at what was there before, and publishing copies no content.
 */

export const draftOutline = z.object({ momentId: z.string(), outline });
export type DraftOutline = z.infer<typeof draftOutline>;

export const draftModule = z.object({ momentId: z.string(), module: moduleOutline });
export type DraftModule = z.infer<typeof draftModule>;

/** A form in the draft or in a version: where it is found, and digests that tell a change of structure or scoring (AUT-8, AUT-9). */
export const formRef = z.object({
  formId: contentId,
  title: z.string(),
  kind: formKind,
  digest: z.string(),
  structure: z.string(),
  scoring: z.string().optional(),
  words: optionWords.optional(),
  findings: z.array(keptFinding),
});
export type FormRef = z.infer<typeof formRef>;

/** In a draft also with what it says as digests (form-fingerprint.ts), packed; without where that is too much. */
export const draftFormRef = formRef.extend({ fingerprint: z.string().optional() });
export type DraftFormRef = z.infer<typeof draftFormRef>;

/** As a version has it: in what is read whenever somebody answers, its fingerprint would be carried in vain. */
export const publishedFormRef = ({ fingerprint: _, ...form }: DraftFormRef): FormRef => form;

export const draftForm = z.object({ momentId: z.string(), form: draftFormRef });
export type DraftForm = z.infer<typeof draftForm>;

/** Checked when it is saved; when it is read its digest says that it is the same (content-repository.ts). */
const asSaved = <T extends object>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null, 'Content must be an object');

export const keptStep = z.object({ momentId: z.string(), digest: z.string(), step: asSaved<StepContent>() });
export const keptForm = z.object({ momentId: z.string(), digest: z.string(), form: asSaved<Form>() });
export type KeptForm = z.infer<typeof keptForm>;
