import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileCheckpoints } from '../../../infra/local/event-source/file-checkpoints.ts';

let directory: string;
let path: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'checkpoints-'));
  path = join(directory, 'deep', 'project.json');
});

afterEach(() => rm(directory, { recursive: true, force: true }));

test('a shard nobody has read has no checkpoint', async () => {
  expect(await new FileCheckpoints(path).load('shard-1')).toBeUndefined();
});

test('what is saved is there for the next process', async () => {
  const checkpoints = new FileCheckpoints(path);
  await checkpoints.save('shard-1', '000000000000000000001');
  await checkpoints.save('shard-2', '7');
  await checkpoints.save('shard-1', '000000000000000000002');
  const next = new FileCheckpoints(path);
  expect(await next.load('shard-1')).toBe('000000000000000000002');
  expect(await next.load('shard-2')).toBe('7');
});

test('shards saved side by side do not overwrite each other', async () => {
  const checkpoints = new FileCheckpoints(path);
  const shards = Array.from({ length: 20 }, (_, index) => `shard-${index}`);
  await Promise.all(shards.map((shard) => checkpoints.save(shard, `${shard}-end`)));
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(
    Object.fromEntries(shards.map((shard) => [shard, `${shard}-end`])),
  );
});

test('a save puts a new file in the place of the old one, and leaves no draft', async () => {
  const checkpoints = new FileCheckpoints(path);
  await checkpoints.save('shard-1', '1');
  const before = await stat(path);
  await checkpoints.save('shard-1', '2');
  expect((await stat(path)).ino).not.toBe(before.ino);
  expect(await readdir(join(directory, 'deep'))).toEqual(['project.json']);
});

test('a file that cannot be read is an error and not an empty start', async () => {
  await expect(new FileCheckpoints(directory).load('shard-1')).rejects.toThrow('EISDIR');
  const broken = join(directory, 'broken.json');
  await writeFile(broken, '{"shard-1":');
  await expect(new FileCheckpoints(broken).load('shard-1')).rejects.toThrow(SyntaxError);
  await writeFile(broken, 'null');
  await expect(new FileCheckpoints(broken).load('shard-1')).rejects.toThrow('no checkpoints');
});
