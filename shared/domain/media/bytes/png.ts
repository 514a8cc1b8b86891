import { asciiOf, begins, type Look, uint32 } from './file-bytes.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum around what a chunk holds. */
const frame = 12;

/**
 * Chunk after chunk to the last, which must be the end of the file: telephones have left the part of a picture that was cut away
 * behind it.
 */
export const lookAtPng: Look = async (file) => {
  if (!begins(await file.read(0, signature.length), signature)) return 'other';
  let painted = false;
  for (let at = signature.length; at + frame <= file.size; ) {
    const header = await file.read(at, at + 8);
    const type = asciiOf(header.subarray(4));
    if (at === signature.length && type !== 'IHDR') return 'incomplete';
    at += frame + uint32(header);
    if (type === 'IEND' && painted) return at < file.size ? 'trailing-bytes' : 'whole';
    painted ||= type === 'IDAT' && at <= file.size;
  }
  return 'incomplete';
};
