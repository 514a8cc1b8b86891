import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Renaming replaces the file in one step: who reads it meanwhile, or after a crash, has the old or the new one, never half of it. */
export const writeWhole = async (path: string, text: string, mode = 0o666): Promise<void> => {
  const draft = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, text, { mode, flush: true });
  await rename(draft, path);
};
