import type { Fault } from '../problem.ts';
import { mediaSayings } from '../sayings/media-sayings.ts';
import { endingOf } from './file-name.ts';
import { type ContentType, formatOf, knownType, type MediaKind } from './format.ts';
import { type MediaLimits, maximumBytes, takes } from './limits.ts';

interface Announced {
  /** As cleaned. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
}

const sizeFaults = (bytes: number, most: number): Fault[] => {
  const pointer = '/body/bytes';
  if (bytes < 1) return [{ pointer, ...mediaSayings['media-empty'] }];
  if (bytes <= most) return [];
  return [{ pointer, ...mediaSayings['media-too-large'](bytes, most) }];
};

const endingFaults = (fileName: string, type: ContentType): Fault[] => {
  const { endings } = formatOf(type);
  const ending = endingOf(fileName);
  if (endings.includes(ending)) return [];
  return [{ pointer: '/body/fileName', ...mediaSayings['media-ending-mismatch'](type, endings, ending) }];
};

const typeFault = (limits: MediaLimits): Fault => ({
  pointer: '/body/contentType',
  ...mediaSayings['media-type-not-allowed'](Object.values(limits).flatMap(({ types }) => types)),
});

/** The format as taken here, of a type that somebody announced; undefined for SVG, HTML and everything else that is not listed. */
export const takenFormat = (
  said: string,
  limits: MediaLimits,
): { readonly type: ContentType; readonly kind: MediaKind } | undefined => {
  const type = knownType(said);
  const kind = type && formatOf(type).kind;
  return type && kind && takes(limits, kind, type) ? { type, kind } : undefined;
};

/** Everything wrong with a file before any of it is sent, all at once; each fault has a code that never changes (MED-1, MED-3). */
export const uploadFaults = ({ fileName, contentType, bytes }: Announced, limits: MediaLimits): Fault[] => {
  const format = takenFormat(contentType, limits);
  if (format)
    return [...sizeFaults(bytes, maximumBytes(limits, format.kind)), ...endingFaults(fileName, format.type)];
  const kinds = Object.keys(limits) as MediaKind[];
  const most = Math.max(...kinds.map((kind) => maximumBytes(limits, kind)));
  return [...sizeFaults(bytes, most), typeFault(limits)];
};
