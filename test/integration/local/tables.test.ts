import { randomUUID } from 'node:crypto';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect, inject, test } from 'vitest';
import { DataOutdated } from '../../../infra/local/data/kept-table.ts';
import { createLocalTables } from '../../../infra/local/data/tables.ts';
import { newConnection } from '../../support/database/connection.ts';

const client = new DynamoDBClient(newConnection());
const tables = inject('tables');

test('tables kept from an earlier start are used as they are', async () => {
  const prefix = `t-${randomUUID()}-`;
  const created = await createLocalTables(client, tables, prefix);
  expect(await createLocalTables(client, tables, prefix)).toEqual(created);
});

test('each access key has tables of its own, where the database is started so', async () => {
  const [one, other] = [new DynamoDBClient(newConnection()), new DynamoDBClient(newConnection())];
  await createLocalTables(one, tables, '');
  expect((await one.send(new ListTablesCommand())).TableNames).toHaveLength(tables.length);
  expect((await other.send(new ListTablesCommand())).TableNames).toEqual([]);
});

test('data of a version with other indexes is refused, with what to do', async () => {
  const prefix = `t-${randomUUID()}-`;
  const earlier = tables.map(({ table, properties: { GlobalSecondaryIndexes: _, ...properties } }) => {
    const keys = properties.KeySchema?.map(({ AttributeName }) => AttributeName);
    const AttributeDefinitions = properties.AttributeDefinitions?.filter(({ AttributeName }) =>
      keys?.includes(AttributeName),
    );
    return { table, properties: { ...properties, AttributeDefinitions } };
  });
  await createLocalTables(client, earlier, prefix);
  const starting = createLocalTables(client, tables, prefix);
  await expect(starting).rejects.toThrow(DataOutdated);
  await expect(starting).rejects.toThrow(/organisation has the indexes none, not by.+delete \.local/s);
});
