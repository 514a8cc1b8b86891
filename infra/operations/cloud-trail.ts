import { Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { ArchiveStack } from '../audit/archive-stack.ts';
import { ownKey } from '../data/keys.ts';
import { privateBucket } from '../data/private-bucket.ts';

/**
 * What administrators change in the account. EventBridge hears of their calls only where a trail records them:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export const createCloudTrail = (scope: Construct, id: string, { accessLogs }: ArchiveStack): void => {
  const { account, partition, region, stackName } = Stack.of(scope);
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  const ours = {
    principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
    conditions: {
      StringEquals: {
        'aws:SourceArn': `arn:${partition}:cloudtrail:${region}:${account}:trail/${stackName}`,
      },
    },
  };
  const key = ownKey(scope, `${id}Key`, 'Encrypts the trail of what administrators do (SEC-4)');
  const bucket = privateBucket(scope, `${id}Bucket`, { encryptionKey: key, accessLogs });
  const keyUse = ['kms:DescribeKey', 'kms:GenerateDataKey'];
  const { bucketArn, bucketName: s3BucketName } = bucket;
  key.addToResourcePolicy(new PolicyStatement({ ...ours, actions: keyUse, resources: ['*'] }));
  const writes = [
    { actions: ['s3:GetBucketAcl'], resources: [bucketArn] },
    { actions: ['s3:PutObject'], resources: [`${bucketArn}/AWSLogs/${account}/*`] },
  ];
  for (const write of writes) bucket.addToResourcePolicy(new PolicyStatement({ ...ours, ...write }));
  const trail = new CfnTrail(scope, id, {
    trailName: stackName,
    ...{ s3BucketName, kmsKeyId: key.keyArn },
    isLogging: true,
    enableLogFileValidation: true,
    // Only ours: there is nothing of ours in another Region (SEC-1).
    isMultiRegionTrail: false,
    includeGlobalServiceEvents: false,
    eventSelectors: [{ readWriteType: 'WriteOnly', includeManagementEvents: true }],
  });
  if (bucket.policy) trail.node.addDependency(bucket.policy);
};
