import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startDynamoDbLocal } from '../../../infra/local/data/dynamodb-local.ts';
import { JavaMissing } from '../../../infra/local/data/java.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dynamodb-local-'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const createTable = new CreateTableCommand({
  TableName: 'care',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
});

async function fakeJava(script: string): Promise<void> {
  const file = join(directory, 'java');
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  vi.stubEnv('PATH', directory);
}

test('keeps tables, stream settings and items in its directory over a restart', async () => {
  const path = join(directory, 'not-yet-there');
  const first = await startDynamoDbLocal({ path });
  await clientOf(first.endpoint).send(createTable);
  await clientOf(first.endpoint).send(
    new PutItemCommand({ TableName: 'care', Item: { pk: { S: 'a' }, n: { N: '1' } } }),
  );
  const before = await clientOf(first.endpoint).send(new DescribeTableCommand({ TableName: 'care' }));
  await first.stop();

  const second = await startDynamoDbLocal({ path });
  const client = clientOf(second.endpoint);
  const after = await client.send(new DescribeTableCommand({ TableName: 'care' }));
  const item = await client.send(new GetItemCommand({ TableName: 'care', Key: { pk: { S: 'a' } } }));
  await second.stop();

  expect(item.Item).toEqual({ pk: { S: 'a' }, n: { N: '1' } });
  expect(after.Table?.StreamSpecification).toEqual({
    StreamEnabled: true,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  });
  expect(after.Table?.LatestStreamArn).toBe(before.Table?.LatestStreamArn);
});

test('takes the port it is given and refuses one which is taken, keeps apart from others, and answers no more once stopped', async () => {
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const address = taken.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  await expect(startDynamoDbLocal({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  taken.close();
  await once(taken, 'close');

  const [one, other] = await Promise.all([startDynamoDbLocal({ port }), startDynamoDbLocal({})]);
  expect(one).toMatchObject({ port, endpoint: `http://127.0.0.1:${port}` });
  await clientOf(one.endpoint).send(createTable);
  const tables = await clientOf(other.endpoint).send(new ListTablesCommand({}));
  await Promise.all([one.stop(), other.stop()]);
  expect(tables.TableNames).toEqual([]);
  await expect(fetch(one.endpoint)).rejects.toThrow('fetch failed');
});

test('is not started by a java that is too old', async () => {
  await fakeJava('echo "openjdk version \\"11.0.2\\" 2019-01-15" >&2');
  await expect(startDynamoDbLocal({})).rejects.toThrow(JavaMissing);
});

test('is started by the java of JAVA_HOME, whatever the PATH has', async () => {
  const home = join(directory, 'home');
  await mkdir(join(home, 'bin'), { recursive: true });
  await fakeJava(
    'echo "openjdk version \\"17.0.1\\"" >&2; [ "$1" = -version ] || { echo "of JAVA_HOME" >&2; exit 3; }',
  );
  await rename(join(directory, 'java'), join(home, 'bin', 'java'));
  vi.stubEnv('JAVA_HOME', home);
  await expect(startDynamoDbLocal({})).rejects.toThrow(/of JAVA_HOME/);
  expect(process.env['PATH']).toBe(directory);
});

test('quotes what java said when it ends before it is ready', async () => {
  await fakeJava(
    '[ "$1" = -version ] && { echo "openjdk version \\"17.0.1\\""; exit; }; echo "the disk is full" >&2; exit 3',
  );
  await expect(startDynamoDbLocal({})).rejects.toThrow(/ended \(3\).*the disk is full/);
});
