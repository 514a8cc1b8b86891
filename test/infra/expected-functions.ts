import { routes } from '../../functions/routes.ts';
import { triggers } from '../../functions/triggers.ts';
import {
  auditConsumerEnvironment,
  httpEnvironment,
  keySetEnvironment,
  mediaEnvironment,
  uploadEnvironment,
  urgentFlagEnvironment,
} from '../../shared/config/environment.ts';
import type { Grant, StorageGrant } from '../../shared/contract/grant.ts';
import { grantsOf } from '../../shared/contract/grants-of.ts';
import { only, pascal, stage } from './synthesised.ts';

/** What a row of the tables asks of its function. */
interface Expected {
  readonly name: string;
  /** Path of its construct, which begins with its stack. */
  readonly construct: string;
  /** Every line of its role but those for its own log. */
  readonly rights: readonly string[];
  readonly tier: 'api' | 'audit' | 'storage' | undefined;
  readonly variables: readonly string[];
}

const via = (service: string) =>
  JSON.stringify({ StringEquals: { 'kms:ViaService': `${service}.eu-north-1.amazonaws.com` } });

const keyOf = ({ table }: Grant) => (table === 'auditLog' ? 'Data/AuditKey' : 'Data/Key');

const beginning = (leadingKeys: Grant['leadingKeys']): string =>
  leadingKeys
    ? ` ${JSON.stringify({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys.map((one) => `${one}*`) } })}`
    : '';

const onTables = (grants: readonly Grant[]): string[] => [
  ...grants.flatMap(({ table, actions, indexes = [], leadingKeys }) => [
    ...actions.map((action) => `Allow dynamodb:${action} Data/${pascal(table)}.Arn${beginning(leadingKeys)}`),
    ...indexes.map((index) => `Allow dynamodb:Query Data/${pascal(table)}.Arn/index/${index}`),
  ]),
  ...[...new Set(grants.map(keyOf))].map((key) => `Allow kms:Decrypt ${key}.Arn ${via('dynamodb')}`),
];

export const bucketArn = (bucket: StorageGrant['bucket']) =>
  `arn:aws:s3:::stod-och-behandling-${stage.name}-${bucket}-${stage.account}`;
export const mediaIn = (bucket: StorageGrant['bucket']) => `${bucketArn(bucket)}/moments/*`;

const onObjects = (grants: readonly StorageGrant[]): string[] => {
  const actions = grants.flatMap((grant) => grant.actions);
  const reads = actions.some((action) => action === 'GetObject' || action === 'GetObjectVersion');
  return [
    ...grants.flatMap(({ bucket, actions: on }) =>
      on.map((action) => `Allow s3:${action} ${mediaIn(bucket)}`),
    ),
    ...(reads ? [`Allow kms:Decrypt Media/Key.Arn ${via('s3')}`] : []),
    ...(actions.includes('PutObject') ? [`Allow kms:GenerateDataKey Media/Key.Arn ${via('s3')}`] : []),
  ];
};

const undelivered = (stack: string) => [
  `Allow s3:PutObject ${stack}/Undelivered.Arn/aws/lambda/*`,
  `Allow s3:ListBucket ${stack}/Undelivered.Arn`,
  `Allow kms:GenerateDataKey Archive/Key.Arn ${via('s3')}`,
];

const reading = [
  ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
    (read) => `Allow dynamodb:${read} Data/Activities.Arn/stream/*`,
  ),
  `Allow kms:Decrypt Data/Key.Arn ${via('dynamodb')}`,
];

/** What Lambda needs to give a function an address; each is denied to the function's own code. */
export const placed = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
].flatMap((action) => [
  `Allow ${action} *`,
  `Deny ${action} * {"ArnLike":{"lambda:SourceFunctionArn":"arn:aws:lambda:eu-north-1:${stage.account}:function:*"}}`,
]);

const named = (...schemas: { readonly shape: object }[]) =>
  schemas.flatMap(({ shape }) => Object.keys(shape));

const ofRoute = ({ context, contract }: (typeof routes)[number]): Expected => {
  const { operationId: name, storage } = contract;
  return {
    name,
    construct: `${pascal(context)}Functions/${pascal(name)}`,
    rights: [...onTables(grantsOf(contract)), ...onObjects(storage ?? []), ...placed],
    tier: 'api',
    variables: named(httpEnvironment, ...(storage ? [mediaEnvironment] : [])),
  };
};

const ofTrigger = (trigger: (typeof triggers)[number]): Expected => {
  const { name, grants } = trigger;
  const placedIn = (stack: string) => ({ name, construct: `${stack}/${pascal(name)}` });
  const rights = onTables(grants);
  if ('authorizer' in trigger)
    return {
      ...placedIn(`${pascal(trigger.context)}Functions`),
      rights: [...rights, ...placed],
      ...{ tier: 'api', variables: named(keySetEnvironment) },
    };
  if ('everyMinutes' in trigger)
    return trigger.reachesInternet
      ? { ...placedIn('Schedule'), rights, tier: undefined, variables: named(keySetEnvironment) }
      : {
          ...placedIn('Schedule'),
          rights: [...rights, ...placed],
          ...{ tier: 'audit', variables: named(urgentFlagEnvironment) },
        };
  if ('bucket' in trigger || trigger.storage) {
    const streamed = 'stream' in trigger;
    return {
      ...placedIn('Media'),
      // Who reads a table and its stream needs the one key once.
      rights: [
        ...new Set([
          ...rights,
          ...onObjects(trigger.storage ?? []),
          ...undelivered('Media'),
          ...(streamed ? reading : [`Allow s3:ListBucket ${bucketArn(trigger.bucket)}`]),
          ...placed,
        ]),
      ],
      tier: 'storage',
      variables: named(uploadEnvironment),
    };
  }
  return {
    ...placedIn('Audit'),
    rights: [...rights, ...reading, ...undelivered('Audit'), ...placed],
    ...{ tier: 'audit', variables: named(auditConsumerEnvironment) },
  };
};

/** Path of the construct of a route's function or a trigger's. */
export const constructOf = (name: string): string =>
  only(expectedFunctions.filter((one) => one.name === name)).construct;

/** One for every row, as the tables of contracts and triggers have it. */
export const expectedFunctions: readonly Expected[] = [...routes.map(ofRoute), ...triggers.map(ofTrigger)];
