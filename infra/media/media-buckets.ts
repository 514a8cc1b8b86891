import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket, type CorsRule, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { MediaBucket } from '../../shared/contract/grant.ts';
import { privateBucket } from '../data/private-bucket.ts';
import type { BucketNames } from '../rights/storage-grants.ts';
import { recoveryDays } from '../stages/media-and-backup-schema.ts';

export type MediaBuckets = Readonly<Record<MediaBucket, Bucket>>;

interface MediaBucketsProps {
  readonly names: BucketNames;
  readonly encryptionKey: IKey;
  readonly accessLogs: Bucket;
  readonly allowedOrigins: readonly string[];
  readonly quarantineDays: number;
}

/**
 * For pages of the stage's front ends only. The headers are those a browser sends of its own accord when it asks for a part of a
 * film or for what it has already, and those a page must read to show progress and a name.
 */
const cors = (allowedOrigins: readonly string[]): Record<MediaBucket, CorsRule[]> => ({
  quarantine: [
    {
      allowedOrigins: [...allowedOrigins],
      allowedMethods: [HttpMethods.POST],
      allowedHeaders: ['Content-Type'],
      exposedHeaders: ['ETag'],
      maxAge: 3600,
    },
  ],
  published: [
    {
      allowedOrigins: [...allowedOrigins],
      allowedMethods: [HttpMethods.GET],
      allowedHeaders: ['If-Match', 'If-Modified-Since', 'If-None-Match', 'If-Range', 'Range'],
      exposedHeaders: ['Accept-Ranges', 'Content-Disposition', 'Content-Length', 'Content-Range', 'ETag'],
      maxAge: 3600,
    },
  ],
});

/** The bucket as CloudFormation has it, where the construct's own property would add a function with rights to every bucket. */
export const cfnBucketOf = ({ node: { defaultChild, path } }: Bucket): CfnBucket => {
  if (!(defaultChild instanceof CfnBucket)) throw new Error(`${path} is no bucket of this template`);
  return defaultChild;
};

/** What was uploaded and not yet accepted, and what is shown: two buckets, so that no mistake in a path serves the one for the other (MED-4). */
export const mediaBuckets = (scope: Construct, props: MediaBucketsProps): MediaBuckets => {
  const { names, encryptionKey, accessLogs, quarantineDays } = props;
  const shared = cors(props.allowedOrigins);
  const quarantine = privateBucket(scope, 'Quarantine', {
    ...{ encryptionKey, accessLogs },
    bucketName: names.quarantine,
    cors: shared.quarantine,
    lifecycleRules: [
      {
        id: 'never-accepted',
        expiration: Duration.days(quarantineDays),
        noncurrentVersionExpiration: Duration.days(1),
      },
    ],
  });
  const published = privateBucket(scope, 'Published', {
    ...{ encryptionKey, accessLogs },
    bucketName: names.published,
    cors: shared.published,
    // As long as a table can be taken back in time, what its rows point at can be found again.
    lifecycleRules: [
      {
        id: 'removed',
        noncurrentVersionExpiration: Duration.days(recoveryDays),
        expiredObjectDeleteMarker: true,
      },
    ],
  });
  // AWS Backup follows a bucket by its events.
  cfnBucketOf(published).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
  return { quarantine, published };
};
