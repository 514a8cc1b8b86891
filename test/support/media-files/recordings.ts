const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const uint32 = (...values: number[]): Buffer => {
  const made = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) made.writeUInt32BE(value, at * 4);
  return made;
};
const uint16 = (...values: number[]): Buffer => {
  const made = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) made.writeUInt16BE(value, at * 2);
  return made;
};

export const box = (type: string, ...contents: Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([uint32(content.length + 8), text(type), content]);
};
/** As boxes larger than four gigabytes are written, and smaller ones may be. */
const longBox = (type: string, content: Buffer): Buffer =>
  Buffer.concat([uint32(1), text(type), uint32(0, content.length + 16), content]);

type TrackKind = 'audio' | 'amr' | 'video';

const handlers: Readonly<Record<TrackKind, string>> = { audio: 'soun', amr: 'soun', video: 'vide' };
const entries: Readonly<Record<TrackKind, Buffer>> = {
  audio: box('mp4a', Buffer.alloc(6), uint16(1, 0, 0, 0, 0, 2, 16, 0, 0, 44_100, 0)),
  amr: box('samr', Buffer.alloc(6), uint16(1, 0, 0, 0, 0, 1, 16, 0, 0, 8000, 0)),
  video: box('avc1', Buffer.alloc(6), uint16(1), Buffer.alloc(16), uint16(320, 240), Buffer.alloc(50)),
};

const track = (kind: TrackKind, id: number): Buffer =>
  box(
    'trak',
    box('tkhd', uint32(7, 0, 0, id, 0, 1000), Buffer.alloc(52), uint32(320 << 16, 240 << 16)),
    box(
      'mdia',
      box('mdhd', uint32(0, 0, 0, 1000, 1000), uint16(0x55c4, 0)),
      box('hdlr', uint32(0, 0), text(handlers[kind]), uint32(0, 0, 0), text('\0')),
      box(
        'minf',
        box(
          'stbl',
          box('stsd', uint32(0, 1), entries[kind]),
          ...[box('stts', uint32(0, 0)), box('stsc', uint32(0, 0)), box('stsz', uint32(0, 0, 0))],
          box('stco', uint32(0, 0)),
        ),
      ),
    ),
  );

interface Mp4 {
  readonly brand?: string;
  readonly tracks?: readonly TrackKind[];
  /** Recorders write the table of contents when they are done; what is made for the web has it first. */
  readonly tableLast?: boolean;
  /** As browsers and streaming write it: a table without samples, then piece after piece. */
  readonly pieces?: number;
  readonly isLong?: boolean;
  readonly more?: readonly Buffer[];
}

const content = Buffer.from('the sound or film itself, which nobody looks into here');

export const mp4 = (made: Mp4 = {}): Buffer => {
  const { brand = 'isom', tracks = ['audio'], tableLast = false, pieces = 0, isLong = false } = made;
  const ftyp = box('ftyp', text(brand), uint32(512), text(`${brand}isommp42`));
  const moov = box(
    'moov',
    box('mvhd', uint32(0, 0, 0, 1000, 1000, 0x10000), Buffer.alloc(76)),
    ...tracks.map((kind, at) => track(kind, at + 1)),
    ...(pieces > 0 ? [box('mvex', box('trex', uint32(0, 1, 1, 0, 0, 0)))] : []),
  );
  const mdat = isLong ? longBox('mdat', content) : box('mdat', content);
  const piece = [box('moof', box('mfhd', uint32(0, 1))), mdat];
  const data = pieces > 0 ? Array.from({ length: pieces }, () => piece).flat() : [mdat];
  return Buffer.concat([ftyp, ...(tableLast ? [...data, moov] : [moov, ...data]), ...(made.more ?? [])]);
};

const frameBytes = 417;
/** 128 kilobits a second, 44 100 Hz, stereo. */
const frame = (content = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(32), content], frameBytes);

/** ID3v2 of as many bytes; what it says of its length is no more than a saying. */
export const id3 = (length: number, { footer = false, says = length } = {}): Buffer =>
  Buffer.concat([
    ...[text('ID3'), Buffer.from([4, 0, footer ? 0x10 : 0])],
    Buffer.from([21, 14, 7, 0].map((shift) => (says >> shift) & 0x7f)),
    Buffer.alloc(length),
    ...(footer ? [text('3DI'), Buffer.alloc(7)] : []),
  ]);

/** Frames, the first with the encoder's note of how many there are, unless it was made without. */
export const mp3 = ({ frames = 8, isNoted = true } = {}): Buffer => {
  const note = Buffer.concat([text('Info'), uint32(3, frames - 1, frames * frameBytes)]);
  return Buffer.concat(
    Array.from({ length: frames }, (_, at) => frame(at === 0 && isNoted ? note : undefined)),
  );
};

/** What old players read at the end. */
export const id3v1 = Buffer.concat([text('TAG'), Buffer.alloc(125, ' ')]);
