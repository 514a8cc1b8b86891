import { asciiOf, type FileBytes, type Look, uint32 } from './file-bytes.ts';

interface Frame {
  readonly length: number;
  /** Version and rate: the same in every frame of one recording. */
  readonly sort: string;
  /** Where the first frame says how long the whole is, if it does. */
  readonly note: number;
}

/** How far a recording may begin after its tags: padding, or what another program left there. */
const reach = 65_536;
/** As many in a row are no coincidence. */
const enough = 3;
const longestFrame = 1441;

const version1 = { kilobits: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320], factor: 144 };
const version2 = { kilobits: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160], factor: 72 };
/** By the two bits that tell the version; the second is taken by nobody. */
const versions = [
  { ...version2, rates: [11_025, 12_000, 8000], note: [21, 13] },
  undefined,
  { ...version2, rates: [22_050, 24_000, 16_000], note: [21, 13] },
  { ...version1, rates: [44_100, 48_000, 32_000], note: [36, 21] },
] as const;

/** MPEG audio, layer III; undefined where no such frame begins. */
const frameIn = (bytes: Uint8Array, at = 0): Frame | undefined => {
  const [sync = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const version = versions[(second >> 3) & 3];
  if (sync !== 0xff || second < 0xe0 || ((second >> 1) & 3) !== 1 || !version) return undefined;
  const kilobits = version.kilobits[(third >> 4) - 1];
  const rate = version.rates[(third >> 2) & 3];
  if (kilobits === undefined || rate === undefined) return undefined;
  const length = Math.floor((version.factor * kilobits * 1000) / rate) + ((third >> 1) & 1);
  return { length, sort: `${second >> 3} ${rate}`, note: version.note[fourth >> 6 === 3 ? 1 : 0] };
};

/** Past the tags in front, footers and all; beyond the end where one says that it is longer than the file. */
const afterTags = async (file: FileBytes): Promise<number> => {
  for (let at = 0; ; ) {
    const tag = await file.read(at, at + 10);
    const size = tag.subarray(6);
    if (tag.length < 10 || !asciiOf(tag).startsWith('ID3') || size.some((byte) => byte > 0x7f)) return at;
    const footer = (tag[5] ?? 0) & 0x10 ? 10 : 0;
    at += 10 + size.reduce((sum, byte) => sum * 128 + byte, 0) + footer;
  }
};

const isRow = (bytes: Uint8Array, from: number): boolean => {
  const first = frameIn(bytes, from);
  for (let [at, count] = [from, 0]; count < enough; count += 1) {
    const frame = frameIn(bytes, at);
    if (!frame || frame.sort !== first?.sort) return false;
    at += frame.length;
  }
  return true;
};

const firstFrame = async (file: FileBytes): Promise<number | undefined> => {
  const from = await afterTags(file);
  const bytes = await file.read(from, from + reach + enough * longestFrame);
  for (let at = bytes.indexOf(0xff); at >= 0 && at < reach; at = bytes.indexOf(0xff, at + 1))
    if (isRow(bytes, at)) return from + at;
  return undefined;
};

/** Bytes of all frames together as the encoder noted them in the first; 0 where it did not. */
const notedBytes = async (file: FileBytes, first: number): Promise<number> => {
  const bytes = await file.read(first, first + longestFrame);
  const note = bytes.subarray(frameIn(bytes)?.note);
  if (note.length < 16 || !['Xing', 'Info'].includes(asciiOf(note.subarray(0, 4)))) return 0;
  const flags = uint32(note, 4);
  if (!(flags & 2)) return 0;
  return uint32(note, flags & 1 ? 12 : 8);
};

/** Frame after frame: the last must be whole, and what follows is a tag or nothing that a player hears. */
const isCut = async (file: FileBytes, first: number): Promise<boolean> => {
  const sample = frameIn(await file.read(first, first + 4));
  for (let at = first; at < file.size; ) {
    const header = await file.read(at, at + 4);
    if (header.length < 4) return header[0] === 0xff;
    const frame = frameIn(header);
    if (!frame || frame.sort !== sample?.sort) return false;
    at += frame.length;
    if (at > file.size) return true;
  }
  return false;
};

/** A tag alone is no sound: frames must follow it, wherever it ends. */
export const lookAtMp3: Look = async (file) => {
  const first = await firstFrame(file);
  if (first === undefined) return 'other';
  const short = file.size - first < (await notedBytes(file, first));
  return short || (await isCut(file, first)) ? 'incomplete' : 'whole';
};
