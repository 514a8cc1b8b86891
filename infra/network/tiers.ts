import type { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { Gateway } from './endpoint-policies.ts';
import type { RegisterEndpoint } from './register-endpoint.ts';

type Register = 'personRegister' | 'staffDirectory';
export type Destination = Gateway | Register;
export type Registers = Readonly<Record<Register, RegisterEndpoint>>;

/** Which tiers of functions there are, and what each may reach; what is not here is unreachable, the internet above all (SEC-3). */
const reach = {
  api: ['dynamodb', 'personRegister', 'staffDirectory'],
  audit: ['dynamodb'],
  storage: ['dynamodb', 's3'],
} as const satisfies Record<string, readonly Destination[]>;

export type Tier = keyof typeof reach;
export const tiers = Object.entries(reach) as readonly [Tier, readonly Destination[]][];

/** The other end of a rule, as CloudFormation names it. */
export type Peer = Pick<
  CfnSecurityGroup.EgressProperty,
  'destinationPrefixListId' | 'destinationSecurityGroupId'
>;

const toGroupOf = ({ group }: RegisterEndpoint): Peer => ({
  destinationSecurityGroupId: group.securityGroupId,
});

/**
 * Where each destination is. DynamoDB and S3 are AWS's own lists of their addresses in Stockholm, the only Region there is:
 * written here because a lookup would need an account at synth, and a custom resource rights to run.
 * `aws ec2 describe-managed-prefix-lists` shows them.
 */
export const peersAmong = ({ personRegister, staffDirectory }: Registers): Record<Destination, Peer> => ({
  dynamodb: { destinationPrefixListId: 'pl-adae4bc4' },
  s3: { destinationPrefixListId: 'pl-c3aa4faa' },
  personRegister: toGroupOf(personRegister),
  staffDirectory: toGroupOf(staffDirectory),
});
