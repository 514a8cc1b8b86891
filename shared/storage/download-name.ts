import { create } from 'content-disposition';
import type { Media } from '../domain/media/media.ts';

/** For readers that know no more than ASCII: å becomes a, what has no likeness an underscore. */
const inAscii = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[^\x20-\x7E]+/g, '_');

/** The header that shows a file in its page, or saves a document, under its name (RFC 6266, MED-2). */
export const contentDisposition = ({ fileName, kind }: Pick<Media, 'fileName' | 'kind'>): string =>
  create(fileName, { type: kind === 'document' ? 'attachment' : 'inline', fallback: inAscii(fileName) });
