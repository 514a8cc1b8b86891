import * as z from 'zod';
import type { ContentType, MediaKind } from './format.ts';

const limit = <T extends ContentType>(...types: [T, ...T[]]) =>
  z.strictObject({
    /** The largest file of this kind; 10^6 bytes each. */
    megabytes: z.int().min(1).max(5000),
    /** A format that is not listed here cannot be configured either: neither SVG nor HTML is safe to show (MED-1). */
    types: z.array(z.enum(types)).min(1),
  });

/** How large a file of each kind may be, and of which formats, as a stage says (MED-1). */
export const mediaLimits = z.strictObject({
  image: limit('image/jpeg', 'image/png', 'image/gif', 'image/webp'),
  sound: limit('audio/mpeg', 'audio/mp4'),
  film: limit('video/mp4'),
  document: limit('application/pdf'),
});
export type MediaLimits = z.infer<typeof mediaLimits>;

/** Files that one moment may have. */
export const mostMediaInMoment = 500;

export const maximumBytes = (limits: MediaLimits, kind: MediaKind): number => limits[kind].megabytes * 1e6;

export const takes = (limits: MediaLimits, kind: MediaKind, type: ContentType): boolean =>
  limits[kind].types.some((taken) => taken === type);
