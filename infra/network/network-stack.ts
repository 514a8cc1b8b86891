import { Stack, type StackProps } from 'aws-cdk-lib';
import {
  CfnFlowLog,
  CfnSecurityGroup,
  GatewayVpcEndpoint,
  GatewayVpcEndpointAwsService,
  IpAddresses,
  type ISecurityGroup,
  type IVpc,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { LogSettings } from '../data/keys.ts';
import type { RoutesAndTriggers } from '../rights/routes-and-triggers.ts';
import type { BucketNames } from '../rights/storage-grants.ts';
import { zones } from '../stages/region.ts';
import type { Stage } from '../stages/stage.ts';
import { endpointPolicies, type Gateway } from './endpoint-policies.ts';
import { RegisterEndpoint } from './register-endpoint.ts';
import { type Destination, type Peer, peersAmong, type Registers, type Tier, tiers } from './tiers.ts';

interface NetworkStackProps extends StackProps {
  readonly logs: LogSettings;
  readonly registers: Stage['registers'];
  /** Says what may pass the gateway endpoints. */
  readonly rows: RoutesAndTriggers;
  readonly bucketNames: BucketNames;
}

const services: Record<Gateway, GatewayVpcEndpointAwsService> = {
  dynamodb: GatewayVpcEndpointAwsService.DYNAMODB,
  s3: GatewayVpcEndpointAwsService.S3,
};

/**
 * Where functions with rights to data run: three zones (SEC-2), no way to the internet and none from it (SEC-3). DynamoDB and
 * S3 are reached through gateway endpoints, the registers through an interface endpoint each. AWS's own services have no
 * interface endpoint, because nothing would use one: Lambda itself writes the functions' logs, reads the streams and decrypts
 * the environment, and DynamoDB calls KMS for them.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export class NetworkStack extends Stack {
  readonly vpc: IVpc;
  readonly securityGroups: Readonly<Record<Tier, ISecurityGroup>>;

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props);
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.0.0.0/16'),
      availabilityZones: [...zones],
      natGateways: 0,
      createInternetGateway: false,
      subnetConfiguration: [{ name: 'Isolated', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 20 }],
      // Closing the default group takes a custom resource with rights to change any group; nothing is in that group.
      restrictDefaultSecurityGroup: false,
    }) as IVpc;
    this.addGateways(props);
    const endpoints = this.registerEndpoints(props.registers);
    this.securityGroups = this.tierGroups(endpoints);
    this.letTiersInto(endpoints);
    this.addFlowLog(props.logs);
  }

  /** Named here, or synth would ask the account which zones it has, whatever the network itself is told. */
  override get availabilityZones(): string[] {
    return [...zones];
  }

  private addGateways({ rows, bucketNames }: NetworkStackProps): void {
    const policies = endpointPolicies(this, rows, bucketNames);
    for (const [gateway, service] of Object.entries(services) as [Gateway, GatewayVpcEndpointAwsService][]) {
      const endpoint = new GatewayVpcEndpoint(this, `${gateway}Endpoint`, { vpc: this.vpc, service });
      endpoint.addToPolicy(policies[gateway]);
    }
  }

  private registerEndpoints({ person, staff }: Stage['registers']): Registers {
    const { vpc } = this;
    return {
      personRegister: new RegisterEndpoint(this, 'PersonRegister', { vpc, service: person.endpointService }),
      staffDirectory: new RegisterEndpoint(this, 'StaffDirectory', { vpc, service: staff.endpointService }),
    };
  }

  private tierGroups(registers: Registers): Record<Tier, ISecurityGroup> {
    const peers = peersAmong(registers);
    const groups = tiers.map(([tier, reaches]) => [tier, this.tier(tier, reaches, peers)] as const);
    return Object.fromEntries(groups) as Record<Tier, ISecurityGroup>;
  }

  /**
   * Nothing comes in: functions are called through Lambda, never over the network. The rules lie in the group itself, since a
   * group that is made without any lets everything out until the first is added; its description never changes, for a new one
   * would take a new group.
   */
  private tier(
    tier: Tier,
    reaches: readonly Destination[],
    peers: Record<Destination, Peer>,
  ): ISecurityGroup {
    const { attrGroupId } = new CfnSecurityGroup(this, `${tier}Tier`, {
      vpcId: this.vpc.vpcId,
      groupDescription: `Functions of the ${tier} tier: in from nowhere, out by the named endpoints only`,
      securityGroupEgress: reaches.map((destination) => ({
        description: `To ${destination} through its endpoint`,
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        ...peers[destination],
      })),
    });
    return SecurityGroup.fromSecurityGroupId(this, `${tier}Group`, attrGroupId, { mutable: false });
  }

  private letTiersInto(registers: Registers): void {
    for (const [name, endpoint] of Object.entries(registers) as [keyof Registers, RegisterEndpoint][])
      for (const [tier, reaches] of tiers)
        if (reaches.includes(name)) endpoint.letIn(tier, this.securityGroups[tier]);
  }

  /** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, for one log group and this account only. */
  private addFlowLog(logs: LogSettings): void {
    const logGroup = new LogGroup(this, 'FlowLog', { ...logs });
    const write = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      resources: [logGroup.logGroupArn],
    });
    const role = new Role(this, 'FlowLogRole', {
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
      inlinePolicies: { own: new PolicyDocument({ statements: [write] }) },
    });
    new CfnFlowLog(this, 'Flows', {
      resourceType: 'VPC',
      resourceId: this.vpc.vpcId,
      trafficType: 'ALL',
      logGroupName: logGroup.logGroupName,
      deliverLogsPermissionArn: role.roleArn,
    });
  }
}
