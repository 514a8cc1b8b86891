import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The file's text; where there is none, what `make` gives, written so that only the user can read it. */
export const keptFile = async (path: string, make: () => string | Promise<string>): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const text = await make();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o600, flush: true });
  return text;
};
