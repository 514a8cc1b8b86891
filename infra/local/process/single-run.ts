import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type LocalSettings, pathIn } from './settings.ts';

/** The message says what to do; show it alone. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/**
 * Claims the data for this process: two databases over the same files would ruin them. Throws `AlreadyRunning`.
 * A claim left behind by a crash is taken over.
 */
export const claimRun = async (settings: LocalSettings): Promise<{ release(): Promise<void> }> => {
  const path = pathIn(settings, 'running.pid');
  const earlier = Number(await readFile(path, 'utf8').catch(() => '0'));
  if (earlier > 0 && earlier !== process.pid && isAlive(earlier))
    throw new AlreadyRunning(
      `Already running, as process ${earlier}. Stop it first: Ctrl-C in its terminal, or kill ${earlier}.\n` +
        `If that process is something else, delete ${path}.`,
    );
  await mkdir(settings.directory, { recursive: true });
  await writeFile(path, String(process.pid));
  return { release: () => rm(path, { force: true }) };
};
