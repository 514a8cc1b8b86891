import type { Fault } from '../problem.ts';
import { endingOf } from './file-name.ts';
import { type ContentType, formatOf, knownType, type MediaKind } from './format.ts';
import { type MediaLimits, maximumBytes, takes } from './limits.ts';

interface Announced {
  /** As cleaned. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e5) / 10} MB`;

const sizeFaults = (bytes: number, most: number): Fault[] => {
  const pointer = '/body/bytes';
  if (bytes < 1)
    return [{ pointer, code: 'media-empty', detail: 'The file is empty: choose one with content' }];
  if (bytes <= most) return [];
  const detail = `The file is ${megabytes(bytes)}; at most ${megabytes(most)} is taken: export it smaller`;
  return [{ pointer, code: 'media-too-large', detail }];
};

const endingFaults = (fileName: string, type: ContentType): Fault[] => {
  const { endings } = formatOf(type);
  const [ending, listed] = [endingOf(fileName), endings.map((one) => `.${one}`).join(' or ')];
  if (endings.includes(ending)) return [];
  const found = ending === '' ? 'has no ending' : `ends in .${ending}`;
  const detail = `A file of type ${type} ends in ${listed}; the name ${found}: choose the right file, or export it anew`;
  return [{ pointer: '/body/fileName', code: 'media-ending-mismatch', detail }];
};

const typeFault = (limits: MediaLimits): Fault => ({
  pointer: '/body/contentType',
  code: 'media-type-not-allowed',
  detail: `Not a type that is taken: export it as one of ${Object.values(limits)
    .flatMap(({ types }) => types)
    .join(', ')}`,
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
