import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { MediaBucket, StorageGrant } from '../../shared/contract/grant.ts';
import type { Stage } from '../stages/stage.ts';
import { keyStatement } from './grants.ts';

export type BucketNames = Readonly<Record<MediaBucket, string>>;

/**
 * Fixed, because a bucket tells a function of its objects while the function's rights and environment name the bucket: with
 * references that is a circle. The account makes them unique in the world.
 */
export const bucketNamesOf = ({ name, account }: Pick<Stage, 'name' | 'account'>): BucketNames => ({
  quarantine: `stod-och-behandling-${name}-quarantine-${account}`,
  published: `stod-och-behandling-${name}-published-${account}`,
});

/** Where media lie in either bucket; the server makes the rest of the key. */
export const mediaPrefix = 'moments/';

export const bucketArn = (bucketName: string): string => `arn:aws:s3:::${bucketName}`;

export const mediaObjects = (bucketName: string): string => `${bucketArn(bucketName)}/${mediaPrefix}*`;

interface Media {
  readonly names: BucketNames;
  readonly key: IKey;
}

const granted = (grants: readonly StorageGrant[], ...actions: StorageGrant['actions']): boolean =>
  grants.some((grant) => grant.actions.some((one) => actions.includes(one)));

/** Exactly the granted actions on the media of exactly the granted buckets, and the use of their key by way of S3 (SEC-5). */
export const storageStatements = (
  grants: readonly StorageGrant[],
  { names, key }: Media,
): PolicyStatement[] => [
  ...grants.map(
    ({ bucket, actions }) =>
      new PolicyStatement({
        actions: actions.map((action) => `s3:${action}`),
        resources: [mediaObjects(names[bucket])],
      }),
  ),
  ...(granted(grants, 'GetObject', 'GetObjectVersion') ? [keyStatement('kms:Decrypt', 's3', key)] : []),
  ...(granted(grants, 'PutObject') ? [keyStatement('kms:GenerateDataKey', 's3', key)] : []),
];
