import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoDbLocal } from '../../../infra/local/data/dynamodb-local.ts';
import { createLocalTables, type LocalTable, tablesInTemplate } from '../../../infra/local/data/tables.ts';
import { handlerEnvironment, readSettings } from '../../../infra/local/process/settings.ts';
import { createPersonKeys } from '../../../shared/auth/person-keys.ts';
import type { Table } from '../../../shared/contract/grant.ts';
import { type Database, openClient } from '../../../shared/persistence/engine/database.ts';
import { keySetRepository } from '../../../shared/persistence/organisation/key-set-repository.ts';
import { keySource, residentIssuer, staffIssuer } from '../../support/tokens.ts';
import type { RegisterVariables } from './registers.ts';

export const personKeySecret = randomBytes(32).toString('base64url');
export const personKeys = createPersonKeys(personKeySecret);

/** The tables of one population. */
export interface SizedDatabase {
  readonly database: Database;
  /** What a function behind the API finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

const environmentOf = (
  endpoint: string,
  tables: Record<Table, string>,
  registers: RegisterVariables,
): Record<string, string> => ({
  ...handlerEnvironment(readSettings({}), {
    ...{ endpoint, tables, personKeySecret, registerKey: registers.REGISTER_KEY },
    // Signed for and never asked.
    mediaEndpoint: 'http://127.0.0.1:3004',
  }),
  ...registers,
  ISSUERS: JSON.stringify([staffIssuer, residentIssuer]),
});

const openSized = async (
  endpoint: string,
  definitions: readonly LocalTable[],
  size: number,
  registers: RegisterVariables,
): Promise<SizedDatabase> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const admin = new DynamoDBClient({ endpoint, region: 'eu-north-1', credentials });
  const tables = await createLocalTables(admin, definitions, `bench-${size}-`);
  const environment = environmentOf(endpoint, tables, registers);
  // Clients here find what a function's would, so that the bare calls are made with the same settings.
  Object.assign(process.env, environment);
  const database = { client: openClient(), tables };
  for (const { issuer } of [staffIssuer, residentIssuer]) {
    const keySet = await keySource.keySet(issuer);
    if (keySet) await keySetRepository(database).store(keySet);
  }
  return { database, environment };
};

/** DynamoDB Local in memory, with tables of their own for each population: all are measured in one process's life. */
export const startLocalDatabase = async () => {
  const local = await startDynamoDbLocal({});
  const definitions = tablesInTemplate();
  return {
    open: (size: number, registers: RegisterVariables) =>
      openSized(local.endpoint, definitions, size, registers),
    stop: () => local.stop(),
  };
};
