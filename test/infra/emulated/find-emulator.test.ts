import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findEmulator } from '../../../infra/emulated/emulator/find-emulator.ts';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'emulator-'));

const folderWith = async (mode: number): Promise<string> => {
  const made = await folder();
  await writeFile(join(made, 'ministack'), '');
  await chmod(join(made, 'ministack'), mode);
  return made;
};

describe('SEC-7 the emulator is found, or it is said how to get it', () => {
  test('the project’s own before the path’s', async () => {
    const [own, other] = [await folderWith(0o755), await folderWith(0o755)];
    expect(await findEmulator({ PATH: other }, own)).toBe(join(own, 'ministack'));
    expect(await findEmulator({ PATH: `${own}:${other}` }, await folder())).toBe(join(own, 'ministack'));
  });

  test('what cannot be run is none, and the message is a command', async () => {
    const finding = findEmulator({ PATH: await folder() }, await folderWith(0o644));
    await expect(finding).rejects.toThrow(
      /No ministack.*\n {2}python3 -m venv \.emulator\/python && .*pip install -q --require-hashes -r infra\/emulated\/emulator\/requirements\.txt$/,
    );
  });
});
