import * as z from 'zod';
import { told } from '../sayings/said.ts';
import { textSayings } from '../sayings/text-sayings.ts';
import { contentType, mediaKind } from './format.ts';

/** Why a file was rejected once it had been uploaded (MED-3, MED-4). */
export const rejection = z.enum([
  'empty',
  'wrong-size',
  'wrong-checksum',
  'wrong-type',
  'unknown-bytes',
  'wrong-bytes',
  'incomplete',
  'trailing-bytes',
  'only-sound',
  'holds-film',
  'locked',
  'infected',
  'unscannable',
]);
export type Rejection = z.infer<typeof rejection>;

/**
 * `awaiting-upload` → the bytes come → `scanning` → `available` or `rejected`. One uploaded and already found clean goes past
 * `scanning`. What is removed leaves no row.
 */
export const mediaState = z.enum(['awaiting-upload', 'scanning', 'available', 'rejected']);

/** 32 bytes in base64, spelt in the only way there is. */
export const sha256 = z
  .string()
  .regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, told(textSayings['sha256-form']));

/** One file of a moment. Its bytes lie in storage under a key made of the two ids. */
export const media = z.object({
  momentId: z.string(),
  mediaId: z.uuid(),
  kind: mediaKind,
  /** As cleaned (file-name.ts): shown, and given to who downloads it. */
  fileName: z.string(),
  contentType,
  bytes: z.int().min(1),
  sha256,
  state: mediaState,
  rejection: rejection.optional(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type Media = z.infer<typeof media>;

/** Its bytes may still come, or be found good: whatever is uploaded for any other is not wanted. */
export const isUndecided = ({ state }: Pick<Media, 'state'>): boolean =>
  state === 'awaiting-upload' || state === 'scanning';
