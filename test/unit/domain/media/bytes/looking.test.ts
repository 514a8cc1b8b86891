import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileBytes } from '../../../../../shared/domain/media/bytes/file-bytes.ts';
import { lookInto } from '../../../../../shared/domain/media/bytes/look-into.ts';
import { type ContentType, contentType } from '../../../../../shared/domain/media/format.ts';
import { corpus } from '../../../../support/media-files/corpus.ts';
import { linearizedPdf, pdf } from '../../../../support/media-files/documents.ts';
import { gif, jpeg, png, webp } from '../../../../support/media-files/pictures.ts';
import { id3, mp3, mp4 } from '../../../../support/media-files/recordings.ts';
import { runs } from '../../../../support/property-runs.ts';

const inMemory = (bytes: Buffer): FileBytes => ({
  size: bytes.length,
  read: async (from, to) => new Uint8Array(bytes.subarray(from, to)),
});
const look = (type: ContentType, bytes: Buffer) => lookInto(type)(inMemory(bytes));

const whole: readonly (readonly [string, ContentType, Buffer])[] = [
  ['PNG', 'image/png', png()],
  ['JPEG', 'image/jpeg', jpeg({ before: jpeg(), scans: 2 })],
  ['GIF', 'image/gif', gif()],
  ['WebP', 'image/webp', webp({ beside: ['EXIF', Buffer.alloc(6)] })],
  ['MP3', 'audio/mpeg', Buffer.concat([id3(30), mp3()])],
  ['M4A', 'audio/mp4', mp4({ brand: 'M4A ', tableLast: true })],
  ['M4A with its table first', 'audio/mp4', mp4({ brand: 'mp42' })],
  ['MP4', 'video/mp4', mp4({ tracks: ['video', 'audio'], isLong: true })],
  ['PDF', 'application/pdf', pdf()],
  ['linearized PDF', 'application/pdf', linearizedPdf()],
];

/** What may be missing at the end without anything being lost: a line break. */
const spare = (type: ContentType): number => (type === 'application/pdf' ? 1 : 0);

/** The others say at the beginning how long they are: what they hold may be silence. */
const endsInAWord: readonly ContentType[] = ['image/png', 'image/jpeg', 'image/gif', 'application/pdf'];

const trailing: Readonly<Record<ContentType, string>> = {
  ...{ 'image/png': 'trailing-bytes', 'image/gif': 'trailing-bytes', 'image/webp': 'trailing-bytes' },
  ...{ 'audio/mp4': 'incomplete', 'video/mp4': 'incomplete' },
  // Devices add to these of their own; what is added is never read.
  ...{ 'image/jpeg': 'whole', 'audio/mpeg': 'whole', 'application/pdf': 'whole' },
};

describe('MED-3 a file that is whole', () => {
  it.each(whole)('%s is seen as such', async (_, type, bytes) => {
    expect(await look(type, bytes)).toBe('whole');
  });

  it.each(whole)('%s is not, wherever it is cut', async (_, type, bytes) => {
    const last = bytes.length - 1 - spare(type);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: last }), async (length) => {
        expect(await look(type, bytes.subarray(0, length))).not.toBe('whole');
      }),
      { examples: [[0], [1], [last], [last - 1]] },
    );
  });

  it.each(whole.filter(([, type]) => endsInAWord.includes(type)))(
    '%s is not when its end is zeros, as a copy that never came through',
    async (_, type, bytes) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 8 }), async (length) => {
          const hollow = Buffer.concat([bytes.subarray(0, length), Buffer.alloc(bytes.length - length)]);
          expect(await look(type, hollow)).not.toBe('whole');
        }),
      );
    },
  );

  it.each(whole)('%s with anything after it is judged as its format bears it', async (_, type, bytes) => {
    const junk = fc.uint8Array({ minLength: 1, maxLength: 200 }).filter((one) => one[0] !== 0xff);
    await fc.assert(
      fc.asyncProperty(junk, async (more) => {
        expect(await look(type, Buffer.concat([bytes, more]))).toBe(trailing[type]);
      }),
      { examples: [[new Uint8Array(1)], [Buffer.from('<script>alert(1)</script>')]] },
    );
  });
});

describe('MED-3 bytes of any kind', () => {
  it('are judged without a failure, whatever they were looked at as', async () => {
    const files = fc.constantFrom(...corpus.filter(({ file }) => file.bytes.length < 10_000));
    const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...contentType.options),
        files,
        changes,
        async (type, { file }, changed) => {
          const bytes = Buffer.from(file.bytes);
          for (const [at, value] of changed) bytes[at % bytes.length] = value;
          expect(await look(type, bytes)).toMatch(/^[a-z-]+$/);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('of a format are never whole in another', async () => {
    for (const [, own, bytes] of whole)
      for (const type of contentType.options.filter((one) => one !== own))
        expect(await look(type, bytes)).not.toBe('whole');
  });
});
