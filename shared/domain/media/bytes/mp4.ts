import { BufferSource, Input, Logging, LogLevel, MP4 } from 'mediabunny';
import { asciiOf, type FileBytes, type Look, type Seen, uint32, uint64 } from './file-bytes.ts';

// It would tell the console of every codec it cannot decode; nothing is decoded here.
Logging.level = LogLevel.Silent;

interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Bytes of the largest table of contents that is read: that of many hours of film. */
const largestTable = 32_000_000;

/** The box that begins there; undefined where none does, or the file ends before it. */
const boxAt = async (file: FileBytes, from: number): Promise<Box | undefined> => {
  const header = await file.read(from, from + 16);
  if (header.length < 8) return undefined;
  const type = asciiOf(header.subarray(4, 8));
  const short = uint32(header);
  const isLong = short === 1 && header.length === 16;
  // Nought: as long as the file goes on.
  const length = short === 0 ? file.size - from : isLong ? uint64(header, 8) : short;
  const fits = length >= (short === 1 ? 16 : 8) && from + length <= file.size;
  return fits && /^[\x20-\x7e©]{4}$/.test(type) ? { type, from, to: from + length } : undefined;
};

/** The outermost boxes; undefined where they do not add up to the file. */
const boxesIn = async (file: FileBytes): Promise<Box[] | undefined> => {
  const boxes: Box[] = [];
  for (let at = 0; at < file.size; ) {
    const box = await boxAt(file, at);
    if (!box) return undefined;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
};

const together = async (file: FileBytes, first: Box, second: Box): Promise<Uint8Array> => {
  const bytes = new Uint8Array(first.to - first.from + second.to - second.from);
  bytes.set(await file.read(first.from, first.to));
  bytes.set(await file.read(second.from, second.to), first.to - first.from);
  return bytes;
};

type Tracks = { readonly sound: boolean; readonly film: boolean };

/** Kinds of the tracks; undefined where nobody can tell. The brand and the table of contents are all that is needed for it. */
const tracksIn = async (bytes: Uint8Array): Promise<Tracks | 'other' | undefined> => {
  const input = new Input({ formats: [MP4], source: new BufferSource(bytes) });
  try {
    // QuickTime, for one, is built in the same way.
    if (!(await input.canRead())) return 'other';
    const types = (await input.getTracks()).map(({ type }) => type);
    return { sound: types.includes('audio'), film: types.includes('video') };
  } catch {
    return undefined;
  }
};

const judged = (tracks: Tracks, wanted: keyof Tracks): Seen => {
  if (tracks[wanted]) return wanted === 'sound' && tracks.film ? 'holds-film' : 'whole';
  if (wanted === 'sound' && tracks.film) return 'holds-film';
  return tracks.sound ? 'only-sound' : 'other';
};

/** The tracks tell what it is, whatever brand a recorder gives it: sound alone is sound, a video track is film. */
const lookFor =
  (wanted: keyof Tracks): Look =>
  async (file) => {
    if (asciiOf(await file.read(4, 8)) !== 'ftyp') return 'other';
    const boxes = await boxesIn(file);
    const brand = boxes?.find(({ type }) => type === 'ftyp');
    const table = boxes?.find(({ type }) => type === 'moov');
    if (!brand || !table || !boxes?.some(({ type }) => type === 'mdat')) return 'incomplete';
    if (brand.to - brand.from + table.to - table.from > largestTable) return 'incomplete';
    const tracks = await tracksIn(await together(file, brand, table));
    if (tracks === undefined) return 'incomplete';
    return tracks === 'other' ? 'other' : judged(tracks, wanted);
  };

export const lookAtSoundInMp4 = lookFor('sound');
export const lookAtFilmInMp4 = lookFor('film');
