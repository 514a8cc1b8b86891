import type { Break } from './break.ts';

const network: Break[] = [
  {
    what: 'a firewall open to the world',
    caughtBy: 'GroupIsNotOpenToTheWorld',
    at: 'Network/apiTier',
    set: { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] },
  },
  {
    what: 'a firewall that lets everything out',
    caughtBy: 'GroupLeadsNotToTheWorld',
    at: 'Network/auditTier',
    set: { SecurityGroupEgress: [{ IpProtocol: '-1', CidrIpv6: '::/0' }] },
  },
  {
    what: 'a rule that lets everything out',
    caughtBy: 'GroupRuleIsNotTheWorld',
    at: 'Network/Everywhere',
    type: 'AWS::EC2::SecurityGroupEgress',
    set: { GroupId: 'sg-1', IpProtocol: '-1', CidrIp: '0.0.0.0/0' },
  },
  {
    what: 'a group without a rule',
    caughtBy: 'GroupHasNoWayOut',
    at: 'Network/Bare',
    type: 'AWS::EC2::SecurityGroup',
    set: { GroupDescription: 'Bare' },
  },
  {
    what: 'a route to the internet',
    caughtBy: 'RouteLeadsNotToTheWorld',
    at: 'Network/Out',
    type: 'AWS::EC2::Route',
    set: { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' },
  },
  {
    what: 'a NAT gateway',
    caughtBy: 'NoWayToTheInternet',
    at: 'Network/Nat',
    type: 'AWS::EC2::NatGateway',
    set: { SubnetId: 'subnet-1', AllocationId: 'eipalloc-1' },
  },
  {
    what: 'a function’s own address',
    caughtBy: 'NoWayToTheInternet',
    at: 'Api/Address',
    type: 'AWS::Lambda::Url',
    set: { AuthType: 'NONE', TargetFunctionArn: 'one' },
  },
  {
    what: 'addresses on the internet',
    caughtBy: 'SubnetGivesNoPublicAddress',
    at: 'Network/Vpc/IsolatedSubnet1/Subnet',
    set: { MapPublicIpOnLaunch: true },
  },
  {
    what: 'a way to any bucket of any account',
    caughtBy: 'EndpointHasAPolicy',
    at: 'Network/s3Endpoint',
    set: { PolicyDocument: undefined },
  },
  {
    what: 'points of presence all over the world',
    caughtBy: 'NothingLeavesSweden',
    at: 'Media/Cdn',
    type: 'AWS::CloudFront::Distribution',
    set: { DistributionConfig: { Enabled: true } },
  },
];

const alarms: Break[] = [
  {
    what: 'an alarm that tells nothing',
    caughtBy: 'AlarmTellsWhatToDo',
    at: 'Operations/ApiSlow',
    set: { AlarmDescription: undefined },
  },
  {
    what: 'an alarm that wakes nobody',
    caughtBy: 'AlarmTellsWhatToDo',
    at: 'Operations/CareCannotWork',
    set: { AlarmActions: [] },
  },
  {
    what: 'an alarm that sleeps when all is silent',
    caughtBy: 'AlarmSaysWhatSilenceMeans',
    at: 'Operations/ApiFailing',
    set: { TreatMissingData: undefined },
  },
  {
    what: 'alarms under a key of AWS’s',
    caughtBy: 'TopicHasOwnKey',
    at: 'Operations/Alarms/Topic',
    set: { KmsMasterKeyId: undefined },
  },
  {
    what: 'messages under a key of AWS’s',
    caughtBy: 'QueueHasOwnKey',
    at: 'Operations/Queue',
    type: 'AWS::SQS::Queue',
    set: {},
  },
];

export const surroundingBreaks: readonly Break[] = [...network, ...alarms];
