import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDestination, IEventSourceDlq } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { privateBucket } from '../data/private-bucket.ts';
import { keyStatement } from '../rights/grants.ts';
import type { ArchiveStack } from './archive-stack.ts';

/** Where Lambda lays, whole, what a function has not managed after all retries, until someone replays it. */
export class Undelivered {
  /** What the function must be allowed, since Lambda writes with its rights: https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html */
  readonly statements: readonly PolicyStatement[];
  /** `S3Destination` and `S3OnFailureDestination` would let the function delete what it could not deliver. */
  readonly destination: IDestination & IEventSourceDlq;

  constructor(scope: Construct, { key, accessLogs }: ArchiveStack) {
    const { bucketArn } = privateBucket(scope, 'Undelivered', { encryptionKey: key, accessLogs });
    this.destination = { bind: () => ({ destination: bucketArn }) };
    this.statements = [
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${bucketArn}/aws/lambda/*`] }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }),
      keyStatement('kms:GenerateDataKey', 's3', key),
    ];
  }
}
