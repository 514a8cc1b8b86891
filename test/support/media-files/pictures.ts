import { crc32 } from 'node:zlib';

const bytes = (...values: number[]): Buffer => Buffer.from(values);
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

const uint32 = (value: number): Buffer => {
  const made = Buffer.alloc(4);
  made.writeUInt32BE(value);
  return made;
};
const littleUint32 = (value: number): Buffer => uint32(value).reverse();

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([text(type), content]);
  return Buffer.concat([uint32(content.length), body, uint32(crc32(body))]);
};

/** One white point, with as many bytes of a comment as asked for. */
export const png = (comment = 0): Buffer =>
  Buffer.concat([
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', bytes(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    chunk('tEXt', Buffer.alloc(comment, 'x')),
    chunk('IDAT', Buffer.from('789c63f80f00010101', 'hex')),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const segment = (kind: number, content: Buffer): Buffer =>
  Buffer.concat([bytes(0xff, kind, (content.length + 2) >> 8, (content.length + 2) & 0xff), content]);

interface Jpeg {
  /** What stands before the picture, such as a small one of it. */
  readonly before?: Buffer;
  readonly scans?: number;
}

/** As a camera makes them: segments, then scans with filled and restarting bytes, then the end. */
export const jpeg = ({ before = Buffer.alloc(0), scans = 1 }: Jpeg = {}): Buffer =>
  Buffer.concat([
    bytes(0xff, 0xd8),
    segment(0xe0, Buffer.concat([text('JFIF\0'), bytes(1, 1, 0, 0, 1, 0, 1, 0, 0)])),
    ...(before.length > 0 ? [segment(0xe1, Buffer.concat([text('Exif\0\0'), before]))] : []),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, bytes(8, 0, 1, 0, 1, 1, 1, 0x11, 0)),
    ...Array.from({ length: scans }, () =>
      Buffer.concat([
        segment(0xc4, Buffer.alloc(20)),
        segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
        bytes(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xff, 0xd1, 0x78),
      ]),
    ),
    bytes(0xff, 0xd9),
  ]);

/** One point; what is said in the comment is for readers of comments alone. */
export const gif = (comment = 'Made in a test'): Buffer =>
  Buffer.concat([
    text('GIF89a'),
    bytes(1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
    bytes(0x21, 0xfe, comment.length),
    text(comment),
    bytes(0),
    bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0),
    bytes(0x3b),
  ]);

const riff = (type: string, content: Buffer): Buffer =>
  Buffer.concat([text(type), littleUint32(content.length), content, Buffer.alloc(content.length % 2)]);

interface WebP {
  /** A chunk beside the picture. */
  readonly beside?: readonly [type: string, content: Buffer];
}

export const webp = ({ beside }: WebP = {}): Buffer =>
  riff(
    'RIFF',
    Buffer.concat([
      text('WEBP'),
      ...(beside ? [riff('VP8X', Buffer.alloc(10))] : []),
      riff('VP8L', Buffer.from('2f000000000088880801', 'hex')),
      ...(beside ? [riff(...beside)] : []),
    ]),
  );
