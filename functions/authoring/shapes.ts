import * as z from 'zod';
import { momentPath } from '../../shared/contract/paths.ts';
import { contentDigest } from '../../shared/domain/content/content-digest.ts';
import { contentId, keptContentId } from '../../shared/domain/content/content-id.ts';
import { formKind } from '../../shared/domain/form/form-kind.ts';

export const modulePath = momentPath.extend({ moduleId: keptContentId });
/** A step may be made by its path. */
export const stepPath = modulePath.extend({ stepId: contentId });
export const formPath = momentPath.extend({ formId: keptContentId });

/** Bytes of a request with content: what a step or a form says is one item, which must be under `largestItemBytes`. */
export const contentBodyLimit = 256 * 1024;

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

export const partKind = z.enum(['outline', 'module', 'form', 'basis']);

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

/** To those who may not read the moment it is not there. */
export const draftReading = {
  caller: 'staff',
  permission: 'moment:read',
  activity: 'draft-opened',
  conceals: true,
  method: 'GET',
  status: 200,
  problems: ['not-found'],
} as const;
export const designing = { caller: 'staff', permission: 'moment:design', conceals: true } as const;
export const draftSaving = { ...designing, activity: 'draft-saved', response: saved } as const;

/** A part of the draft and the head, read by their keys, and written. */
export const partGrants = [{ table: 'moments', actions: ['GetItem', 'PutItem', 'UpdateItem'] }] as const;
