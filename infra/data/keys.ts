import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** A key of our own for one purpose: rotated every year and kept, since what it encrypted is lost without it (SEC-4). */
export const ownKey = (scope: Construct, id: string, description: string): Key =>
  new Key(scope, id, {
    description,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

/** How every log group is kept: encrypted with the own key (SEC-4), for as long as the stage says. */
export interface LogSettings {
  readonly encryptionKey: IKey;
  readonly retention: RetentionDays;
}

/**
 * The key of all log groups. CloudWatch Logs may use it for log groups of this account and Region only:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export const logKey = (scope: Stack, id: string): Key => {
  const key = ownKey(scope, id, 'Encrypts the log groups of Stöd och behandling (SEC-4)');
  const { account, region, partition } = scope;
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
        },
      },
    }),
  );
  return key;
};
