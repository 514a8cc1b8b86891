import * as z from 'zod';
import { contentDigest } from '../content/content-digest.ts';
import { moduleOutline } from '../content/module-outline.ts';
import { outline } from '../content/outline.ts';
import { draftFormRef } from './draft.ts';
import { draftBasis } from './draft-basis.ts';

/** What was done in a save, for the list of saves (AUT-7). */
export const saveAct = z.enum([
  'draft-replaced',
  'outline-saved',
  'module-added',
  'module-saved',
  'module-deleted',
  'step-saved',
  'step-moved',
  'step-copied',
  'form-saved',
  'form-copied',
  'form-deleted',
  'version-opened',
  'undone',
]);
export type SaveAct = z.infer<typeof saveAct>;

/**
 * One part that a save changed: what it was before, absent where the save made it, and the digest of what it became, absent where the
 * save deleted it. Undo puts `before` back while the part still is, or is again, what the save left.
 */
export const savedPart = z.object({
  momentId: z.string(),
  saveId: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  act: saveAct,
  part: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('outline'), before: outline.optional() }),
    z.object({ kind: z.literal('module'), moduleId: z.string(), before: moduleOutline.optional() }),
    z.object({ kind: z.literal('form'), formId: z.string(), before: draftFormRef.optional() }),
    z.object({ kind: z.literal('basis'), before: draftBasis.optional() }),
  ]),
  after: contentDigest.optional(),
});
export type SavedPart = z.infer<typeof savedPart>;

/** Tells the parts of one save apart. */
export const partName = ({ part }: Pick<SavedPart, 'part'>): string => {
  switch (part.kind) {
    case 'outline':
    case 'basis':
      return part.kind;
    case 'module':
      return `module ${part.moduleId}`;
    case 'form':
      return `form ${part.formId}`;
  }
};
