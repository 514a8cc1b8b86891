import { S3Client } from '@aws-sdk/client-s3';
import { clientSettings, type Patience, storagePatience } from '../config/aws-patience.ts';
import { mediaEnvironment, readEnvironment } from '../config/environment.ts';
import type { MediaBucket } from '../contract/grant.ts';

/** A connection, and the names the buckets have in this stage. */
export interface Buckets {
  readonly client: S3Client;
  readonly names: Readonly<Record<MediaBucket, string>>;
}

export const openBuckets = (
  variables: NodeJS.ProcessEnv = process.env,
  patience: Patience = storagePatience,
): Buckets => {
  const { MEDIA_QUARANTINE_BUCKET, MEDIA_PUBLISHED_BUCKET } = readEnvironment(mediaEnvironment, variables);
  return {
    client: new S3Client({
      ...clientSettings(patience),
      // Sums of its own the client would put into links, too; ours are SHA-256 and lie in the ticket.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
    names: { quarantine: MEDIA_QUARANTINE_BUCKET, published: MEDIA_PUBLISHED_BUCKET },
  };
};
