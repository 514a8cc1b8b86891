import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { type LocalDynamoDb, startDynamoDbLocal } from '../../../infra/local/data/dynamodb-local.ts';
import { DynamoStreamReader } from '../../../infra/local/event-source/dynamo-stream-reader.ts';
import { EventSource, type EventSourcePorts } from '../../../infra/local/event-source/event-source.ts';
import { withFaults } from '../../../infra/local/event-source/faults.ts';
import { FileCheckpoints } from '../../../infra/local/event-source/file-checkpoints.ts';
import { type InvocationRecord, replay } from '../../../infra/local/event-source/invocation-record.ts';
import type { StreamHandler } from '../../../infra/local/event-source/stream-handler.ts';
import { type Connection, newConnection } from '../../support/database/connection.ts';

const functionArn = 'arn:aws:lambda:eu-north-1:000000000000:function:project';
const settings = {
  batchSize: 100,
  filters: [],
  bisectBatchOnFunctionError: true,
  maximumRetryAttempts: 2,
  maximumRecordAgeSeconds: -1,
  reportBatchItemFailures: true,
};

const shared = newConnection();
const connectionTo = ({ endpoint }: LocalDynamoDb): Connection => ({ ...shared, endpoint });

let tables = 0;

async function aTable(connection = shared) {
  tables += 1;
  const client = new DynamoDBClient(connection);
  const TableName = `table-${tables}`;
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  const put = (pk: string, n = 0) =>
    client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, n: { N: `${n}` } } }));
  return { client, TableName, put, streamArn: TableDescription?.LatestStreamArn ?? '' };
}

function sourceOf(streamArn: string, own: Partial<EventSourcePorts> & Pick<EventSourcePorts, 'handler'>) {
  const kept: InvocationRecord[] = [];
  let requests = 0;
  const source = new EventSource({
    settings,
    functionArn,
    reader: new DynamoStreamReader(new DynamoDBStreamsClient(shared), streamArn),
    clock: { now: () => new Date() },
    newRequestId: () => `request-${++requests}`,
    wait: async () => undefined,
    onFailure: async (record) => void kept.push(record),
    onError: () => undefined,
    ...own,
  });
  return { source, kept };
}

const itemOf = ({ eventName, dynamodb }: DynamoDBRecord) => {
  const value = (dynamodb?.NewImage ?? dynamodb?.OldImage)?.['n']?.N;
  return `${eventName} ${dynamodb?.Keys?.['pk']?.S} ${value}`;
};

/** Handles record by record and stops at the first which `fails`. */
function projection(fails: (item: string) => boolean = () => false) {
  const handled: string[] = [];
  const handler: StreamHandler = async ({ Records }) => {
    for (const record of Records) {
      const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
      if (fails(itemOf(record))) return { batchItemFailures: [{ itemIdentifier }] };
      handled.push(itemOf(record));
    }
    return { batchItemFailures: [] };
  };
  return { handled, handler };
}

test('every change of a table is delivered once, in order and as Lambda has it', async () => {
  const { client, TableName, put, streamArn } = await aTable();
  await put('a', 1);
  await put('b', 2);
  await put('a', 3);
  await client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: 'b' } } }));
  const records: DynamoDBRecord[] = [];
  const { source } = sourceOf(streamArn, { handler: async (event) => void records.push(...event.Records) });
  await source.drain();
  await source.drain();
  expect(records.map(itemOf)).toEqual(['INSERT a 1', 'INSERT b 2', 'MODIFY a 3', 'REMOVE b 2']);
  expect(records[2]).toEqual({
    eventID: expect.any(String),
    eventName: 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    eventSourceARN: streamArn,
    awsRegion: expect.any(String),
    dynamodb: {
      ApproximateCreationDateTime: expect.any(Number),
      Keys: { pk: { S: 'a' } },
      NewImage: { pk: { S: 'a' }, n: { N: '3' } },
      OldImage: { pk: { S: 'a' }, n: { N: '1' } },
      SequenceNumber: expect.any(String),
      SizeBytes: expect.any(Number),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
});

test('only records which pass a filter are delivered', async () => {
  const { put, streamArn } = await aTable();
  await put('unit#1');
  await put('form#1');
  await put('unit#2');
  const { handled, handler } = projection();
  const filters = [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'unit#' }] } } } }];
  await sourceOf(streamArn, { handler, settings: { ...settings, filters } }).source.drain();
  expect(handled).toEqual(['INSERT unit#1 0', 'INSERT unit#2 0']);
});

test('a partly failed batch is taken up again at the record that failed', async () => {
  const { put, streamArn } = await aTable();
  for (const pk of ['a', 'b', 'c', 'd']) await put(pk);
  const failures = ['INSERT c 0', 'INSERT c 0'];
  const { handled, handler } = projection((item) => item === failures[0] && failures.shift() !== undefined);
  const { source, kept } = sourceOf(streamArn, { handler });
  await source.drain();
  expect(handled).toEqual(['INSERT a 0', 'INSERT b 0', 'INSERT c 0', 'INSERT d 0']);
  expect(failures).toEqual([]);
  expect(kept).toEqual([]);
});

test('a record that always fails ends in the failure destination, and the rest go on', async () => {
  const { put, streamArn } = await aTable();
  for (const pk of ['a', 'b', 'poison', 'c', 'd']) await put(pk);
  const { handled, handler } = projection((item) => item.includes('poison'));
  const { source, kept } = sourceOf(streamArn, { handler });
  await source.drain();
  await put('e');
  await source.drain();
  expect(handled).toEqual(['a', 'b', 'c', 'd', 'e'].map((pk) => `INSERT ${pk} 0`));
  expect(kept).toHaveLength(1);
  expect(kept[0]?.DDBStreamBatchInfo).toMatchObject({ batchSize: 1, streamArn });

  const mended = projection();
  for (const record of kept) await replay(record, mended.handler);
  expect(mended.handled).toEqual(['INSERT poison 0']);
});

test('a stream turned off is delivered to its end', async () => {
  const { client, TableName, put, streamArn } = await aTable();
  await put('a');
  await client.send(new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: false } }));
  const { handled, handler } = projection();
  await sourceOf(streamArn, { handler }).source.drain();
  expect(handled).toEqual(['INSERT a 0']);
});

test('a checkpoint is taken up again after the database and the event source were restarted', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'event-source-'));
  const path = join(directory, 'data');
  const drained = async (database: LocalDynamoDb, streamArn: string) => {
    const { handled, handler } = projection();
    const reader = new DynamoStreamReader(new DynamoDBStreamsClient(connectionTo(database)), streamArn);
    const checkpoints = new FileCheckpoints(join(directory, 'project.json'));
    await sourceOf(streamArn, { handler, reader, checkpoints }).source.drain();
    return handled;
  };

  const first = await startDynamoDbLocal({ path });
  const { put, streamArn } = await aTable(connectionTo(first));
  await put('a');
  expect(await drained(first, streamArn)).toEqual(['INSERT a 0']);
  await put('b');
  await first.stop();

  const second = await startDynamoDbLocal({ path, port: first.port });
  await put('c');
  const handled = await drained(second, streamArn);
  await second.stop();
  await rm(directory, { recursive: true, force: true });
  expect(handled).toEqual(['INSERT b 0', 'INSERT c 0']);
});

test('thousands of records come through faults, each at least once and in order of its item', async () => {
  const { client, TableName, streamArn } = await aTable();
  const items = Array.from({ length: 25 }, (_, item) => `item-${item}`);
  for (let n = 1; n <= 160; n += 1) {
    const requests = items.map((pk) => ({ PutRequest: { Item: { pk: { S: pk }, n: { N: `${n}` } } } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
  }
  const latest = new Map<string, number>();
  const handler: StreamHandler = async ({ Records }) => {
    for (const { dynamodb } of Records) {
      const pk = dynamodb?.Keys?.['pk']?.S ?? '';
      const n = Number(dynamodb?.NewImage?.['n']?.N);
      const before = latest.get(pk) ?? 0;
      if (n > before + 1) throw new Error(`${pk} jumps from ${before} to ${n}`);
      latest.set(pk, Math.max(n, before));
    }
  };
  const faults = {
    seed: 5,
    crashBefore: 0.2,
    crashAfter: 0.2,
    duplicate: 0.2,
    reorder: 1,
    throttledCalls: 3,
  };
  const errors: string[] = [];
  const { source, kept } = sourceOf(streamArn, {
    handler: withFaults(handler, faults),
    settings: { ...settings, maximumRetryAttempts: 50 },
    onError: (error) => errors.push(String(error)),
  });
  await source.drain();
  expect(latest).toEqual(new Map(items.map((pk) => [pk, 160])));
  expect(kept).toEqual([]);
  expect(errors.filter((error) => error.includes('jumps'))).toEqual([]);
  expect(errors.length).toBeGreaterThan(10);
});
