import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Grant } from '../shared/contract/grant.ts';
import type { DataStack } from './data-stack.ts';
import { region } from './region.ts';

type Data = Pick<DataStack, 'tables' | 'key'>;

const statementsOf = ({ table, actions, indexes = [] }: Grant, { tables }: Data): PolicyStatement[] => {
  const { tableArn } = tables[table];
  const named = actions.map((action) => `dynamodb:${action}`);
  const onIndexes = indexes.map((index) => `${tableArn}/index/${index}`);
  return [
    new PolicyStatement({ actions: named, resources: [tableArn] }),
    // An index can be queried and nothing more.
    ...(onIndexes.length > 0
      ? [new PolicyStatement({ actions: ['dynamodb:Query'], resources: onIndexes })]
      : []),
  ];
};

/**
 * Use of the tables' key by way of one service only. DynamoDB decrypts a table's own key with the caller's rights, for
 * writes too: https://github.com/aws/aws-cdk/issues/10010
 */
export const keyStatement = (
  action: 'kms:Decrypt' | 'kms:GenerateDataKey',
  service: 'dynamodb' | 's3',
  { key }: Data,
) =>
  new PolicyStatement({
    actions: [action],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } },
  });

/** Exactly the granted actions on exactly the granted tables and indexes (SEC-5); the CDK's own grants give more. */
export const tableStatements = (grants: readonly Grant[], data: Data): PolicyStatement[] => [
  ...grants.flatMap((grant) => statementsOf(grant, data)),
  ...(grants.length > 0 ? [keyStatement('kms:Decrypt', 'dynamodb', data)] : []),
];
