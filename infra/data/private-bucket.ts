import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Uploads that were never finished are billed, and seen by no listing, until they are aborted. */
const abandonedUploads: LifecycleRule = {
  id: 'abandoned-uploads',
  abortIncompleteMultipartUploadAfter: Duration.days(1),
};

// Kept, but not by a first deployment that fails: an empty bucket under a fixed name would stop the next.
const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
} satisfies BucketProps;

interface PrivateBucketProps extends Omit<BucketProps, keyof typeof closed> {
  readonly encryptionKey: IKey;
  readonly accessLogs: Bucket;
}

/** A bucket that nobody outside reaches, under an own key, that keeps every version and outlives its stack (SEC-2, SEC-4). */
export const privateBucket = (
  scope: Construct,
  id: string,
  { accessLogs, lifecycleRules = [], ...own }: PrivateBucketProps,
): Bucket => {
  const bucket = new Bucket(scope, id, {
    ...closed,
    encryption: BucketEncryption.KMS,
    bucketKeyEnabled: true,
    versioned: true,
    lifecycleRules: [abandonedUploads, ...lifecycleRules],
    ...own,
  });
  // The construct's own property would write each bucket's ARN into the log bucket's policy: a circle between the stacks.
  (bucket.node.defaultChild as CfnBucket).loggingConfiguration = {
    destinationBucketName: accessLogs.bucketName,
    logFilePrefix: `${Stack.of(scope).node.id}/${id}/`,
  };
  return bucket;
};

/**
 * Who read or wrote which object. S3 delivers these logs to a bucket under its own key only:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export const accessLogBucket = (scope: Stack, id: string, keptFor: Duration): Bucket => {
  const bucket = new Bucket(scope, id, {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    versioned: true,
    lifecycleRules: [
      abandonedUploads,
      { id: 'old-logs', expiration: keptFor, noncurrentVersionExpiration: Duration.days(1) },
    ],
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { StringEquals: { 'aws:SourceAccount': scope.account } },
    }),
  );
  return bucket;
};
