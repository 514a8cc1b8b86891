import { describe, expect, test } from 'vitest';
import { triggers } from '../../functions/triggers.ts';
import { ofType, only, text } from './synthesised.ts';

const trigger = only(triggers.filter((one) => 'stream' in one));
const mapping = () => only(ofType('AWS::Lambda::EventSourceMapping')).properties;
const bucket = () => only(ofType('AWS::S3::Bucket'));

describe('LOG-16 the stream reaches the function that writes the audit log', () => {
  test('it is the outbox’s stream, read from its beginning', () => {
    expect(text('Audit', mapping()['EventSourceArn'])).toBe('Data/Activities.StreamArn');
    expect(text('Audit', mapping()['FunctionName'])).toBe('Audit/WriteAuditLog/Function');
    expect(mapping()['StartingPosition']).toBe('TRIM_HORIZON');
  });

  test('its settings are the trigger’s, and nothing else is set', () => {
    const { EventSourceArn, FunctionName, StartingPosition, DestinationConfig, ...settings } = mapping();
    expect(settings).toEqual({
      BatchSize: trigger.batchSize,
      MaximumRetryAttempts: trigger.maximumRetryAttempts,
      MaximumRecordAgeInSeconds: trigger.maximumRecordAgeSeconds,
      FilterCriteria: { Filters: trigger.filters.map((filter) => ({ Pattern: JSON.stringify(filter) })) },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
    });
  });

  test('what cannot be written is out of the stream before the stream forgets it', () => {
    expect(Number(mapping()['MaximumRecordAgeInSeconds'])).toBeLessThan(24 * 3600);
  });

  test('what cannot be written lands in the failure bucket', () => {
    const { OnFailure } = mapping()['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(text('Audit', OnFailure.Destination)).toBe('Audit/Undelivered.Arn');
  });
});

describe('SEC-4 SEC-5 the failure bucket', () => {
  test('is encrypted with the own key', () => {
    const { ServerSideEncryptionConfiguration } = bucket().properties['BucketEncryption'] as {
      ServerSideEncryptionConfiguration: {
        ServerSideEncryptionByDefault: { SSEAlgorithm: string; KMSMasterKeyID: unknown };
      }[];
    };
    const { SSEAlgorithm, KMSMasterKeyID } = only(
      ServerSideEncryptionConfiguration,
    ).ServerSideEncryptionByDefault;
    expect([SSEAlgorithm, text('Audit', KMSMasterKeyID)]).toEqual(['aws:kms', 'Data/Key.Arn']);
  });

  test('is private, keeps every version and outlives its stack', () => {
    const { properties, whole } = bucket();
    expect(properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(whole).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('refuses everything but TLS 1.2 or newer', () => {
    const { PolicyDocument } = only(ofType('AWS::S3::BucketPolicy')).properties as {
      PolicyDocument: { Statement: { Effect: string; Action: string; Condition: unknown }[] };
    };
    expect(
      PolicyDocument.Statement.map(({ Effect, Action, Condition }) => ({ Effect, Action, Condition })),
    ).toEqual([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Effect: 'Deny', Action: 's3:*', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
    ]);
  });
});

describe('the identity providers’ keys', () => {
  test('are fetched as often as the trigger says', () => {
    const { everyMinutes } = only(triggers.filter((one) => 'everyMinutes' in one));
    const { ScheduleExpression, State, Targets } = only(ofType('AWS::Events::Rule')).properties;
    expect([ScheduleExpression, State]).toEqual([`rate(${everyMinutes} minutes)`, 'ENABLED']);
    expect(text('Schedule', only(Targets as { Arn: unknown }[]).Arn)).toBe(
      'Schedule/RefreshKeySets/Function.Arn',
    );
  });
});
