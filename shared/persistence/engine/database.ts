import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientSettings, databasePatience, type Patience } from '../../config/aws-patience.ts';
import type { Table } from '../../contract/grant.ts';
import { waitBeforeUnpacking } from './unpacking.ts';

/** A connection and the names the five tables have in this stage. */
export interface Database {
  readonly client: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<Table, string>>;
}

/** A repeat by the SDK after a time-out carries the same client token, and DynamoDB carries it out once. */
export const openClient = (
  overrides: DynamoDBClientConfig = {},
  patience: Patience = databasePatience,
): DynamoDBDocumentClient => {
  const client = new DynamoDBClient({ ...clientSettings(patience), ...overrides });
  waitBeforeUnpacking(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};
