import type { Break } from './break.ts';

const network: Break[] = [
  {
    what: 'a firewall open to the world',
    caughtBy: 'GroupItselfLetsNobodyIn',
    at: 'Network/apiTier',
    set: { SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }] },
  },
  {
    what: 'a register for the whole network',
    caughtBy: 'GroupItselfLetsNobodyIn',
    at: 'Network/PersonRegister/Group',
    set: {
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' }],
    },
  },
  {
    what: 'a register for the whole network, by a rule beside its group',
    caughtBy: 'GroupLetsInTheApiOnly',
    at: 'Network/WholeNetwork',
    type: 'AWS::EC2::SecurityGroupIngress',
    set: { GroupId: 'sg-1', IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' },
  },
  {
    what: 'a register for another tier',
    caughtBy: 'GroupLetsInTheApiOnly',
    at: 'Network/PersonRegister/From-api',
    set: { SourceSecurityGroupId: { 'Fn::GetAtt': ['auditTier', 'GroupId'] } },
  },
  {
    what: 'a register without TLS',
    caughtBy: 'GroupLetsInTheApiOnly',
    at: 'Network/StaffDirectory/From-api',
    set: { FromPort: 80 },
  },
  {
    what: 'a register in another Region',
    caughtBy: 'InterfaceEndpointLeadsToARegister',
    at: 'Network/PersonRegister/Endpoint',
    set: { ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0' },
  },
  {
    what: 'a register that is reached in another Region',
    caughtBy: 'InterfaceEndpointLeadsToARegister',
    at: 'Network/StaffDirectory/Endpoint',
    set: { ServiceRegion: 'eu-west-1' },
  },
  {
    what: 'one more way out',
    caughtBy: 'InterfaceEndpointLeadsToARegister',
    at: 'Network/Queues',
    type: 'AWS::EC2::VPCEndpoint',
    set: { VpcId: 'vpc-1', VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-north-1.sqs' },
  },
  {
    what: 'a way to another network’s resource',
    caughtBy: 'EndpointIsOfAKnownKind',
    at: 'Network/Elsewhere',
    type: 'AWS::EC2::VPCEndpoint',
    set: { VpcId: 'vpc-1', VpcEndpointType: 'Resource' },
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
    what: 'a trail that never sees a right given away',
    caughtBy: 'TrailSeesEverybody',
    at: 'Operations/Trail',
    set: { IsMultiRegionTrail: false },
  },
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
