import type { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { grantsOf } from '../../shared/contract/grants-of.ts';
import { type RoutesAndTriggers, storing } from '../rights/routes-and-triggers.ts';
import { type BucketNames, bucketArn, mediaObjects } from '../rights/storage-grants.ts';

/** The services reached from the isolated subnets, by their gateway endpoints. */
export type Gateway = 'dynamodb' | 's3';

const prefixed = (service: string, actions: readonly string[]): string[] =>
  [...new Set(actions)].sort().map((action) => `${service}:${action}`);

/** Every action that any function is granted; the endpoint lets nothing else through, whatever a role may come to say. */
const grantedActions = (of: RoutesAndTriggers): Record<Gateway, string[]> => {
  const onTables = [
    ...of.routes.flatMap(({ contract }) => grantsOf(contract)),
    ...of.triggers.flatMap(({ grants }) => grants),
  ];
  const onObjects = storing(of).flatMap(({ storage }) => storage);
  return {
    dynamodb: prefixed(
      'dynamodb',
      onTables.flatMap(({ actions }) => actions),
    ),
    // ListBucket is what S3 asks for before it says that an object is not there (media-functions.ts).
    s3: prefixed('s3', [...onObjects.flatMap(({ actions }) => actions), 'ListBucket']),
  };
};

/**
 * What may pass each endpoint: this account's callers, its tables and the media in its two buckets, so that stolen credentials of
 * another account cannot carry data out of ours.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export const endpointPolicies = (
  { account, region, partition }: Stack,
  of: RoutesAndTriggers,
  names: BucketNames,
): Record<Gateway, PolicyStatement> => {
  const granted = grantedActions(of);
  const passing = (gateway: Gateway, resources: string[]) =>
    new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: granted[gateway],
      resources,
      conditions: { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
    });
  return {
    dynamodb: passing('dynamodb', [`arn:${partition}:dynamodb:${region}:${account}:table/*`]),
    s3: passing('s3', [bucketArn(names.quarantine), ...Object.values(names).map(mediaObjects)]),
  };
};
