import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { fileTypeFromBuffer } from 'file-type';
import { copiedWithinMs } from '../config/patience.ts';
import type { FoundUpload } from '../domain/media/judge-upload.ts';
import { objectKey } from '../domain/media/object-key.ts';
import type { Uploaded, UploadStore } from './media-store.ts';
import { type Buckets, openBuckets } from './s3-client.ts';
import { scanIn } from './scan-verdict.ts';

/** Bytes that are enough to tell every format taken. */
const head = 65_536;

const inQuarantine = ({ names }: Buckets, uploaded: Uploaded) => ({
  Bucket: names.quarantine,
  Key: objectKey(uploaded),
  VersionId: uploaded.version,
});
type Place = ReturnType<typeof inQuarantine>;

const sniff = async ({ client }: Buckets, place: Place): Promise<string | undefined> => {
  const { Body } = await client.send(new GetObjectCommand({ ...place, Range: `bytes=0-${head - 1}` }));
  const bytes = await Body?.transformToByteArray();
  return bytes && (await fileTypeFromBuffer(bytes))?.mime;
};

const lookInto = async (buckets: Buckets, place: Place): Promise<FoundUpload> => {
  const { ContentLength, ContentType, ChecksumSHA256 } = await buckets.client.send(
    new HeadObjectCommand({ ...place, ChecksumMode: 'ENABLED' }),
  );
  const bytes = ContentLength ?? 0;
  const sniffed = bytes > 0 ? await sniff(buckets, place) : undefined;
  return { scan: 'clean', bytes, sha256: ChecksumSHA256, contentType: ContentType, sniffed };
};

const inspect = async (buckets: Buckets, place: Place): Promise<FoundUpload> => {
  const { TagSet = [] } = await buckets.client.send(new GetObjectTaggingCommand(place));
  const scan = scanIn(TagSet);
  // Until it is clean the bucket lets nobody read it.
  return scan === 'clean' ? lookInto(buckets, place) : { scan };
};

export const createUploadStore = (buckets: Buckets): UploadStore => {
  const { client, names } = buckets;
  return {
    inspect: (uploaded) => inspect(buckets, inQuarantine(buckets, uploaded)),

    async accept(uploaded) {
      const { Bucket, Key, VersionId } = inQuarantine(buckets, uploaded);
      const version = VersionId === undefined ? '' : `?versionId=${encodeURIComponent(VersionId)}`;
      await client.send(
        new CopyObjectCommand({
          Bucket: names.published,
          Key,
          CopySource: `${Bucket}/${Key}${version}`,
          ChecksumAlgorithm: 'SHA256',
        }),
        { requestTimeout: copiedWithinMs },
      );
    },

    async discard(uploaded) {
      await client.send(new DeleteObjectCommand(inQuarantine(buckets, uploaded)));
    },

    async remove(ids) {
      const Key = objectKey(ids);
      await Promise.all(
        Object.values(names).map((Bucket) => client.send(new DeleteObjectCommand({ Bucket, Key }))),
      );
    },
  };
};

export const openUploadStore = (): UploadStore => createUploadStore(openBuckets());
