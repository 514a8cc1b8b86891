import type { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { routes } from '../functions/routes.ts';
import { triggers } from '../functions/triggers.ts';
import { grantsOf } from '../shared/contract/grants-of.ts';

/** The services reached from the isolated subnets, by their gateway endpoints. */
export type Gateway = 'dynamodb' | 's3';

const granted = [
  ...routes.map(({ contract }) => grantsOf(contract)),
  ...triggers.map(({ grants }) => grants),
];
/** Every action that any function is granted; the endpoint lets nothing else through, whatever a role may come to say. */
const dynamoActions = [...new Set(granted.flat().flatMap(({ actions }) => actions))].sort();

/**
 * What may pass each endpoint: this account's callers and this account's tables and buckets, so that stolen credentials of
 * another account cannot carry data out of ours.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export const endpointPolicies = (scope: Stack): Record<Gateway, PolicyStatement> => {
  const { account, region, partition } = scope;
  const passing = (actions: string[], resources: string[]) =>
    new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions,
      resources,
      conditions: { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
    });
  return {
    dynamodb: passing(
      dynamoActions.map((action) => `dynamodb:${action}`),
      [`arn:${partition}:dynamodb:${region}:${account}:table/*`],
    ),
    s3: passing(['s3:GetObject', 's3:PutObject'], [`arn:${partition}:s3:::*/*`]),
  };
};
