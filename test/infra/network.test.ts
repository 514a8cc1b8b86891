import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { triggers } from '../../functions/triggers.ts';
import { grantsOf } from '../../shared/contract/grants-of.ts';
import { newSystem, ofType, only, permissions, resources, stage, text } from './synthesised.ts';

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

describe('SEC-3 between every tier there is a firewall', () => {
  const groups = inNetwork('AWS::EC2::SecurityGroup');
  test('there is a security group for each tier', () => {
    expect(groups.map(({ path }) => path).sort()).toEqual(
      ['api', 'audit', 'storage'].map((tier) => `Network/${tier}Tier`),
    );
  });

  test('nothing comes in, and nothing goes out but to DynamoDB and S3 in Stockholm', () => {
    expect([...ofType('AWS::EC2::SecurityGroupIngress'), ...ofType('AWS::EC2::SecurityGroupEgress')]).toEqual(
      [],
    );
    const out = groups.flatMap(({ path, properties }) => {
      expect(properties['SecurityGroupIngress']).toBeUndefined();
      return (properties['SecurityGroupEgress'] as Record<string, unknown>[]).map(
        ({ Description, ...rule }) => ({
          path,
          ...rule,
        }),
      );
    });
    const toService = (tier: string, DestinationPrefixListId: string) => ({
      path: `Network/${tier}Tier`,
      ...{ DestinationPrefixListId, IpProtocol: 'tcp', FromPort: 443, ToPort: 443 },
    });
    expect(out).toEqual([
      toService('api', 'pl-adae4bc4'),
      toService('audit', 'pl-adae4bc4'),
      toService('storage', 'pl-adae4bc4'),
      toService('storage', 'pl-c3aa4faa'),
    ]);
  });
});

describe('SEC-3 SEC-5 the endpoints', () => {
  const endpoints = inNetwork('AWS::EC2::VPCEndpoint');
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

  test('are gateways to DynamoDB and S3, and there is no other', () => {
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

  test('to S3, objects are read and written, in this account’s buckets for this account’s callers', () => {
    expect(policy('s3')).toEqual({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::*/*',
      Condition: ours,
    });
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
