import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { fileTypeFromBuffer } from 'file-type';
import { copiedWithinMs } from '../config/aws-patience.ts';
import { lookInto } from '../domain/media/bytes/look-into.ts';
import type { ContentType } from '../domain/media/format.ts';
import type { FoundUpload } from '../domain/media/judge-upload.ts';
import { objectKey } from '../domain/media/object-key.ts';
import type { Uploaded, UploadStore } from './media-store.ts';
import { type Buckets, openBuckets } from './s3-client.ts';
import { fileBytes } from './s3-file-bytes.ts';
import { createMediaRemover } from './s3-media-remover.ts';
import { scanIn } from './scan-verdict.ts';

/** Bytes that are enough to tell most formats. */
const head = 65_536;

const inQuarantine = ({ names }: Buckets, uploaded: Uploaded) => ({
  Bucket: names.quarantine,
  Key: objectKey(uploaded),
  VersionId: uploaded.version,
});
type Place = ReturnType<typeof inQuarantine>;

const lookInside = async (
  { client }: Buckets,
  place: Place,
  announced: ContentType,
): Promise<FoundUpload> => {
  const { ContentLength, ContentType, ChecksumSHA256 } = await client.send(
    new HeadObjectCommand({ ...place, ChecksumMode: 'ENABLED' }),
  );
  const file = fileBytes(client, place, ContentLength ?? 0);
  const stored = { bytes: file.size, sha256: ChecksumSHA256, contentType: ContentType };
  const seen = await lookInto(announced)(file);
  // The name of another format only helps whoever has to be told.
  const sniffed = seen === 'whole' ? undefined : (await fileTypeFromBuffer(await file.read(0, head)))?.mime;
  return { scan: 'clean', ...stored, seen, sniffed };
};

const inspect = async (buckets: Buckets, place: Place, announced: ContentType): Promise<FoundUpload> => {
  const { TagSet = [] } = await buckets.client.send(new GetObjectTaggingCommand(place));
  const scan = scanIn(TagSet);
  // Until it is clean the bucket lets nobody read it.
  return scan === 'clean' ? lookInside(buckets, place, announced) : { scan };
};

const isThere = (error: unknown): boolean => error instanceof Error && error.name === 'PreconditionFailed';

export const createUploadStore = (buckets: Buckets): UploadStore => {
  const { client, names } = buckets;
  return {
    ...createMediaRemover(buckets),
    inspect: (uploaded, announced) => inspect(buckets, inQuarantine(buckets, uploaded), announced),

    // Both events of an upload may come here at the same time: the slower finds the copy there and has nothing left to do.
    async accept(uploaded) {
      const { Bucket, Key, VersionId } = inQuarantine(buckets, uploaded);
      const version = VersionId === undefined ? '' : `?versionId=${encodeURIComponent(VersionId)}`;
      const copy = new CopyObjectCommand({
        Bucket: names.published,
        Key,
        CopySource: `${Bucket}/${Key}${version}`,
        ChecksumAlgorithm: 'SHA256',
        IfNoneMatch: '*',
      });
      await client.send(copy, { requestTimeout: copiedWithinMs }).catch((error: unknown) => {
        if (!isThere(error)) throw error;
      });
    },

    async discard(uploaded) {
      await client.send(new DeleteObjectCommand(inQuarantine(buckets, uploaded)));
    },
  };
};

export const openUploadStore = (): UploadStore => createUploadStore(openBuckets());
