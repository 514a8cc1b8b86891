import { link, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ObjectFiles } from '../../../infra/local/object-store/object-files.ts';

let directory: string;
let files: ObjectFiles;
let broken: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'object-files-'));
  broken = [];
  files = new ObjectFiles(directory, ({ message }) => broken.push(message));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const place = { bucket: 'q', key: 'moments/m/f' };
const about = {
  ...{ bytes: 3, sha256: 's', contentType: 'image/png', madeAt: '2026-11-23T10:00:00.000Z', tags: {} },
};

const put = async (): Promise<string> => {
  const temporary = await files.temporary();
  await writeFile(temporary, 'abc');
  return files.put(place, temporary, about);
};

const fileOf = async (versionId: string, ending: string): Promise<string | undefined> => {
  const all = await readdir(directory, { recursive: true });
  const found = all.find((one) => one.endsWith(`${versionId}${ending}`));
  return found && join(directory, found);
};

describe('what is said of an object', () => {
  it('is replaced in one step: who had it open before still has all of it', async () => {
    const versionId = await put();
    const now = (await fileOf(versionId, '.json')) ?? '';
    const opened = join(directory, 'opened');
    await link(now, opened);
    const before = await readFile(opened, 'utf8');
    expect(await files.tag(place, { scanned: 'yes' })).toMatchObject({ tags: { scanned: 'yes' } });
    expect(await readFile(opened, 'utf8')).toBe(before);
    expect(await readFile(now, 'utf8')).toContain('yes');
  });

  it.each(['', '{"bytes":3,"sha2', '{}'])(
    'is put aside where a crash left %j of it: the version before is found, and somebody is told',
    async (text) => {
      const first = await put();
      const second = await put();
      await writeFile((await fileOf(second, '.json')) ?? '', text);
      expect((await files.find(place))?.versionId).toBe(first);
      expect(await files.find({ ...place, versionId: second })).toBeUndefined();
      expect(broken).toEqual([expect.stringContaining(`${second}.json.broken`)]);
      expect(await fileOf(second, '.json.broken')).toBeDefined();
    },
  );
});
