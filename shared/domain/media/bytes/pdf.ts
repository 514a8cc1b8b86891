import { asciiOf, type FileBytes, type Look } from './file-bytes.ts';

/** As far from either end as readers look for where a document begins and ends. */
const reach = 1024;
/** Bytes in which the place of the last table is told. */
const closing = 2048;
const block = 1_000_000;
/** Longer than what is looked for, so that it is found across two blocks. */
const overlap = 64;

/** The key of the trailer that says how to decrypt; the trailer is never packed or encrypted itself. */
const encryption = /\/Encrypt(?:\s+\d+\s+\d+\s+R|\s*<<)/;

const isEncrypted = async (file: FileBytes): Promise<boolean> => {
  for (let at = 0; at < file.size; at += block)
    if (encryption.test(asciiOf(await file.read(at, at + block + overlap)))) return true;
  return false;
};

/** Does it end as documents do, with a table that lies within it? At nought there is none: so reads an end that another follows. */
const isEnded = async (file: FileBytes): Promise<boolean> => {
  const tail = asciiOf(await file.read(Math.max(0, file.size - closing), file.size));
  const table = Number(/.*startxref\s+(\d+).*%%EOF/s.exec(tail)?.[1] ?? 0);
  return tail.slice(-reach).includes('%%EOF') && table > 0 && table < file.size;
};

/**
 * One made to be shown while it comes (linearized) ends a first time soon after its beginning, which says how long the whole is; what is
 * added to it later makes it longer.
 */
const isAllThere = (beginning: string, { size }: FileBytes): boolean => {
  const said = /\/Linearized[^>]*?\/L\s*(\d+)/.exec(beginning)?.[1];
  return said === undefined || Number(said) <= size;
};

/**
 * Scripts are let be: forms count sums with them, most lie packed where a search does not reach, and a search that finds some would
 * promise too much. A document is never shown in our pages: links give it as an attachment.
 */
export const lookAtPdf: Look = async (file) => {
  const beginning = asciiOf(await file.read(0, closing));
  if (!beginning.slice(0, reach).includes('%PDF-')) return 'other';
  if (!isAllThere(beginning, file) || !(await isEnded(file))) return 'incomplete';
  return (await isEncrypted(file)) ? 'locked' : 'whole';
};
