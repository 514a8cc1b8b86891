import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../contract/grant.ts';

/** A connection and the names the five tables have in this stage. */
export interface Database {
  readonly client: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<Table, string>>;
}

/**
 * Time-outs well under API Gateway's 29 s, so that a slow table gives an answer and not a cut connection;
 * the SDK repeats a write with the same client token, which DynamoDB carries out once.
 */
const defaults = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000 },
} satisfies DynamoDBClientConfig;

export const openClient = (overrides: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ ...defaults, ...overrides }), {
    marshallOptions: { removeUndefinedValues: true },
  });
