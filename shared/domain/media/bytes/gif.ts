import { asciiOf, type FileBytes, type Look } from './file-bytes.ts';

const header = 13;
const kinds = { image: 0x2c, extension: 0x21, trailer: 0x3b };

/** Bytes of a table of colours, as the flags before it tell. */
const colours = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/** Past a row of sub-blocks, which an empty one ends. */
const afterBlocks = async (file: FileBytes, from: number): Promise<number> => {
  for (let at = from; at < file.size; ) {
    const [length = 0] = await file.read(at, at + 1);
    at += 1 + length;
    if (length === 0) return at;
  }
  return file.size;
};

/** Block after block to the trailer, which must be the end of the file. */
export const lookAtGif: Look = async (file) => {
  const head = await file.read(0, header);
  if (!/^GIF8[79]a/.test(asciiOf(head))) return 'other';
  let painted = false;
  for (let at = header + colours(head[10] ?? 0); at < file.size; ) {
    const block = await file.read(at, at + 10);
    if (block[0] === kinds.trailer && painted) return at + 1 < file.size ? 'trailing-bytes' : 'whole';
    if (block[0] === kinds.image) {
      painted = true;
      at = await afterBlocks(file, at + 11 + colours(block[9] ?? 0));
    } else if (block[0] === kinds.extension) at = await afterBlocks(file, at + 2);
    else return 'incomplete';
  }
  return 'incomplete';
};
