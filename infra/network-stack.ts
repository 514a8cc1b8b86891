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
import { endpointPolicies, type Gateway } from './endpoint-policies.ts';
import type { LogSettings } from './function.ts';
import { zones } from './region.ts';

interface NetworkStackProps extends StackProps {
  readonly logs: LogSettings;
}

/**
 * AWS's own lists of the two services' addresses in Stockholm, the only Region there is: written here because a lookup would
 * need an account at synth, and a custom resource rights to run. `aws ec2 describe-managed-prefix-lists` shows them.
 */
const prefixLists: Record<Gateway, string> = { dynamodb: 'pl-adae4bc4', s3: 'pl-c3aa4faa' };

/** Which services each tier of functions may reach; what is not here is unreachable, the internet above all (SEC-3). */
const tiers = {
  api: ['dynamodb'],
  audit: ['dynamodb'],
  storage: ['dynamodb', 's3'],
} as const satisfies Record<string, readonly Gateway[]>;

export type Tier = keyof typeof tiers;

const services: Record<Gateway, GatewayVpcEndpointAwsService> = {
  dynamodb: GatewayVpcEndpointAwsService.DYNAMODB,
  s3: GatewayVpcEndpointAwsService.S3,
};

/**
 * Where functions with rights to data run: three zones (SEC-2), no way to the internet and none from it (SEC-3). DynamoDB and
 * S3 are reached through gateway endpoints. There is no interface endpoint, because nothing would use one: Lambda itself
 * writes the functions' logs, reads the streams and decrypts the environment, and DynamoDB calls KMS for them.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export class NetworkStack extends Stack {
  readonly vpc: IVpc;
  readonly securityGroups: Readonly<Record<Tier, ISecurityGroup>>;

  constructor(scope: Construct, id: string, { logs, ...props }: NetworkStackProps) {
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
    this.addEndpoints();
    const groups = Object.entries(tiers).map(([tier, reaches]) => [tier, this.tier(tier, reaches)] as const);
    this.securityGroups = Object.fromEntries(groups) as Record<Tier, ISecurityGroup>;
    this.addFlowLog(logs);
  }

  /** Named here, or synth would ask the account which zones it has, whatever the network itself is told. */
  override get availabilityZones(): string[] {
    return [...zones];
  }

  private addEndpoints(): void {
    const policies = endpointPolicies(this);
    for (const [gateway, service] of Object.entries(services) as [Gateway, GatewayVpcEndpointAwsService][]) {
      const endpoint = new GatewayVpcEndpoint(this, `${gateway}Endpoint`, { vpc: this.vpc, service });
      endpoint.addToPolicy(policies[gateway]);
    }
  }

  /**
   * Nothing comes in: functions are called through Lambda, never over the network. The rules lie in the group itself, since a
   * group that is made without any lets everything out until the first is added.
   */
  private tier(tier: string, reaches: readonly Gateway[]): ISecurityGroup {
    const { attrGroupId } = new CfnSecurityGroup(this, `${tier}Tier`, {
      vpcId: this.vpc.vpcId,
      groupDescription: `Functions of the ${tier} tier: out to ${reaches.join(' and ')} only, in from nowhere`,
      securityGroupEgress: reaches.map((gateway) => ({
        description: `To ${gateway} through its gateway endpoint`,
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        destinationPrefixListId: prefixLists[gateway],
      })),
    });
    return SecurityGroup.fromSecurityGroupId(this, `${tier}Group`, attrGroupId, { mutable: false });
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
