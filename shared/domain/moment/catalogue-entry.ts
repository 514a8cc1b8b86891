import * as z from 'zod';
import { momentKind } from '../content/outline.ts';
import { Problem } from '../problem.ts';
import { momentVersion } from './version.ts';

/** Whom a moment is offered to: care providers by HSA-id, or all of them (PUB-3). */
export const offeredTo = z.union([z.literal('everyone'), z.array(z.string())]);
export type OfferedTo = z.infer<typeof offeredTo>;

export const catalogueState = z.enum(['published', 'unpublished']);

/** A moment in the catalogue (innehållskatalogen): what may change about what is published, which itself never does (PUB-4, PUB-6). */
export const catalogueEntry = z.object({
  momentId: z.string(),
  title: z.string(),
  kind: momentKind,
  open: z.boolean(),
  publisherUnit: z.string(),
  publisherProvider: z.string(),
  state: catalogueState,
  latest: momentVersion,
  /** The latest minor of each major, newest major first. */
  versions: z.array(momentVersion),
  offeredTo,
  /** Since when nothing new of a version is started, by version (PUB-9); what is said of it lies by itself. */
  recalled: z.record(momentVersion, z.iso.datetime()),
  /** What a search finds it by. */
  words: z.array(z.string()),
  publishedAt: z.iso.datetime(),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

/** A line in a provider's catalogue. `provider` is `everyone` where all are offered it. */
export const offer = z.object({ momentId: z.string(), provider: z.string() });
export type Offer = z.infer<typeof offer>;

/** A word of a title, by which a search finds the moment. */
export const catalogueWord = z.object({ word: z.string(), momentId: z.string() });

export const isOffered = ({ offeredTo: to }: Pick<CatalogueEntry, 'offeredTo'>, provider: string): boolean =>
  to === 'everyone' || to.includes(provider);

/** `moment-not-offered`. */
export const assertOffered = (entry: CatalogueEntry, provider: string): CatalogueEntry => {
  if (!isOffered(entry, provider)) throw new Problem('moment-not-offered');
  return entry;
};

/** Published, and offered to that provider (PUB-3, PUB-6): `moment-not-offered`, `moment-unpublished`. */
export const assertAvailable = (entry: CatalogueEntry, provider: string): void => {
  assertOffered(entry, provider);
  if (entry.state !== 'published') throw new Problem('moment-unpublished');
};
