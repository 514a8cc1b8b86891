import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { NetworkStack } from './network-stack.ts';
import type { Tier } from './tiers.ts';

/** Where a function runs when it is not to reach the internet (SEC-3). */
export interface Placement {
  readonly tier: Tier;
  readonly network: Pick<NetworkStack, 'vpc' | 'securityGroups'>;
}

/** What `AWS::Lambda::Function` takes to be put there. */
export const placementProps = ({ network: { vpc, securityGroups }, tier }: Placement) => ({
  vpc,
  vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
  securityGroups: [securityGroups[tier]],
});

/**
 * What Lambda needs of a role to give its function an address in the subnets. EC2 cannot tie these to a resource before it is
 * made, so the second statement takes them from the function's own code: only Lambda itself can use them.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice
 */
export const placementStatements = (account: string, region: string, partition: string) => {
  const actions = [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:DeleteNetworkInterface',
    'ec2:AssignPrivateIpAddresses',
    'ec2:UnassignPrivateIpAddresses',
  ];
  return [
    new PolicyStatement({ actions, resources: ['*'] }),
    new PolicyStatement({
      effect: Effect.DENY,
      actions,
      resources: ['*'],
      conditions: {
        ArnLike: { 'lambda:SourceFunctionArn': `arn:${partition}:lambda:${region}:${account}:function:*` },
      },
    }),
  ];
};
