import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { objectKey } from '../domain/media/object-key.ts';
import type { MediaRemover } from './media-store.ts';
import { type Buckets, openBuckets } from './s3-client.ts';

export const createMediaRemover = ({ client, names }: Buckets): MediaRemover => ({
  async remove(ids) {
    const Key = objectKey(ids);
    await Promise.all(
      Object.values(names).map((Bucket) => client.send(new DeleteObjectCommand({ Bucket, Key }))),
    );
  },
});

export const openMediaRemover = (): MediaRemover => createMediaRemover(openBuckets());
