import { begins, type FileBytes, type Look } from './file-bytes.ts';

const start = [0xff, 0xd8, 0xff];
const endOfImage = 0xd9;
const startOfScan = 0xda;
const block = 65_536;

/** A marker that is no segment: a restart, or one that means nothing. */
const standsAlone = (kind: number): boolean => kind === 0x01 || (kind >= 0xd0 && kind <= 0xd7);
/** After FF in a scan: an FF of the picture itself, a restart, or a filling byte. */
const goesOn = (byte: number): boolean => byte === 0x00 || byte === 0xff || standsAlone(byte);

/** Where the next marker stands that ends a scan; the end of the file where there is none. */
const endOfScan = async (file: FileBytes, from: number): Promise<number> => {
  for (let at = from; at < file.size; at += block) {
    // One byte over: a marker may stand across two blocks.
    const bytes = await file.read(at, at + block + 1);
    for (let ff = bytes.indexOf(0xff); ff >= 0; ff = bytes.indexOf(0xff, ff + 1)) {
      const next = bytes[ff + 1];
      if (next !== undefined && !goesOn(next)) return at + ff;
    }
  }
  return file.size;
};

const afterSegment = async (file: FileBytes, at: number): Promise<number> => {
  const [high = 0, low = 0] = await file.read(at + 2, at + 4);
  return at + 2 + Math.max(2, high * 256 + low);
};

/**
 * From segment to segment to the end of the picture itself, not that of the small one inside it. What follows is let be: telephones
 * put a film, a second picture or notes of their own there, no reader looks at it, and nothing served as `image/jpeg` runs.
 */
export const lookAtJpeg: Look = async (file) => {
  if (!begins(await file.read(0, start.length), start)) return 'other';
  let scanned = false;
  for (let at = 2; at + 2 <= file.size; ) {
    const [mark, kind = 0] = await file.read(at, at + 2);
    if (mark !== 0xff) return 'incomplete';
    if (kind === endOfImage) return scanned ? 'whole' : 'incomplete';
    if (kind === 0xff) at += 1;
    else if (standsAlone(kind)) at += 2;
    else at = await afterSegment(file, at);
    if (kind !== startOfScan) continue;
    scanned = true;
    at = await endOfScan(file, at);
  }
  return 'incomplete';
};
