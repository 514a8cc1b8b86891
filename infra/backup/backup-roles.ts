import { Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

export interface BackedUp {
  readonly tableArns: readonly string[];
  readonly bucketArns: readonly string[];
  /** Of the tables, the buckets and the vault. */
  readonly keys: readonly IKey[];
}

const prefixed = (service: string, actions: readonly string[]) =>
  actions.map((action) => `${service}:${action}`);

const onTables = ({ tableArns }: BackedUp) =>
  new PolicyStatement({
    actions: prefixed('dynamodb', ['DescribeTable', 'ListTagsOfResource', 'StartAwsBackupJob']),
    resources: [...tableArns],
  });

const onBuckets = ({ bucketArns }: BackedUp) => [
  new PolicyStatement({
    actions: prefixed('s3', [
      'GetBucketAcl',
      'GetBucketLocation',
      'GetBucketNotification',
      'GetBucketTagging',
      'GetBucketVersioning',
      'GetInventoryConfiguration',
      'ListBucket',
      'ListBucketVersions',
      'PutBucketNotification',
      'PutInventoryConfiguration',
    ]),
    resources: [...bucketArns],
  }),
  new PolicyStatement({
    actions: prefixed('s3', [
      'GetObject',
      'GetObjectAcl',
      'GetObjectTagging',
      'GetObjectVersion',
      'GetObjectVersionAcl',
      'GetObjectVersionTagging',
    ]),
    resources: bucketArns.map((arn) => `${arn}/*`),
  }),
];

/** AWS Backup follows a bucket through a rule of its own making, whose name it chooses. */
const bucketEvents = ({ account, partition, region }: Stack) => [
  new PolicyStatement({
    actions: prefixed('events', [
      'DeleteRule',
      'DescribeRule',
      'DisableRule',
      'EnableRule',
      'ListTargetsByRule',
      'PutRule',
      'PutTargets',
      'RemoveTargets',
    ]),
    resources: [`arn:${partition}:events:${region}:${account}:rule/AwsBackupManagedRule*`],
  }),
  // Neither action can be limited to a resource.
  new PolicyStatement({ actions: ['cloudwatch:GetMetricData', 'events:ListRules'], resources: ['*'] }),
];

const keyUse = ({ region }: Stack, { keys }: BackedUp) => {
  const resources = keys.map(({ keyArn }) => keyArn);
  const services = ['backup', 'dynamodb', 's3'].map((service) => `${service}.${region}.amazonaws.com`);
  return [
    new PolicyStatement({ actions: ['kms:DescribeKey'], resources }),
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      resources,
      conditions: { StringEquals: { 'kms:ViaService': services } },
    }),
    new PolicyStatement({
      actions: ['kms:CreateGrant'],
      resources,
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    }),
  ];
};

const backupServiceRole = (scope: Construct, id: string, description: string, own: PolicyStatement[]) =>
  new Role(scope, id, {
    description,
    assumedBy: new ServicePrincipal('backup.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
    inlinePolicies: { own: new PolicyDocument({ statements: own }) },
  });

/**
 * May copy these tables and buckets into the vault; cannot remove a copy. The statements for DynamoDB and S3 of
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html, on these resources instead of all.
 */
export const backupRole = (scope: Construct, id: string, backedUp: BackedUp): Role => {
  const stack = Stack.of(scope);
  return backupServiceRole(scope, id, 'What AWS Backup may do when it copies', [
    onTables(backedUp),
    ...onBuckets(backedUp),
    ...bucketEvents(stack),
    ...keyUse(stack, backedUp),
  ]);
};

/** What a restored table's name begins with: the rehearsal's by AWS Backup's own choice, a real one's by ours. */
const restoredTables = ['awsbackup-restore-test-*', 'restored-*'];

/** May write into new tables only: a restore never touches the tables in use. */
export const restoreRole = (scope: Construct, id: string, backedUp: BackedUp): Role => {
  const stack = Stack.of(scope);
  const { account, partition, region } = stack;
  return backupServiceRole(scope, id, 'What AWS Backup may do when it restores a table', [
    new PolicyStatement({
      actions: prefixed('dynamodb', [
        'BatchWriteItem',
        'DeleteItem',
        'DescribeTable',
        'GetItem',
        'PutItem',
        'Query',
        'RestoreTableFromAwsBackup',
        'Scan',
        'UpdateItem',
      ]),
      resources: restoredTables.map((name) => `arn:${partition}:dynamodb:${region}:${account}:table/${name}`),
    }),
    ...keyUse(stack, backedUp),
  ]);
};
