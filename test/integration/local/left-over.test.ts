import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoDbLocal } from '../../../infra/local/data/dynamodb-local.ts';
import { endLeftOver, noteRunning } from '../../../infra/local/data/left-over.ts';

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'left-over-'));
  path = join(directory, 'dynamodb');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const clientOf = (endpoint: string) =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

const isAlive = ({ pid = 0 }: { readonly pid?: number | undefined }): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const starting = fileURLToPath(new URL('../../../infra/local/data/dynamodb-local.ts', import.meta.url));

/** A process of its own that has the database over these files, as `npm start` is; gives the address it says. */
const startElsewhere = async (): Promise<{ child: ChildProcess; endpoint: string }> => {
  const script = `
    const { startDynamoDbLocal } = await import(${JSON.stringify(starting)});
    console.log((await startDynamoDbLocal({ path: ${JSON.stringify(path)} })).endpoint);
    setInterval(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, endpoint: said.toString().trim() };
};

describe('a database left over by a system that was killed', { timeout: 120_000 }, () => {
  it('is ended before another has its files, and nothing in them is lost', async () => {
    const { child, endpoint } = await startElsewhere();
    await clientOf(endpoint).send(
      new CreateTableCommand({
        TableName: 'care',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    const killed = once(child, 'exit');
    child.kill('SIGKILL');
    await killed;
    await expect(fetch(endpoint)).resolves.toMatchObject({ status: 400 });

    const next = await startDynamoDbLocal({ path });
    expect(next.ended).toBeGreaterThan(0);
    await expect(fetch(endpoint)).rejects.toThrow('fetch failed');
    const { TableNames } = await clientOf(next.endpoint).send(new ListTablesCommand({}));
    await next.stop();
    expect(TableNames).toEqual(['care']);
    expect(await endLeftOver(path)).toBeUndefined();
  });

  it('is told from another process that has its number by now', async () => {
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 60_000)']);
    await once(other, 'spawn');
    await noteRunning(path, { pid: other.pid ?? 0, endpoint: 'http://127.0.0.1:9' });
    expect(await endLeftOver(path)).toBeUndefined();
    expect(isAlive(other)).toBe(true);
    other.kill();
  });
});
