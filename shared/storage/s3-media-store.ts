import { GetObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { objectKey } from '../domain/media/object-key.ts';
import { contentDisposition } from './download-name.ts';
import type { MediaStore } from './media-store.ts';
import { type Buckets, openBuckets } from './s3-client.ts';

/** Seconds. Storage looks at the clock when a transfer begins, so neither must last until the end of one. */
const lifetime = 15 * 60;

const expiry = (): string => new Date(Date.now() + lifetime * 1000).toISOString();

export const createMediaStore = ({ client, names }: Buckets): MediaStore => ({
  async ticket(upload) {
    const expiresAt = expiry();
    const { url, fields } = await createPresignedPost(client, {
      Bucket: names.quarantine,
      Key: objectKey(upload),
      // Each of them becomes a condition that it is just so.
      Fields: { 'Content-Type': upload.contentType, 'x-amz-checksum-sha256': upload.sha256 },
      Conditions: [['content-length-range', upload.bytes, upload.bytes]],
      Expires: lifetime,
    });
    return { url, fields, expiresAt };
  },

  async link(media) {
    const expiresAt = expiry();
    const command = new GetObjectCommand({
      Bucket: names.published,
      Key: objectKey(media),
      ResponseContentType: media.contentType,
      ResponseContentDisposition: contentDisposition(media),
    });
    return { url: await getSignedUrl(client, command, { expiresIn: lifetime }), expiresAt };
  },
});

export const openMediaStore = (): MediaStore => createMediaStore(openBuckets());
