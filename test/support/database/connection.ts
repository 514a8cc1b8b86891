import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';

export interface Connection {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** To an empty database of one's own: DynamoDB Local keeps one for each access key, of letters and figures only. */
export const newConnection = (): Connection => ({
  endpoint: inject('dynamoDbEndpoint'),
  region: 'eu-north-1',
  credentials: { accessKeyId: randomUUID().replaceAll('-', ''), secretAccessKey: 'local' },
});

interface Emptied {
  readonly connection: Connection;
  readonly worlds: number;
}

/** A write looks through the streams of all tables that its database ever had: after ten worlds it is a fifth dearer. */
const mostWorlds = 10;
const emptied: Emptied[] = [];

/** Of an empty database, that of a file which has ended where there is one. */
export const lendDatabase = (): Emptied => emptied.pop() ?? { connection: newConnection(), worlds: 0 };

/**
 * Empties a database for the file after. Each that has tables reads all about them once a second for as long as DynamoDB Local runs:
 * a hundred and fifty left as they are keep it busy with nothing else for nearly half of its time.
 */
export const giveBack = async ({ connection, worlds }: Emptied, client: DynamoDBClient): Promise<void> => {
  for await (const { TableNames = [] } of paginateListTables({ client }, {}))
    for (const TableName of TableNames) await client.send(new DeleteTableCommand({ TableName }));
  if (worlds + 1 < mostWorlds) emptied.push({ connection, worlds: worlds + 1 });
};
