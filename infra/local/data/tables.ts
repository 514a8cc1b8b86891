import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Table } from '../../../shared/contract/grant.ts';
import { DataStack } from '../../data/data-stack.ts';
import { assertUsable } from './kept-table.ts';

type GlobalTable = Pick<
  CreateTableCommandInput,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes' | 'StreamSpecification'
> & { readonly TimeToLiveSpecification?: { readonly AttributeName: string } };

/** A table as the synthesised template has it, less what DynamoDB Local knows nothing of. */
export interface LocalTable {
  readonly table: Table;
  readonly properties: GlobalTable;
}

/** Reads the tables out of the same stack that is deployed, so that no second definition can drift from it. */
export const tablesInTemplate = (): LocalTable[] => {
  // CDK leaves its assembly behind in the temporary folder unless told where it goes.
  const outdir = mkdtempSync(join(tmpdir(), 'tables-'));
  try {
    const env = { region: 'eu-north-1', account: '000000000000' };
    const stack = new DataStack(new App({ outdir, builtinCloudFormationValidation: false }), 'Data', {
      env,
      restoredTables: {},
    });
    const resources = Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable');
    return Object.entries(stack.tables).map(([table, { node }]) => {
      const logicalId = stack.getLogicalId(node.defaultChild as Parameters<typeof stack.getLogicalId>[0]);
      return { table: table as Table, properties: resources[logicalId]?.['Properties'] as GlobalTable };
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/**
 * Creates what is missing and leaves the rest alone; answers with the names, which begin with `prefix`. Throws `DataOutdated`
 * where what is there cannot be used.
 */
export const createLocalTables = async (
  client: DynamoDBClient,
  tables: readonly LocalTable[],
  prefix: string,
): Promise<Record<Table, string>> => {
  const named = tables.map(({ table, properties }) => ({
    table,
    properties,
    TableName: `${prefix}${table}`,
  }));
  for (const { properties, TableName } of named) {
    const {
      AttributeDefinitions,
      KeySchema,
      GlobalSecondaryIndexes,
      StreamSpecification: stream,
    } = properties;
    await client
      .send(
        new CreateTableCommand({
          TableName,
          ...{ AttributeDefinitions, KeySchema, GlobalSecondaryIndexes },
          BillingMode: 'PAY_PER_REQUEST',
          ...(stream ? { StreamSpecification: { ...stream, StreamEnabled: true } } : {}),
        }),
      )
      .then(
        () => expireItems(client, TableName, properties),
        (error: unknown) => {
          if (!(error instanceof ResourceInUseException)) throw error;
          return assertUsable(client, TableName, properties);
        },
      );
  }
  return Object.fromEntries(named.map(({ table, TableName }) => [table, TableName])) as Record<Table, string>;
};

const expireItems = async (
  client: DynamoDBClient,
  TableName: string,
  { TimeToLiveSpecification: ttl }: GlobalTable,
) => {
  if (!ttl) return;
  const { AttributeName } = ttl;
  await client.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName, Enabled: true } }),
  );
};
