import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The message says what to install; show it alone. */
export class EmulatorMissing extends Error {
  override readonly name = 'EmulatorMissing';
}

const program = 'ministack';

/** Where it is installed for this project alone; `.ci/run` does so. */
const ownPrograms = fileURLToPath(new URL('../../../.emulator/python/bin', import.meta.url));

const canRun = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Of this project, or else the first on the path. Throws `EmulatorMissing`. */
export const findEmulator = async (
  { PATH = '' }: NodeJS.ProcessEnv,
  own: string = ownPrograms,
): Promise<string> => {
  for (const folder of [own, ...PATH.split(delimiter)]) {
    const candidate = join(folder, program);
    if (await canRun(candidate)) return candidate;
  }
  throw new EmulatorMissing(
    `No ${program}, the emulator of AWS that this deploys to (Python 3.11 or newer, no Docker). Install it for this project alone:\n` +
      '  python3 -m venv .emulator/python && .emulator/python/bin/pip install -q --require-hashes -r infra/emulated/emulator/requirements.txt',
  );
};
