import { Duration, type Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { type Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { ArchiveStack } from '../audit/archive-stack.ts';
import type { DataStack } from '../data/data-stack.ts';
import { type LogSettings, ownKey } from '../data/keys.ts';
import { privateBucket } from '../data/private-bucket.ts';

interface TrailProps {
  readonly archive: ArchiveStack;
  readonly data: DataStack;
  readonly logs: LogSettings;
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
const oursIn = ({ account, partition, region, stackName }: Stack) => ({
  principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
  conditions: {
    StringEquals: {
      'aws:SourceArn': `arn:${partition}:cloudtrail:${region}:${account}:trail/${stackName}`,
    },
  },
});

/** Where the trail lies so that nobody can change or remove it while logs are kept. */
const trailBucket = (scope: Stack, id: string, { archive, logs }: TrailProps) => {
  const ours = oursIn(scope);
  const key = ownKey(scope, `${id}Key`, 'Encrypts the trail of what administrators do (SEC-4)');
  const bucket = privateBucket(scope, `${id}Bucket`, {
    encryptionKey: key,
    accessLogs: archive.accessLogs,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(logs.retention)),
  });
  const keyUse = ['kms:DescribeKey', 'kms:GenerateDataKey'];
  key.addToResourcePolicy(new PolicyStatement({ ...ours, actions: keyUse, resources: ['*'] }));
  const writes = [
    { actions: ['s3:GetBucketAcl'], resources: [bucket.bucketArn] },
    { actions: ['s3:PutObject'], resources: [`${bucket.bucketArn}/AWSLogs/${scope.account}/*`] },
  ];
  for (const write of writes) bucket.addToResourcePolicy(new PolicyStatement({ ...ours, ...write }));
  return { key, bucket };
};

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
const logWriter = (scope: Stack, id: string, { logGroupArn }: LogGroup): Role =>
  new Role(scope, `${id}Writer`, {
    assumedBy: new ServicePrincipal('cloudtrail.amazonaws.com'),
    description: 'What CloudTrail may do: write its own log group',
    inlinePolicies: {
      own: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [logGroupArn],
          }),
        ],
      }),
    },
  });

const field = (name: string, is: Omit<CfnTrail.AdvancedFieldSelectorProperty, 'field'>) => ({
  field: name,
  ...is,
});

/** What anyone changes in the account, and whoever reads or writes a table without being one of our functions (LOG-22). */
const selectors = (
  { account, partition }: Stack,
  { tables }: DataStack,
): CfnTrail.AdvancedEventSelectorProperty[] => [
  {
    name: 'What is changed',
    fieldSelectors: [
      field('eventCategory', { equalTo: ['Management'] }),
      field('readOnly', { equalTo: ['false'] }),
    ],
  },
  {
    name: 'Tables touched by anyone but the functions',
    fieldSelectors: [
      field('eventCategory', { equalTo: ['Data'] }),
      field('resources.type', { equalTo: ['AWS::DynamoDB::Table'] }),
      field('resources.ARN', { startsWith: Object.values(tables).map(({ tableArn }) => tableArn) }),
      // Their roles, and nobody else's, are made by our stacks and begin so.
      field('userIdentity.arn', {
        notStartsWith: [`arn:${partition}:sts::${account}:assumed-role/stod-och-behandling-`],
      }),
    ],
  },
];

const afterItsPolicy = (trail: CfnTrail, { policy }: Bucket): void => {
  if (policy) trail.node.addDependency(policy);
};

/**
 * What is changed in the account, and who touched a table by hand. Of every Region, since IAM's and STS's calls are recorded in one
 * that is not ours; what is recorded lies here (SEC-1). EventBridge hears of calls only where a trail records them.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export const createCloudTrail = (scope: Stack, id: string, props: TrailProps): LogGroup => {
  const { key, bucket } = trailBucket(scope, id, props);
  const logGroup = new LogGroup(scope, `${id}Log`, { ...props.logs });
  const trail = new CfnTrail(scope, id, {
    trailName: scope.stackName,
    ...{ s3BucketName: bucket.bucketName, kmsKeyId: key.keyArn },
    cloudWatchLogsLogGroupArn: logGroup.logGroupArn,
    cloudWatchLogsRoleArn: logWriter(scope, id, logGroup).roleArn,
    isLogging: true,
    enableLogFileValidation: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    advancedEventSelectors: selectors(scope, props.data),
  });
  afterItsPolicy(trail, bucket);
  return logGroup;
};
