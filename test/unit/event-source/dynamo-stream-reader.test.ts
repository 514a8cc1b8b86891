import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DynamoStreamReader } from '../../../infra/local/event-source/dynamo-stream-reader.ts';
import { sequenceOf, streamArn } from './stream-fake.ts';

type Answer = Record<string, unknown> & { readonly __type?: string };

/** For what DynamoDB Local never does: many shards, and iterators that expire. */
let answers: (operation: string, request: Record<string, unknown>) => Answer;
let server: Server;
let reader: DynamoStreamReader;

beforeEach(async () => {
  server = createServer(async (request: IncomingMessage, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    const answer = answers(operation, (await json(request)) as Record<string, unknown>);
    response.writeHead(answer.__type === undefined ? 200 : 400, {
      'content-type': 'application/x-amz-json-1.0',
    });
    response.end(JSON.stringify(answer));
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const endpoint = `http://127.0.0.1:${port}`;
  reader = new DynamoStreamReader(
    new DynamoDBStreamsClient({ endpoint, region: 'eu-north-1', credentials }),
    streamArn,
  );
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const aStreamRecord = (SequenceNumber: string) => ({
  dynamodb: { SequenceNumber, ApproximateCreationDateTime: 1_767_323_045 },
});

test('shards are collected over all pages of the description', async () => {
  const pages: Record<string, Answer> = {
    undefined: { StreamDescription: { Shards: [{ ShardId: 'one' }], LastEvaluatedShardId: 'one' } },
    one: {
      StreamDescription: { Shards: [{ ShardId: 'two', ParentShardId: 'one' }], LastEvaluatedShardId: 'two' },
    },
    two: { StreamDescription: { Shards: [{ ShardId: 'three' }] } },
  };
  answers = (_, request) => pages[String(request['ExclusiveStartShardId'])] ?? {};
  expect(await reader.shards()).toEqual([
    { id: 'one', parentId: undefined },
    { id: 'two', parentId: 'one' },
    { id: 'three', parentId: undefined },
  ]);
});

describe('a cursor', () => {
  /** One shard with the records 1 to 4; an iterator names the record it is before. */
  const shard = (page: (from: number) => Answer) => (operation: string, request: Record<string, unknown>) => {
    if (operation === 'GetRecords') return page(Number(request['ShardIterator']));
    const isStart = request['ShardIteratorType'] === 'TRIM_HORIZON';
    return { ShardIterator: isStart ? '1' : String(Number(request['SequenceNumber']) + 1) };
  };
  const recordsFrom = (from: number): Answer => ({
    Records: [aStreamRecord(`${from}`)],
    ...(from < 4 && { NextShardIterator: `${from + 1}` }),
  });

  test('reads from the trim horizon to the end of a closed shard', async () => {
    answers = shard(recordsFrom);
    const cursor = reader.open('one', undefined);
    const pages = [await cursor.next(), await cursor.next(), await cursor.next(), await cursor.next()];
    expect(pages.flatMap((page) => page.records.map(sequenceOf))).toEqual(['1', '2', '3', '4']);
    expect(pages.map((page) => page.end)).toEqual([false, false, false, true]);
  });

  test('starts behind the sequence number it is given', async () => {
    answers = shard(recordsFrom);
    expect((await reader.open('one', '2').next()).records.map(sequenceOf)).toEqual(['3']);
  });

  test('goes on behind what it has read when its iterator expires', async () => {
    let expired = false;
    answers = shard((from) => {
      if (from !== 3 || expired) return recordsFrom(from);
      expired = true;
      return { __type: 'com.amazonaws.dynamodb.v20120810#ExpiredIteratorException', message: 'expired' };
    });
    const cursor = reader.open('one', '1');
    const pages = [await cursor.next(), await cursor.next()];
    expect(pages.flatMap((page) => page.records.map(sequenceOf))).toEqual(['2', '3']);
    expect(expired).toBe(true);
  });

  test('starts at the trim horizon when what it was to follow is trimmed', async () => {
    answers = shard((from) =>
      from === 3
        ? { __type: 'com.amazonaws.dynamodb.v20120810#TrimmedDataAccessException', message: 'trimmed' }
        : recordsFrom(from),
    );
    expect((await reader.open('one', '2').next()).records.map(sequenceOf)).toEqual(['1']);
  });

  test('passes on any other error', async () => {
    const gone = { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: 'gone' };
    const refusals = [gone];
    answers = shard((from) => refusals.pop() ?? recordsFrom(from));
    const read = reader.open('one', undefined).next();
    await expect(read).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
