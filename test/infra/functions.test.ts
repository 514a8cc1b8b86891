import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { triggers } from '../../functions/triggers.ts';
import {
  auditConsumerEnvironment,
  httpEnvironment,
  keyRefresherEnvironment,
} from '../../shared/config/environment.ts';
import type { Grant } from '../../shared/contract/grant.ts';
import { grantsOf } from '../../shared/contract/grants-of.ts';
import { ofType, only, pascal, permissions, stage, text } from './synthesised.ts';

const via = (service: string) =>
  JSON.stringify({ StringEquals: { 'kms:ViaService': `${service}.eu-north-1.amazonaws.com` } });

const granted = (grants: readonly Grant[]): string[] => [
  ...grants.flatMap(({ table, actions, indexes = [] }) => [
    ...actions.map((action) => `Allow dynamodb:${action} Data/${pascal(table)}.Arn`),
    ...indexes.map((index) => `Allow dynamodb:Query Data/${pascal(table)}.Arn/index/${index}`),
  ]),
  ...(grants.length > 0 ? [`Allow kms:Decrypt Data/Key.Arn ${via('dynamodb')}`] : []),
];

const streamRights = [
  'Allow dynamodb:DescribeStream Data/Activities.Arn/stream/*',
  'Allow dynamodb:GetRecords Data/Activities.Arn/stream/*',
  'Allow dynamodb:GetShardIterator Data/Activities.Arn/stream/*',
  'Allow dynamodb:ListStreams Data/Activities.Arn/stream/*',
  'Allow s3:PutObject Audit/Undelivered.Arn/aws/lambda/*',
  'Allow s3:ListBucket Audit/Undelivered.Arn',
  `Allow kms:GenerateDataKey Data/Key.Arn ${via('s3')}`,
];

const rows = [
  ...routes.map(({ contract }) => ({
    name: contract.operationId,
    construct: `Api/${pascal(contract.operationId)}`,
    rights: granted(grantsOf(contract)),
    variables: httpEnvironment,
  })),
  ...triggers.map(({ name, grants, ...trigger }) => {
    const streams = 'stream' in trigger;
    return {
      name,
      construct: `${streams ? 'Audit' : 'Schedule'}/${pascal(name)}`,
      rights: [...granted(grants), ...(streams ? streamRights : [])],
      variables: streams ? auditConsumerEnvironment : keyRefresherEnvironment,
    };
  }),
];

const functions = ofType('AWS::Lambda::Function');
const roles = ofType('AWS::IAM::Role');
const named = (type: string, path: string) => only(ofType(type).filter((one) => one.path === path));

describe('SEC-5 each function may do exactly what its row of the table says', () => {
  test('there is one function for every contract and trigger, and no other', () => {
    expect(functions.map(({ path }) => path).sort()).toEqual(
      rows.map(({ construct }) => `${construct}/Function`).sort(),
    );
  });

  test.each(rows)('$name has its grants and nothing more', ({ construct, rights }) => {
    const ownLog = ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
      (right) => `Allow ${right} ${construct}/Log.Arn`,
    );
    expect(permissions(named('AWS::IAM::Role', `${construct}/Role`))).toEqual([...rights, ...ownLog].sort());
  });

  test('every role belongs to one function, and only Lambda can take it', () => {
    const used = functions.map(({ stack, properties }) => text(stack, properties['Role']));
    expect(used.sort()).toEqual(roles.map(({ path }) => `${path}.Arn`).sort());
    for (const { properties } of roles)
      expect(properties['AssumeRolePolicyDocument']).toMatchObject({
        Statement: [
          { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } },
        ],
      });
  });

  test('no right comes from anywhere but a function’s own role', () => {
    expect(roles.filter(({ properties }) => 'ManagedPolicyArns' in properties)).toEqual([]);
    expect([...ofType('AWS::IAM::Policy'), ...ofType('AWS::IAM::ManagedPolicy')]).toEqual([]);
  });

  test('no action has a wildcard and no right holds for every resource', () => {
    const all = roles.flatMap(permissions).map((line) => line.split(' '));
    expect(all.length).toBeGreaterThan(rows.length * 3);
    expect(all.filter(([, action, resource]) => action?.includes('*') || resource === '*')).toEqual([]);
  });
});

describe('each function is set up alike', () => {
  test.each(rows)(
    '$name is told what its environment schema asks for, and nothing else',
    ({ construct, variables }) => {
      const { properties } = named('AWS::Lambda::Function', `${construct}/Function`);
      const { Variables } = properties['Environment'] as { Variables: Record<string, unknown> };
      expect(Object.keys(Variables).sort()).toEqual(Object.keys(variables.shape).sort());
    },
  );

  test.each(rows)(
    '$name runs on Node 24 on ARM and logs JSON to its own group, kept a year',
    ({ construct }) => {
      const { stack, properties } = named('AWS::Lambda::Function', `${construct}/Function`);
      const { LoggingConfig } = properties as { LoggingConfig: { LogFormat: string; LogGroup: unknown } };
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      });
      expect([LoggingConfig.LogFormat, text(stack, LoggingConfig.LogGroup)]).toEqual([
        'JSON',
        `${construct}/Log`,
      ]);
      expect(named('AWS::Logs::LogGroup', `${construct}/Log`).properties['RetentionInDays']).toBe(365);
    },
  );

  test('what the functions read from their environment passes their own schema', () => {
    const { stack, properties } = named('AWS::Lambda::Function', 'Api/SubmitForm/Function');
    const { Variables } = properties['Environment'] as { Variables: Record<string, unknown> };
    const values = Object.fromEntries(
      Object.entries(Variables).map(([name, value]) => [name, text(stack, value)]),
    );
    expect(httpEnvironment.parse(values)).toMatchObject({
      TABLE_ORGANISATION: 'Data/Organisation',
      TABLE_MOMENTS: 'Data/Moments',
      TABLE_INSTANCES: 'Data/Instances',
      TABLE_ACTIVITIES: 'Data/Activities',
      TABLE_AUDIT_LOG: 'Data/AuditLog',
      ISSUERS: stage.issuers,
      NATIONAL_MANAGEMENT: stage.nationalManagement,
      ALLOWED_ORIGINS: stage.allowedOrigins,
    });
  });

  test('the person key secret is generated in AWS and only referred to in the template', () => {
    const { properties } = named('AWS::SecretsManager::Secret', 'Data/PersonKeySecret');
    expect(properties).toMatchObject({ GenerateSecretString: { PasswordLength: 64 } });
    const told = functions.flatMap(({ stack, properties: { Environment } }) => {
      const { PERSON_KEY_SECRET } = (Environment as { Variables: Record<string, unknown> }).Variables;
      return PERSON_KEY_SECRET === undefined ? [] : [text(stack, PERSON_KEY_SECRET)];
    });
    expect(told).toHaveLength(routes.length);
    expect([...new Set(told)]).toEqual(['{{resolve:secretsmanager:Data/PersonKeySecret:SecretString:::}}']);
  });
});
