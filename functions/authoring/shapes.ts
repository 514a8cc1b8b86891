import * as z from 'zod';
import { contentDigest } from '../../shared/domain/content/content-digest.ts';
import { contentId } from '../../shared/domain/content/content-id.ts';
import { formKind } from '../../shared/domain/form/form-kind.ts';

export const momentPath = z.strictObject({ momentId: z.uuid() });
export const modulePath = z.strictObject({ momentId: z.uuid(), moduleId: contentId });
export const stepPath = z.strictObject({ momentId: z.uuid(), moduleId: contentId, stepId: contentId });
export const formPath = z.strictObject({ momentId: z.uuid(), formId: contentId });

/** Counted from 0; after the last of them is the end. */
export const place = z.int().min(0).max(100).optional();

export const etag = z
  .string()
  .max(20)
  .meta({ description: 'For `If-Match` when this part is changed', example: '"3"' });

export const formVersion = contentDigest.meta({ description: 'Names this very content of the form' });

export const shownForm = z.object({
  formId: z.string(),
  title: z.string(),
  kind: formKind,
  formVersion,
  etag,
});

/** Ordinary forms whose answers several modules share; whether that is meant is the designer's to say (AUT-5). */
export const warnings = z.array(
  z.object({ code: z.literal('form-shared'), formId: z.string(), modules: z.array(z.string()) }),
);

export const partKind = z.enum(['outline', 'module', 'form']);

/** What every save answers: the parts as they are now, without ETag where they are gone. */
export const saved = z
  .object({
    saveId: z.uuid(),
    parts: z.array(
      z.object({
        kind: partKind,
        moduleId: z.string().optional(),
        formId: z.string().optional(),
        etag: etag.optional(),
      }),
    ),
    warnings: warnings.optional(),
  })
  .meta({
    id: 'Saved',
    description:
      'undoSave takes `saveId`. `warnings` names forms that stand in several modules and so share their answers; absent where this save did not look, openDraft has them',
  });
