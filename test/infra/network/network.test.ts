import { describe, expect, test } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { triggers } from '../../../functions/triggers.ts';
import { grantsOf } from '../../../shared/contract/grants-of.ts';
import { bucketArn, mediaIn } from '../expected-functions.ts';
import { newSystem, ofType, only, permissions, resources, stage, text } from '../synthesised.ts';

const inNetwork = (type: string) => ofType(type).filter(({ stack }) => stack === 'Network');
const subnets = inNetwork('AWS::EC2::Subnet');
const account = stage.account;

describe('SEC-2 SEC-3 the network of functions with rights to data', () => {
  test('has a subnet in each of the three zones', () => {
    expect(subnets.map(({ properties }) => properties['AvailabilityZone'])).toEqual([
      'eu-north-1a',
      'eu-north-1b',
      'eu-north-1c',
    ]);
  });

  test('has no way to the internet and none from it', () => {
    for (const { properties } of subnets) expect(properties['MapPublicIpOnLaunch']).toBe(false);
    const ways = [
      'InternetGateway',
      'EgressOnlyInternetGateway',
      'NatGateway',
      'VPCGatewayAttachment',
      'TransitGatewayAttachment',
      'VPCPeeringConnection',
      'Route',
      'EIP',
    ];
    const found = resources.filter(({ type }) => ways.some((way) => type === `AWS::EC2::${way}`));
    expect(found).toEqual([]);
  });

  test('is synthesised without asking any account', () => {
    const { app } = newSystem();
    expect(app.synth().manifest.missing).toBeUndefined();
  });

  test('runs no code of its own', () => {
    expect(resources.filter(({ type }) => /^(Custom::|AWS::CloudFormation::Custom)/.test(type))).toEqual([]);
  });
});

const registers = ['PersonRegister', 'StaffDirectory'];
const tls = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

describe('SEC-3 between every tier there is a firewall', () => {
  const groups = inNetwork('AWS::EC2::SecurityGroup');
  const out = groups.flatMap(({ path, properties }) =>
    (properties['SecurityGroupEgress'] as Record<string, unknown>[]).map(
      ({ Description, DestinationSecurityGroupId: group, ...rule }) => ({
        path,
        ...rule,
        ...(group ? { group: text('Network', group) } : {}),
      }),
    ),
  );

  test('there is a security group for each tier and each register', () => {
    expect(groups.map(({ path }) => path).sort()).toEqual(
      [
        ...registers.map((register) => `Network/${register}/Group`),
        ...['api', 'audit', 'storage'].map((tier) => `Network/${tier}Tier`),
      ].sort(),
    );
  });

  test('from a tier nothing goes out but to DynamoDB and S3 in Stockholm, and from the API’s to the registers', () => {
    const toService = (tier: string, DestinationPrefixListId: string) => ({
      path: `Network/${tier}Tier`,
      ...{ DestinationPrefixListId, ...tls },
    });
    const toRegister = (register: string) => ({
      path: 'Network/apiTier',
      ...{ group: `Network/${register}/Group.GroupId`, ...tls },
    });
    expect(out.filter(({ path }) => path.endsWith('Tier'))).toEqual([
      toService('api', 'pl-adae4bc4'),
      ...registers.map(toRegister),
      toService('audit', 'pl-adae4bc4'),
      toService('storage', 'pl-adae4bc4'),
      toService('storage', 'pl-c3aa4faa'),
    ]);
    expect(ofType('AWS::EC2::SecurityGroupEgress')).toEqual([]);
  });

  test('from a register nothing goes out: its one rule is a kind of ICMP that does not exist, to no address', () => {
    expect(out.filter(({ path }) => path.endsWith('Group'))).toEqual(
      registers.map((register) => ({
        path: `Network/${register}/Group`,
        ...{ CidrIp: '255.255.255.255/32', IpProtocol: 'icmp', FromPort: 252, ToPort: 86 },
      })),
    );
  });

  test('nothing comes in but functions of the API, to a register, over TLS', () => {
    expect(groups.filter(({ properties }) => 'SecurityGroupIngress' in properties)).toEqual([]);
    const coming = ofType('AWS::EC2::SecurityGroupIngress').map(
      ({ properties: { Description, GroupId, SourceSecurityGroupId, ...rule } }) => ({
        to: text('Network', GroupId),
        from: text('Network', SourceSecurityGroupId),
        ...rule,
      }),
    );
    expect(coming).toEqual(
      registers.map((register) => ({
        to: `Network/${register}/Group.GroupId`,
        from: 'Network/apiTier.GroupId',
        ...tls,
      })),
    );
  });
});

describe('SEC-1 SEC-2 SEC-3 the registers are reached by AWS PrivateLink', () => {
  const { person, staff } = stage.registers;

  test.each([
    ['PersonRegister', person.endpointService],
    ['StaffDirectory', staff.endpointService],
  ])('%s by the stage’s service, from all three zones, under its own name', (register, service) => {
    const { ServiceName, SubnetIds, SecurityGroupIds, VpcId, ...rest } = only(
      inNetwork('AWS::EC2::VPCEndpoint').filter(({ path }) => path === `Network/${register}/Endpoint`),
    ).properties;
    expect(ServiceName).toBe(service);
    expect((SubnetIds as unknown[]).map((id) => text('Network', id))).toEqual(
      [1, 2, 3].map((zone) => `Network/Vpc/IsolatedSubnet${zone}/Subnet`),
    );
    expect((SecurityGroupIds as unknown[]).map((id) => text('Network', id))).toEqual([
      `Network/${register}/Group.GroupId`,
    ]);
    expect(text('Network', VpcId)).toBe('Network/Vpc');
    // AWS takes no policy on services of others, and one named here would stop the deployment.
    expect(rest).toEqual({ VpcEndpointType: 'Interface', PrivateDnsEnabled: true });
  });

  test('their names are answered inside the network', () => {
    expect(only(inNetwork('AWS::EC2::VPC')).properties).toMatchObject({
      EnableDnsHostnames: true,
      EnableDnsSupport: true,
    });
  });
});

describe('SEC-3 SEC-5 the endpoints to AWS’s own services', () => {
  const endpoints = inNetwork('AWS::EC2::VPCEndpoint').filter(
    ({ properties }) => properties['VpcEndpointType'] !== 'Interface',
  );
  const endpoint = (service: string) =>
    only(
      endpoints.filter(({ properties }) =>
        text('Network', properties['ServiceName']).endsWith(`.${service}`),
      ),
    ).properties;
  const policy = (service: string) => {
    const { Statement } = endpoint(service)['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    return only(Statement);
  };
  const ours = { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } };

  test('are gateways to DynamoDB and S3, and but for the registers’ there is no other', () => {
    expect(ofType('AWS::EC2::VPCEndpoint')).toHaveLength(endpoints.length + registers.length);
    expect(endpoints.map(({ properties }) => properties['VpcEndpointType'])).toEqual(['Gateway', 'Gateway']);
    expect(endpoint('dynamodb')).not.toEqual(endpoint('s3'));
  });

  test.each(['dynamodb', 's3'])('%s is reached from all three zones', (service) => {
    const tables = (endpoint(service)['RouteTableIds'] as unknown[]).map((id) => text('Network', id));
    expect(tables).toEqual([1, 2, 3].map((zone) => `Network/Vpc/IsolatedSubnet${zone}/RouteTable`));
  });

  test('to DynamoDB, what the functions are granted passes, on this account’s tables for this account’s callers', () => {
    const granted = [
      ...routes.flatMap(({ contract }) => grantsOf(contract)),
      ...triggers.flatMap(({ grants }) => grants),
    ];
    const { Action, ...rest } = policy('dynamodb');
    const actions = granted.flatMap((grant) => grant.actions.map((action) => `dynamodb:${action}`));
    expect(new Set(Action as string[])).toEqual(new Set(actions));
    expect(rest).toEqual({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Resource: `arn:aws:dynamodb:eu-north-1:${account}:table/*`,
      Condition: ours,
    });
  });

  test('to S3, what the functions are granted passes, on media in the two buckets for this account’s callers', () => {
    const granted = [
      ...routes.flatMap(({ contract: { storage = [] } }) => storage),
      ...triggers.flatMap((trigger) => ('storage' in trigger ? (trigger.storage ?? []) : [])),
    ];
    const { Action, Resource, ...rest } = policy('s3');
    const actions = granted.flatMap((grant) => grant.actions.map((action) => `s3:${action}`));
    expect(actions.length).toBeGreaterThan(0);
    expect(new Set(Action as string[])).toEqual(new Set([...actions, 's3:ListBucket']));
    expect((Resource as string[]).toSorted()).toEqual(
      [bucketArn('quarantine'), mediaIn('published'), mediaIn('quarantine')].toSorted(),
    );
    expect(rest).toEqual({ Effect: 'Allow', Principal: { AWS: '*' }, Condition: ours });
  });
});

describe('SEC-6 the flow log', () => {
  test('has all traffic of the network, encrypted, kept as the stage says', () => {
    const flows = only(inNetwork('AWS::EC2::FlowLog')).properties;
    expect(flows).toMatchObject({ ResourceType: 'VPC', TrafficType: 'ALL' });
    expect(text('Network', flows['ResourceId'])).toBe('Network/Vpc');
    expect(text('Network', flows['LogGroupName'])).toBe('Network/FlowLog');
    const log = only(inNetwork('AWS::Logs::LogGroup'));
    expect([log.properties['RetentionInDays'], text('Network', log.properties['KmsKeyId'])]).toEqual([
      stage.logRetentionDays,
      'Data/LogKey.Arn',
    ]);
  });

  test('is written with rights to it alone, for this account alone', () => {
    const role = only(inNetwork('AWS::IAM::Role'));
    const rights = ['CreateLogStream', 'DescribeLogStreams', 'PutLogEvents'];
    expect(permissions(role)).toEqual(rights.map((right) => `Allow logs:${right} Network/FlowLog.Arn`));
    expect(role.properties['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        },
      ],
    });
  });
});
