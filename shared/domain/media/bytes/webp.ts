import { asciiOf, type FileBytes, type Look, littleUint32 } from './file-bytes.ts';

const pictures = ['VP8 ', 'VP8L', 'ANMF'];

/** Are the chunks as long together as the file says, with a picture among them? */
const addUp = async (file: FileBytes, end: number): Promise<boolean> => {
  let [at, painted] = [12, false];
  while (at + 8 <= end) {
    const chunk = await file.read(at, at + 8);
    const length = littleUint32(chunk, 4);
    painted ||= pictures.includes(asciiOf(chunk.subarray(0, 4)));
    at += 8 + length + (length % 2);
  }
  // An odd last chunk is filled up to an even length by some writers only.
  return painted && (at === end || at === end + 1);
};

export const lookAtWebp: Look = async (file) => {
  const head = await file.read(0, 12);
  if (!/^RIFF.{4}WEBP$/s.test(asciiOf(head))) return 'other';
  const end = 8 + littleUint32(head, 4);
  if (end > file.size || !(await addUp(file, end))) return 'incomplete';
  return file.size - end > end % 2 ? 'trailing-bytes' : 'whole';
};
