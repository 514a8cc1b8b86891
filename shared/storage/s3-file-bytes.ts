import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { FileBytes } from '../domain/media/bytes/file-bytes.ts';

/** Bytes fetched at once: some hundred requests for the largest film, if all of it is looked at. */
const stretch = 1_000_000;

interface Place {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId: string | undefined;
}

/** An object as bytes, fetched by ranges: of a large one no more than a stretch, and what is asked for, is in memory. */
export const fileBytes = (client: S3Client, place: Place, size: number): FileBytes => {
  let kept = { from: 0, bytes: new Uint8Array() };

  const fetch = async (from: number, to: number): Promise<Uint8Array<ArrayBuffer>> => {
    const { Body } = await client.send(new GetObjectCommand({ ...place, Range: `bytes=${from}-${to - 1}` }));
    return new Uint8Array((await Body?.transformToByteArray()) ?? []);
  };

  return {
    size,
    async read(from, asked) {
      const to = Math.min(asked, size);
      if (from >= to) return new Uint8Array();
      if (from < kept.from || to > kept.from + kept.bytes.length)
        kept = { from, bytes: await fetch(from, Math.min(size, Math.max(to, from + stretch))) };
      return kept.bytes.subarray(from - kept.from, to - kept.from);
    },
  };
};
