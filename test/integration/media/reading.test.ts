import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContentType } from '../../../shared/domain/media/format.ts';
import { objectKey } from '../../../shared/domain/media/object-key.ts';
import { createUploadStore } from '../../../shared/storage/s3-upload-store.ts';
import { verdicts, verdictTag } from '../../../shared/storage/scan-verdict.ts';
import { png } from '../../support/media-files/pictures.ts';
import { box, id3, mp3, mp4 } from '../../support/media-files/recordings.ts';
import { type OpenedStore, openStore } from '../local/object-store-client.ts';

let store: OpenedStore;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());

/** Has the file judged; answers with what was seen and how many bytes were fetched, all in all and at most at once. */
const read = async (contentType: ContentType, bytes: Buffer) => {
  const ids = { momentId: crypto.randomUUID(), mediaId: crypto.randomUUID() };
  const temporary = await store.server.files.temporary();
  await writeFile(temporary, bytes);
  const version = await store.server.files.put({ bucket: 'q', key: objectKey(ids) }, temporary, {
    ...{ bytes: bytes.length, sha256: '', contentType, madeAt: '2026-01-01T00:00:00.000Z' },
    tags: { [verdictTag]: verdicts.clean },
  });
  const buckets = store.buckets();
  const fetched: number[] = [];
  buckets.client.middlewareStack.add(
    (next) => async (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers['range'] ?? '') ?? [];
      if (from !== undefined) fetched.push(Number(to) - Number(from) + 1);
      return next(args);
    },
    { step: 'finalizeRequest' },
  );
  const found = await createUploadStore(buckets).inspect({ ...ids, version }, contentType);
  const all = fetched.reduce((sum, one) => sum + one, 0);
  return { seen: 'seen' in found ? found.seen : found.scan, all, most: Math.max(...fetched) };
};

const large = Buffer.alloc(60_000_000);

describe('MED-3 a file larger than memory', () => {
  it.each([
    [
      'a film with its table after sixty megabytes',
      Buffer.concat([
        mp4({ tracks: [] }).subarray(0, 28),
        box('mdat', large),
        mp4({ tracks: ['video'] }).subarray(28),
      ]),
    ],
    ['a film with its table first', mp4({ tracks: ['video'], more: [box('free', large)] })],
  ])('%s is judged by small parts of it', async (_, film) => {
    expect(await read('video/mp4', film)).toEqual({
      seen: 'whole',
      all: expect.toSatisfy((all: number) => all < 4_000_000),
      most: expect.toSatisfy((most: number) => most <= 1_000_000),
    });
  });

  it('that must be looked through to its end is so in stretches, each fetched once', async () => {
    const sound = Buffer.concat([id3(2_000_000), mp3({ frames: 8000 })]);
    const { seen, all, most } = await read('audio/mpeg', sound);
    expect([seen, most]).toEqual(['whole', 1_000_000]);
    expect(all).toBeLessThan(sound.length + 2_000_000);
    const picture = png(5_000_000);
    expect(await read('image/png', picture)).toMatchObject({ seen: 'whole', most: 1_000_000 });
  });
});
