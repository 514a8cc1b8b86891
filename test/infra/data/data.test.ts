import { describe, expect, test } from 'vitest';
import { auditWriterRoleName } from '../../../infra/data/audit-log-policy.ts';
import { named, ofEveryone, statementsOf } from '../rights/policies.ts';
import { ofType, only, permissions, resources, stage, text } from '../synthesised.ts';

const keys = ofType('AWS::KMS::Key');
const root = { AWS: `arn:aws:iam::${stage.account}:root` };
const keyStatements = (path: string) =>
  statementsOf(named('AWS::KMS::Key', path).properties['KeyPolicy']).map(
    ({ Effect, Principal, actions, Condition }) => ({ Effect, Principal, actions, Condition }),
  );

describe('SEC-4 each purpose has a key of its own', () => {
  test.each(keys)('$path is rotated, kept, and administered by its own account only', ({ path, ...key }) => {
    expect(key.properties['EnableKeyRotation']).toBe(true);
    expect(key.whole).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    const [administration, ...others] = keyStatements(path).filter(
      ({ Principal }) => !(Principal as { Service?: string }).Service,
    );
    expect(administration).toEqual({
      Effect: 'Allow',
      Principal: root,
      actions: ['kms:*'],
      Condition: undefined,
    });
    // The secret's construct repeats for Secrets Manager what the account has already.
    for (const { Principal } of others) expect(Principal).toEqual(root);
  });

  test.each(keys)('$path lets a service in by exact actions and under a condition only', ({ path }) => {
    const services = keyStatements(path).filter(
      ({ Principal }) => (Principal as { Service?: string }).Service,
    );
    expect(services.filter(({ Condition }) => !Condition)).toEqual([]);
    expect(services.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([]);
  });

  test('CloudWatch Logs uses the log key for log groups of this account only', () => {
    const [, logs, ...others] = keyStatements('Data/LogKey');
    expect(others).toEqual([]);
    expect(logs).toMatchObject({
      Principal: { Service: 'logs.eu-north-1.amazonaws.com' },
      Condition: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-north-1:${stage.account}:log-group:*`,
        },
      },
    });
  });

  test('no log group is without it', () => {
    const used = ofType('AWS::Logs::LogGroup').map(({ stack, properties }) =>
      properties['KmsKeyId'] === undefined ? 'none' : text(stack, properties['KmsKeyId']),
    );
    expect([...new Set(used)]).toEqual(['Data/LogKey.Arn']);
  });
});

describe('LOG-17 the audit log’s own policy', () => {
  const policy = () => {
    const [replica] = named('AWS::DynamoDB::GlobalTable', 'Data/AuditLog').properties['Replicas'] as [
      { ResourcePolicy: { PolicyDocument: unknown } },
    ];
    return statementsOf(replica.ResourcePolicy.PolicyDocument);
  };
  const deniedTo = (conditional: boolean) =>
    policy()
      .filter(({ Condition }) => (Condition !== undefined) === conditional)
      .flatMap(({ actions }) => actions)
      .sort();

  test('only denies, and denies everyone', () => {
    for (const statement of policy()) {
      expect(statement).toMatchObject({ Effect: 'Deny', Resource: '*' });
      expect(ofEveryone(statement)).toBe(true);
    }
  });

  test('lets nobody change or remove an entry, nor let it expire, nor remove the table', () => {
    expect(deniedTo(false)).toEqual(
      [
        'BatchWriteItem',
        'DeleteItem',
        'DeleteTable',
        'PartiQLDelete',
        'PartiQLInsert',
        'PartiQLUpdate',
        'UpdateItem',
        'UpdateTimeToLive',
      ].map((action) => `dynamodb:${action}`),
    );
  });

  test('lets one role write, and that role is the stream’s consumer’s', () => {
    expect(deniedTo(true)).toEqual(['dynamodb:PutItem']);
    const writer = `arn:aws:iam::${stage.account}:role/${auditWriterRoleName}`;
    expect(only(policy().filter(({ Condition }) => Condition)).Condition).toEqual({
      ArnNotEquals: { 'aws:PrincipalArn': writer },
    });
    const bearers = ofType('AWS::IAM::Role').filter(
      ({ properties }) => properties['RoleName'] === auditWriterRoleName,
    );
    expect(only(bearers).path).toBe('Audit/WriteAuditLog/Role');
  });

  test('takes nothing from any function that the function’s row gives', () => {
    const wanted = ofType('AWS::IAM::Role')
      .flatMap((role) => permissions(role).map((line) => [role.path, ...line.split(' ')] as const))
      .filter(([, , , on]) => on === 'Data/AuditLog.Arn')
      .map(([path, , action]) => [path, action] as const);
    const refused = wanted.filter(
      ([path, action]) =>
        deniedTo(false).includes(String(action)) ||
        (deniedTo(true).includes(String(action)) && path !== 'Audit/WriteAuditLog/Role'),
    );
    expect(wanted).toContainEqual(['Audit/WriteAuditLog/Role', 'dynamodb:PutItem']);
    expect(refused).toEqual([]);
  });
});

describe('stateful stacks', () => {
  const stateful = [
    'AWS::DynamoDB::GlobalTable',
    'AWS::S3::Bucket',
    'AWS::KMS::Key',
    'AWS::SecretsManager::Secret',
  ];

  test.each(stateful.flatMap(ofType))('$path outlives its stack', ({ whole }) => {
    expect(whole).toMatchObject({
      DeletionPolicy: expect.stringMatching(/^Retain(ExceptOnCreate)?$/),
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('SEC-7 what has a fixed name is not left behind by a first deployment that fails', () => {
    const names = ['BucketName', 'LogGroupName', 'BackupVaultName', 'TableName', 'SecretId'];
    const named = resources.filter(
      ({ whole, properties }) => whole['DeletionPolicy'] && names.some((name) => name in properties),
    );
    expect(named.map(({ path }) => path).sort()).toEqual([
      'Api/Firewall/Log',
      'Backup/Vault',
      'Media/Published',
      'Media/Quarantine',
    ]);
    expect(named.filter(({ whole }) => whole['DeletionPolicy'] !== 'RetainExceptOnCreate')).toEqual([]);
  });
});
