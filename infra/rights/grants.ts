import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Grant } from '../../shared/contract/grant.ts';
import type { DataStack } from '../data/data-stack.ts';
import { region } from '../stages/region.ts';

type Data = Pick<DataStack, 'tables' | 'keyOf'>;

/**
 * Every item a request names must begin so. It holds for GetItem, Query, PutItem and UpdateItem, in transactions too, where each
 * action is judged by itself; not for indexes, whose leading key is their own.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
const within = (leadingKeys: readonly string[]) => ({
  conditions: {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leadingKeys.map((beginning) => `${beginning}*`) },
  },
});

const statementsOf = (
  { table, actions, indexes = [], leadingKeys }: Grant,
  { tables }: Data,
): PolicyStatement[] => {
  const { tableArn } = tables[table];
  const named = actions.map((action) => `dynamodb:${action}`);
  const onIndexes = indexes.map((index) => `${tableArn}/index/${index}`);
  return [
    ...(named.length > 0
      ? [
          new PolicyStatement({
            actions: named,
            resources: [tableArn],
            ...(leadingKeys ? within(leadingKeys) : {}),
          }),
        ]
      : []),
    // An index can be queried and nothing more.
    ...(onIndexes.length > 0
      ? [new PolicyStatement({ actions: ['dynamodb:Query'], resources: onIndexes })]
      : []),
  ];
};

/**
 * Use of a key by way of one service only. DynamoDB decrypts a table's own key with the caller's rights, for writes too:
 * https://github.com/aws/aws-cdk/issues/10010
 */
export const keyStatement = (
  action: 'kms:Decrypt' | 'kms:GenerateDataKey',
  service: 'dynamodb' | 's3',
  key: IKey,
) =>
  new PolicyStatement({
    actions: [action],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
  });

/** Exactly the granted actions on exactly the granted tables and indexes (SEC-5); the CDK's own grants give more. */
export const tableStatements = (grants: readonly Grant[], data: Data): PolicyStatement[] => {
  const keys = new Set(grants.map(({ table }) => data.keyOf(table)));
  return [
    ...grants.flatMap((grant) => statementsOf(grant, data)),
    ...[...keys].map((key) => keyStatement('kms:Decrypt', 'dynamodb', key)),
  ];
};
