import { readFile } from 'node:fs/promises';
import { writeWhole } from '../files/write-whole.ts';

/** The file's text; where there is none, what `make` gives, written so that only the user can read it. */
export const keptFile = async (path: string, make: () => string | Promise<string>): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const text = await make();
  await writeWhole(path, text, 0o600);
  return text;
};
