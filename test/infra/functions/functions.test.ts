import { describe, expect, test } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import {
  databasePatience,
  requestAnsweredWithinMs,
  storagePatience,
} from '../../../shared/config/aws-patience.ts';
import { httpEnvironment } from '../../../shared/config/environment.ts';
import { placed, expectedFunctions as rows } from '../expected-functions.ts';
import { ofType, only, permissions, stage, text } from '../synthesised.ts';

const { logRetentionDays: days } = stage;
const functions = ofType('AWS::Lambda::Function');
// The roles that AWS Backup takes are in backup.test.ts, EventBridge’s and CloudTrail’s in watched-events.test.ts, those of flow and access logs in network.test.ts and api.test.ts.
const ofServices = [
  'Network/FlowLogRole',
  'Api/Gateway/Api/CloudWatchRole',
  'Operations/Alarms/Publisher',
  'Operations/TrailWriter',
];
const roles = ofType('AWS::IAM::Role').filter(
  ({ stack, path }) => stack !== 'Backup' && !ofServices.includes(path),
);
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

  test('each is called so that the gateway and people find it, and no two alike', () => {
    const names = functions.map(({ properties }) => String(properties['FunctionName']));
    expect(
      names.filter((name) => !/^stod-och-behandling(-[a-z0-9]+)+$/.test(name) || name.length > 64),
    ).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
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
    const wide = all.filter(([, action, resource]) => action?.includes('*') || resource === '*');
    // EC2 knows no narrower right to an address in a subnet; the function's own code is denied each of these.
    expect(wide.filter((line) => !placed.includes(line.join(' ')))).toEqual([]);
  });
});

describe('each function is set up alike', () => {
  test.each(rows)(
    '$name is told what its environment schema asks for, and nothing else',
    ({ construct, variables }) => {
      const { properties } = named('AWS::Lambda::Function', `${construct}/Function`);
      const { Variables } = properties['Environment'] as { Variables: Record<string, unknown> };
      expect(Object.keys(Variables).sort()).toEqual([...variables].sort());
    },
  );

  test.each(rows)(
    '$name runs on Node 24 on ARM and logs JSON to its own group, encrypted and kept as the stage says',
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
      const { RetentionInDays, KmsKeyId } = named('AWS::Logs::LogGroup', `${construct}/Log`).properties;
      expect([RetentionInDays, text(stack, KmsKeyId)]).toEqual([days, 'Data/LogKey.Arn']);
    },
  );

  test.each(rows)('$name has the time to hear nothing as often as it asks', ({ construct, tier }) => {
    const { Timeout } = named('AWS::Lambda::Function', `${construct}/Function`).properties;
    const { attempts, answeredWithinMs } = tier === 'storage' ? storagePatience : databasePatience;
    expect(Number(Timeout) * 1000).toBeGreaterThan(attempts * answeredWithinMs);
  });

  test('what is behind the gateway answers before its time is out', () => {
    const { Timeout } = named('AWS::Lambda::Function', 'CareFunctions/SubmitForm/Function').properties;
    expect(requestAnsweredWithinMs).toBeLessThan(Number(Timeout) * 1000 - 5000);
  });

  test('what the functions read from their environment passes their own schema', () => {
    const { stack, properties } = named('AWS::Lambda::Function', 'CareFunctions/SubmitForm/Function');
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
      NATIONAL_ADMINISTRATORS: stage.nationalAdministrators,
      CARE_WITHOUT_CARD: stage.careWithoutCard,
      PERSON_REGISTER_URL: stage.registers.person.url,
      STAFF_DIRECTORY_URL: stage.registers.staff.url,
      ALLOWED_ORIGINS: stage.allowedOrigins,
    });
  });

  test.each(rows)(
    '$name is told less than the 4 KB that Lambda takes, with room to spare',
    ({ construct }) => {
      const { stack, properties } = named('AWS::Lambda::Function', `${construct}/Function`);
      const { Variables } = properties['Environment'] as { Variables: Record<string, unknown> };
      // Names that CloudFormation makes, and the secrets, are put in when it deploys.
      const bytes = Object.entries(Variables).map(([name, value]) => {
        const known = typeof value === 'string' ? value : text(stack, value);
        return name.length + (known === value ? Buffer.byteLength(known) : 100);
      });
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(3584);
    },
  );

  test.each([
    ['PersonKeySecret', 'PERSON_KEY_SECRET'],
    ['RegisterKey', 'REGISTER_KEY'],
  ])('%s is generated in AWS and only referred to in the template', (secret, variable) => {
    const { properties } = named('AWS::SecretsManager::Secret', `Data/${secret}`);
    expect(properties).toMatchObject({ GenerateSecretString: { PasswordLength: 64 } });
    const told = functions.flatMap(({ stack, properties: { Environment } }) => {
      const value = (Environment as { Variables: Record<string, unknown> }).Variables[variable];
      return value === undefined ? [] : [text(stack, value)];
    });
    expect(told).toHaveLength(routes.length);
    expect([...new Set(told)]).toEqual([`{{resolve:secretsmanager:Data/${secret}:SecretString:::}}`]);
  });
});

describe('SEC-3 functions with rights to data have no way to the internet', () => {
  const subnets = ['Vpc/IsolatedSubnet1', 'Vpc/IsolatedSubnet2', 'Vpc/IsolatedSubnet3'];

  test.each(rows)('$name runs where it should', ({ construct, tier }) => {
    const { stack, properties } = named('AWS::Lambda::Function', `${construct}/Function`);
    const { VpcConfig } = properties as { VpcConfig?: { SubnetIds: unknown[]; SecurityGroupIds: unknown[] } };
    const where = VpcConfig && {
      subnets: VpcConfig.SubnetIds.map((id) => text(stack, id)),
      groups: VpcConfig.SecurityGroupIds.map((id) => text(stack, id)),
    };
    expect(where).toEqual(
      tier && {
        subnets: subnets.map((name) => `Network/${name}/Subnet`),
        groups: [`Network/${tier}Tier.GroupId`],
      },
    );
  });

  test('only a trigger that says so runs outside', () => {
    const outside = rows.filter(({ tier }) => tier === undefined).map(({ name }) => name);
    expect(outside).toEqual(
      triggers.filter((one) => 'reachesInternet' in one && one.reachesInternet).map(({ name }) => name),
    );
  });
});

describe('SEC-4 what the functions are told', () => {
  test('is encrypted with a key that nobody is given, wherever it holds a secret', () => {
    const secretive = functions.filter(({ properties: { Environment } }) =>
      /PERSON_KEY_SECRET|REGISTER_KEY/.test(JSON.stringify(Environment)),
    );
    expect(secretive).toHaveLength(routes.length);
    for (const { stack, properties } of secretive)
      expect(text(stack, properties['KmsKeyArn'])).toBe('Data/EnvironmentKey.Arn');
    const rights = ofType('AWS::IAM::Role').flatMap(permissions);
    expect(rights.filter((line) => line.includes('EnvironmentKey'))).toEqual([]);
  });
});
