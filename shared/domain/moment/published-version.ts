import * as z from 'zod';
import { moduleOutline } from '../content/module-outline.ts';
import { outline } from '../content/outline.ts';
import { formRef } from './draft.ts';
import { momentVersion } from './version.ts';

/** A module in a version's table of contents; the digests tell whether its structure or anything in it differs from another's. */
export const moduleSummary = z.object({
  moduleId: z.string(),
  title: z.string(),
  structure: z.string(),
  wording: z.string(),
  /** Which forms stand in which section: what decides whether a resident reaches them (CARE-3). */
  places: z.array(z.object({ sectionId: z.string(), formId: z.string() })),
});
export type ModuleSummary = z.infer<typeof moduleSummary>;

/** A published version: written once, never changed (PUB-7). Its modules are items of their own. */
export const publishedVersion = z.object({
  ...outline.omit({ moduleIds: true }).shape,
  momentId: z.string(),
  momentVersion,
  modules: z.array(moduleSummary),
  forms: z.array(formRef),
  publisherUnit: z.string(),
  publishedBy: z.string(),
  publishedAt: z.iso.datetime(),
});
export type PublishedVersion = z.infer<typeof publishedVersion>;

export const publishedModule = z.object({
  momentId: z.string(),
  momentVersion,
  module: moduleOutline,
  /** Closed to a resident until the practitioner opens it. */
  openedByPractitioner: z.boolean(),
});
export type PublishedModule = z.infer<typeof publishedModule>;
