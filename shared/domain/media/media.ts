import * as z from 'zod';
import { contentType, mediaKind } from './format.ts';

/** Why a file was rejected once it had been uploaded (MED-3, MED-4). */
export const rejection = z.enum([
  'empty',
  'wrong-size',
  'wrong-checksum',
  'wrong-type',
  'unknown-bytes',
  'wrong-bytes',
  'infected',
  'unscannable',
]);
export type Rejection = z.infer<typeof rejection>;

/**
 * `awaiting-upload` → the bytes come → `scanning` → `available` or `rejected`; `removed` from anywhere, and for good. One uploaded
 * and already found clean goes past `scanning`.
 */
export const mediaState = z.enum(['awaiting-upload', 'scanning', 'available', 'rejected', 'removed']);

/** 32 bytes in base64, spelt in the only way there is. */
export const sha256 = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'SHA-256 in base64');

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

/** What the designer is told, with what to do about it (MED-3). */
export const rejectionAdvice: Readonly<Record<Rejection, string>> = {
  empty: 'The file is empty. Check that it opens on your computer, then upload it again.',
  'wrong-size': 'Another number of bytes arrived than was announced. Upload the file again.',
  'wrong-checksum': 'The bytes changed on the way. Upload the file again.',
  'wrong-type': 'It was stored as another type than was announced. Upload the file again.',
  'unknown-bytes':
    'The content is of no format we know. Open the file in the program it was made with and export it as a format listed under limits.',
  'wrong-bytes':
    'The content is of another format than the name says. Changing the ending does not convert a file: export it as the format you want.',
  infected:
    'The virus scan found something harmful. Do not open the file; ask your own IT support, and upload a clean one.',
  unscannable:
    'The file cannot be scanned for viruses, for instance because it is locked with a password. Export it without a password and upload that.',
};
