import {
  CfnSecurityGroupIngress,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointService,
  type ISecurityGroup,
  type IVpc,
  SecurityGroup,
  SubnetType,
} from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';

interface RegisterEndpointProps {
  readonly vpc: IVpc;
  /** Name of the service of AWS PrivateLink behind which the register answers. */
  readonly service: string;
}

/**
 * The way to one register: an address in each zone that leads to the register's own network and nowhere else, so that no way
 * to the internet is needed (SEC-3). It has no endpoint policy, since AWS takes none on services of others; the register knows
 * us by its key, and the group says who gets so far.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-saas.html
 */
export class RegisterEndpoint extends Construct {
  /** Without a rule of its own nothing comes in, and nothing ever leaves by it: the register answers, it does not call. */
  readonly group: ISecurityGroup;

  constructor(scope: Construct, id: string, { vpc, service }: RegisterEndpointProps) {
    super(scope, id);
    this.group = new SecurityGroup(this, 'Group', {
      vpc,
      description: `${id}: in from the tiers that ask it, out to nowhere`,
      allowAllOutbound: false,
    });
    new InterfaceVpcEndpoint(this, 'Endpoint', {
      vpc,
      service: new InterfaceVpcEndpointService(service),
      subnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
      securityGroups: [this.group],
      // The register's own name leads here, and its certificate holds.
      privateDnsEnabled: true,
      // Left to itself the construct lets in the whole network.
      open: false,
    });
  }

  /** Beside the group and not in it, because the tier's group names this one already. */
  letIn(tier: string, { securityGroupId }: ISecurityGroup): void {
    new CfnSecurityGroupIngress(this, `From-${tier}`, {
      description: `From functions of the ${tier} tier`,
      groupId: this.group.securityGroupId,
      sourceSecurityGroupId: securityGroupId,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
    });
  }
}
