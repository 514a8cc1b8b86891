import { describe, expect, test } from 'vitest';
import { watchedEvents } from '../../../infra/operations/watched-events.ts';
import { bucketPolicy, named } from '../rights/policies.ts';
import { ofType, only, permissions, stage, text } from '../synthesised.ts';

const topic = 'Operations/Alarms/Topic';
const rules = ofType('AWS::Events::Rule').filter(({ stack }) => stack === 'Operations');

describe('what is told as it happens', () => {
  test.each(watchedEvents)(
    '$name reaches the topic with what it means',
    ({ name, means, first, pattern }) => {
      const { properties } = only(rules.filter(({ path }) => path === `Operations/${name}`));
      const { State, Description, EventPattern, Targets } = properties as {
        State: string;
        Description: string;
        EventPattern: Record<string, unknown>;
        Targets: { Arn: unknown; RoleArn: unknown; InputTransformer: { InputTemplate: string } }[];
      };
      const target = only(Targets);
      expect([State, Description]).toEqual(['ENABLED', means]);
      expect(EventPattern).toEqual({
        source: pattern.source,
        'detail-type': pattern.detailType,
        detail: pattern.detail,
      });
      expect([text('Operations', target.Arn), text('Operations', target.RoleArn)]).toEqual([
        topic,
        'Operations/Alarms/Publisher.Arn',
      ]);
      expect(target.InputTransformer.InputTemplate).toContain(`${means} ${first}`);
    },
  );

  test('no key is disabled or deleted, and no protection lifted, unseen', () => {
    const watched = watchedEvents.flatMap(({ pattern }) => (pattern.detail?.['eventName'] as string[]) ?? []);
    expect(watched).toEqual(
      expect.arrayContaining([
        ...['ScheduleKeyDeletion', 'DisableKey'],
        ...['PutResourcePolicy', 'DeleteResourcePolicy', 'UpdateContinuousBackups', 'DeleteTable'],
        ...['PutBucketPolicy', 'DeleteBucketPolicy', 'PutBucketObjectLockConfiguration'],
        ...['DeleteBackupVaultLockConfiguration', 'PutBackupVaultAccessPolicy', 'StopLogging', 'DeleteTrail'],
      ]),
    );
  });

  test('CloudTrail may do no more than write its own log', () => {
    const writer = named('AWS::IAM::Role', 'Operations/TrailWriter');
    expect(permissions(writer)).toEqual([
      'Allow logs:CreateLogStream Operations/TrailLog.Arn',
      'Allow logs:PutLogEvents Operations/TrailLog.Arn',
    ]);
    expect(writer.properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [{ Principal: { Service: 'cloudtrail.amazonaws.com' } }],
    });
  });

  test('LOG-22 whoever touches a table and is none of our functions is recorded, and nothing of the functions', () => {
    const selectors = only(ofType('AWS::CloudTrail::Trail')).properties['AdvancedEventSelectors'] as {
      FieldSelectors: { Field: string; StartsWith?: unknown[]; NotStartsWith?: string[] }[];
    }[];
    const fields = selectors[1]?.FieldSelectors ?? [];
    const tables = fields.find(({ Field }) => Field === 'resources.ARN')?.StartsWith ?? [];
    expect(tables.map((arn) => text('Operations', arn)).sort()).toEqual(
      ofType('AWS::DynamoDB::GlobalTable')
        .map(({ path }) => `${path}.Arn`)
        .sort(),
    );
    const ours = fields.find(({ Field }) => Field === 'userIdentity.arn')?.NotStartsWith ?? [];
    expect(ours).toEqual([`arn:aws:sts::${stage.account}:assumed-role/stod-och-behandling-`]);
  });

  test.each([
    ['RightsChanged', 'iam.amazonaws.com'],
    ['RootUsed', '$.userIdentity.type = "Root"'],
    ['TableTouchedByHand', '$.eventCategory = "Data"'],
  ])('SEC-5 %s is counted in the trail’s log, where IAM’s calls of every Region are', (name, holds) => {
    const { FilterPattern, LogGroupName } = named(
      'AWS::Logs::MetricFilter',
      `Operations/Trail-${name}`,
    ).properties;
    expect(text('Operations', LogGroupName)).toBe('Operations/TrailLog');
    expect(FilterPattern).toContain(holds);
    const trail = only(ofType('AWS::CloudTrail::Trail')).properties;
    expect(text('Operations', trail['CloudWatchLogsLogGroupArn'])).toBe('Operations/TrailLog.Arn');
  });

  test('EventBridge may do no more than publish', () => {
    expect(permissions(named('AWS::IAM::Role', 'Operations/Alarms/Publisher'))).toEqual([
      'Allow kms:Decrypt Operations/Alarms/Key.Arn',
      'Allow kms:GenerateDataKey Operations/Alarms/Key.Arn',
      `Allow sns:Publish ${topic}`,
    ]);
  });

  test('a trail records the calls that the rules wait for, of every Region, and can be checked', () => {
    expect(only(ofType('AWS::CloudTrail::Trail')).properties).toMatchObject({
      IsLogging: true,
      EnableLogFileValidation: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
    });
    const { DefaultRetention } = (
      named('AWS::S3::Bucket', 'Operations/TrailBucket').properties['ObjectLockConfiguration'] as {
        Rule: { DefaultRetention: object };
      }
    ).Rule;
    expect(DefaultRetention).toEqual({ Mode: 'COMPLIANCE', Days: stage.logRetentionDays });
    const writers = bucketPolicy('Operations/TrailBucket').filter(({ Effect }) => Effect === 'Allow');
    expect(writers.map(({ actions, Condition }) => ({ actions, Condition }))).toEqual(
      [['s3:GetBucketAcl'], ['s3:PutObject']].map((actions) => ({
        actions,
        Condition: {
          StringEquals: {
            'aws:SourceArn': `arn:aws:cloudtrail:eu-north-1:${stage.account}:trail/stod-och-behandling-test-operations`,
          },
        },
      })),
    );
  });
});
