import { describe, expect, test } from 'vitest';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { bucketPolicy, named, ofEveryone } from '../rights/policies.ts';
import { ofType, only, stage, text } from '../synthesised.ts';

const buckets = ofType('AWS::S3::Bucket');
const logBucket = 'Archive/AccessLogs';
const withContent = buckets.filter(({ path }) => path !== logBucket);
const days = 366 * stage.auditRetentionYears;

describe('SEC-4 SEC-5 every bucket', () => {
  test.each(buckets)('$path is private and keeps every version', ({ properties }) => {
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
  });

  test.each(buckets)('$path refuses everything but TLS 1.2 or newer', ({ path }) => {
    const conditions = bucketPolicy(path)
      .filter(
        ({ Effect, actions, ...rest }) => Effect === 'Deny' && actions[0] === 's3:*' && ofEveryone(rest),
      )
      .map(({ Condition }) => Condition);
    expect(conditions).toEqual([
      { Bool: { 'aws:SecureTransport': 'false' } },
      { NumericLessThan: { 's3:TlsVersion': 1.2 } },
    ]);
  });

  test.each(buckets)('$path lets in by its own policy nobody but AWS’s own delivery of logs', ({ path }) => {
    const allowed = bucketPolicy(path).filter(({ Effect }) => Effect === 'Allow');
    const services = allowed.map(({ Principal, actions, Condition }) => ({ Principal, actions, Condition }));
    const delivery = {
      Principal: { Service: 'logging.s3.amazonaws.com' },
      actions: ['s3:PutObject'],
      Condition: { StringEquals: { 'aws:SourceAccount': stage.account } },
    };
    // What CloudTrail may do is in watched-events.test.ts.
    if (path === 'Operations/TrailBucket') expect(services).toHaveLength(2);
    else expect(services).toEqual(path === logBucket ? [delivery] : []);
  });

  test.each(buckets)('$path aborts uploads that were never finished', ({ properties }) => {
    expect(properties['LifecycleConfiguration']).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          Status: 'Enabled',
        }),
      ]),
    });
  });

  test.each(withContent)('$path is encrypted with an own key', ({ stack, path, properties }) => {
    const { ServerSideEncryptionConfiguration } = properties['BucketEncryption'] as {
      ServerSideEncryptionConfiguration: {
        BucketKeyEnabled: boolean;
        ServerSideEncryptionByDefault: { SSEAlgorithm: string; KMSMasterKeyID: unknown };
      }[];
    };
    const { ServerSideEncryptionByDefault: by, BucketKeyEnabled } = only(ServerSideEncryptionConfiguration);
    const elsewhere = stack === 'Operations' ? 'Operations/TrailKey' : `${stack}/Key`;
    const key = path.endsWith('/Undelivered') ? 'Archive/Key' : elsewhere;
    expect([by.SSEAlgorithm, text(stack, by.KMSMasterKeyID), BucketKeyEnabled]).toEqual([
      'aws:kms',
      `${key}.Arn`,
      true,
    ]);
  });

  test.each(withContent)(
    '$path logs who read and wrote, under a prefix of its own',
    ({ stack, path, properties }) => {
      const logging = properties['LoggingConfiguration'] as {
        DestinationBucketName: unknown;
        LogFilePrefix: string;
      };
      expect(text(stack, logging.DestinationBucketName)).toBe(logBucket);
      expect(logging.LogFilePrefix).toBe(`${path}/`);
    },
  );

  test('the logs of access are removed when the stage’s time for logs is over', () => {
    expect(named('AWS::S3::Bucket', logBucket).properties['LifecycleConfiguration']).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({ ExpirationInDays: stage.logRetentionDays, Status: 'Enabled' }),
      ]),
    });
  });
});

describe('LOG-17 LOG-18 the archive of the audit log', () => {
  const archive = () => named('AWS::S3::Bucket', 'Archive/Archive').properties;
  const locks = () =>
    bucketPolicy('Archive/Archive').filter(({ actions }) => actions.includes('s3:PutObjectRetention'));

  test('locks what is written, in the mode that nobody can lift, for the stage’s years', () => {
    expect(archive()).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: days } },
      },
    });
  });

  test('removes nothing on its own', () => {
    const { Rules } = archive()['LifecycleConfiguration'] as { Rules: Record<string, unknown>[] };
    expect(Rules.filter((rule) => Object.keys(rule).some((key) => key.includes('Expiration')))).toEqual([]);
  });

  test('refuses a write that asks for a shorter or weaker lock', () => {
    for (const { Effect, actions, ...rest } of locks()) {
      expect([Effect, actions, ofEveryone(rest)]).toEqual([
        'Deny',
        ['s3:PutObject', 's3:PutObjectRetention'],
        true,
      ]);
    }
    expect(locks().map(({ Condition }) => Condition)).toEqual([
      { NumericLessThan: { 's3:object-lock-remaining-retention-days': days } },
      {
        StringNotEquals: { 's3:object-lock-mode': 'COMPLIANCE' },
        Null: { 's3:object-lock-mode': 'false' },
      },
    ]);
  });

  test('a stage that keeps it shorter than the law asks is refused', () => {
    const short = { ...stageSettings.test, auditRetentionYears: 4 };
    expect(() => readStage('test', { test: short })).toThrow(/auditRetentionYears: /);
  });
});
