import { describe, expect, test } from 'vitest';
import { readStage } from '../../../infra/stages/stage.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { named, ofEveryone, statementsOf } from '../rights/policies.ts';
import { ofType, only, permissions, resources, stage, text } from '../synthesised.ts';

const { retentionDays, maximumRetentionDays, lockChangeableForDays } = stage.backup;
const own = resources.filter(({ stack }) => stack === 'Backup');
const tables = ofType('AWS::DynamoDB::GlobalTable').map(({ path }) => `${path}.Arn`);
const keys = ['Backup/Key', 'Data/AuditKey', 'Data/Key', 'Media/Key'].map((key) => `${key}.Arn`);
const vault = () => only(ofType('AWS::Backup::BackupVault'));
const plan = () =>
  only(ofType('AWS::Backup::BackupPlan')).properties['BackupPlan'] as { BackupPlanRule: object[] };
const texts = (values: unknown) => (values as unknown[]).map((value) => text('Backup', value)).sort();

describe('SEC-2 backups cannot be deleted', () => {
  test('the vault is locked so that nobody shortens a copy’s life, for good after some days', () => {
    expect(vault().properties['LockConfiguration']).toEqual({
      MinRetentionDays: retentionDays,
      MaxRetentionDays: maximumRetentionDays,
      ChangeableForDays: lockChangeableForDays,
    });
  });

  test('until then its own policy lets nobody remove a copy, and never lets one out of it', () => {
    const statements = statementsOf(vault().properties['AccessPolicy']);
    for (const statement of statements) {
      expect([statement.Effect, statement.Condition, ofEveryone(statement)]).toEqual([
        'Deny',
        undefined,
        true,
      ]);
    }
    expect(statements.flatMap(({ actions }) => actions).sort()).toEqual([
      'backup:CopyFromBackupVault',
      'backup:DeleteRecoveryPoint',
      'backup:StartCopyJob',
      'backup:UpdateRecoveryPointLifecycle',
    ]);
  });

  test('it outlives its stack, under a key of its own', () => {
    expect(vault().whole).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    expect(text('Backup', vault().properties['EncryptionKeyArn'])).toBe('Backup/Key.Arn');
  });

  test.each([
    [{ retentionDays: 34 }, 'backup.retentionDays'],
    [{ lockChangeableForDays: 2 }, 'backup.lockChangeableForDays'],
    [{ maximumRetentionDays: retentionDays - 1 }, 'backup.maximumRetentionDays'],
    [{ retentionDays: undefined }, 'backup.retentionDays'],
  ])('a stage with %j is refused and %s is named', (wrong, setting) => {
    const settings = { ...stageSettings.test, backup: { ...stageSettings.test.backup, ...wrong } };
    expect(() => readStage('test', { test: settings })).toThrow(` ${setting}: `);
  });
});

describe('SEC-2 SEC-1 what is copied', () => {
  test('is copied every night, kept as long as the stage says, and copied nowhere else', () => {
    expect(only(plan().BackupPlanRule)).toMatchObject({
      ScheduleExpression: 'cron(0 2 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Stockholm',
      Lifecycle: { DeleteAfterDays: retentionDays },
    });
    expect(only(plan().BackupPlanRule)).not.toHaveProperty('CopyActions');
  });

  test('goes into the locked vault', () => {
    const { TargetBackupVault } = only(plan().BackupPlanRule) as { TargetBackupVault: unknown };
    expect(text('Backup', TargetBackupVault)).toMatch(/^Backup\/Vault\b/);
  });

  test('is every table, and the media that is shown', () => {
    const { Resources } = only(ofType('AWS::Backup::BackupSelection')).properties['BackupSelection'] as {
      Resources: unknown;
    };
    expect(texts(Resources)).toEqual([...tables, 'Media/Published.Arn'].sort());
  });
});

describe('SEC-2 a restore is rehearsed', () => {
  test('every month, from the latest copy in the vault', () => {
    const { ScheduleExpression, RecoveryPointSelection } = only(ofType('AWS::Backup::RestoreTestingPlan'))
      .properties as { ScheduleExpression: string; RecoveryPointSelection: { IncludeVaults: unknown } };
    const { IncludeVaults, ...selection } = RecoveryPointSelection;
    expect(ScheduleExpression).toMatch(/^cron\(\d+ \d+ 1 \* \? \*\)$/);
    expect(selection).toEqual({
      Algorithm: 'LATEST_WITHIN_WINDOW',
      RecoveryPointTypes: ['SNAPSHOT'],
      SelectionWindowDays: 2,
    });
    expect(texts(IncludeVaults)).toEqual([expect.stringMatching(/^Backup\/Vault\b/)]);
  });

  test('for every table, under an own key', () => {
    const { properties } = only(ofType('AWS::Backup::RestoreTestingSelection'));
    const { encryptionType, kmsMasterKeyArn } = properties['RestoreMetadataOverrides'] as Record<
      string,
      unknown
    >;
    expect(properties['ProtectedResourceType']).toBe('DynamoDB');
    expect(texts(properties['ProtectedResourceArns'])).toEqual([...tables].sort());
    expect([encryptionType, text('Backup', kmsMasterKeyArn)]).toEqual(['KMS', 'Data/Key.Arn']);
  });
});

describe('SEC-5 what AWS Backup may do', () => {
  const allowed = (path: string) =>
    permissions(named('AWS::IAM::Role', path)).map((line) => line.split(' ') as [string, string, string]);
  const on = (path: string, service: string) =>
    allowed(path).filter(([, action]) => action.startsWith(`${service}:`));

  test('only AWS Backup takes its roles, and only for this account', () => {
    const roles = own.filter(({ type }) => type === 'AWS::IAM::Role');
    expect(roles.map(({ path }) => path).sort()).toEqual(['Backup/BackupRole', 'Backup/RestoreRole']);
    for (const { properties } of roles) {
      expect(properties).not.toHaveProperty('ManagedPolicyArns');
      expect(
        only((properties['AssumeRolePolicyDocument'] as { Statement: object[] }).Statement),
      ).toMatchObject({
        Principal: { Service: 'backup.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': stage.account } },
      });
    }
  });

  test('copying reads the tables and shown media, and removes nothing', () => {
    const onTables = on('Backup/BackupRole', 'dynamodb');
    expect([...new Set(onTables.map(([, action]) => action))]).toEqual([
      'dynamodb:DescribeTable',
      'dynamodb:ListTagsOfResource',
      'dynamodb:StartAwsBackupJob',
    ]);
    expect([...new Set(onTables.map(([, , table]) => table))].sort()).toEqual([...tables].sort());
    const buckets = on('Backup/BackupRole', 's3').map(([, , bucket]) => bucket);
    expect([...new Set(buckets)].sort()).toEqual(['Media/Published.Arn', 'Media/Published.Arn/*']);
    const removing = allowed('Backup/BackupRole').filter(([, action]) => /Delete|Remove/.test(action));
    expect(removing.filter(([, , rule]) => !rule.includes(':rule/AwsBackupManagedRule'))).toEqual([]);
  });

  test('restoring writes to new tables only', () => {
    const restored = on('Backup/RestoreRole', 'dynamodb').map(([, , table]) => table);
    const table = `arn:aws:dynamodb:eu-north-1:${stage.account}:table/`;
    expect([...new Set(restored)].sort()).toEqual([`${table}awsbackup-restore-test-*`, `${table}restored-*`]);
  });

  test.each(['Backup/BackupRole', 'Backup/RestoreRole'])(
    '%s uses the keys by way of the services only',
    (path) => {
      const uses = on(path, 'kms');
      expect([...new Set(uses.map(([, , key]) => key))].sort()).toEqual(keys);
      for (const [, action, , condition] of uses as string[][])
        if (action !== 'kms:DescribeKey')
          expect(condition).toMatch(/kms:ViaService|kms:GrantIsForAWSResource/);
    },
  );

  test('a right holds for everything only where AWS knows no other way', () => {
    const everywhere = own.filter(({ type }) => type === 'AWS::IAM::Role').flatMap(permissions);
    expect(everywhere.filter((line) => line.split(' ')[2] === '*')).toEqual([
      'Allow cloudwatch:GetMetricData *',
      'Allow events:ListRules *',
    ]);
    expect(everywhere.filter((line) => line.split(' ')[1]?.includes('*'))).toEqual([]);
  });
});
