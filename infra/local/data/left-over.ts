import { readFile, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { json } from '../../../shared/config/json.ts';
import { writeWhole } from '../files/write-whole.ts';

const note = z.object({ pid: z.int().min(1), endpoint: z.url() });
export type Running = z.infer<typeof note>;

/** The message says what to do; show it alone. */
export class LeftOverRunning extends Error {
  override readonly name = 'LeftOverRunning';
}

const mostLooks = 100;
const lookEveryMs = 100;

/** Only a database that answers where the note says is the one of the note: a process id alone may be anybody’s by now. */
const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { headers: { connection: 'close' }, signal: AbortSignal.timeout(5000) }).then(
    async (answer) => (await answer.text()).includes('MissingAuthenticationToken'),
    () => false,
  );

const pathOf = (directory: string): string => `${directory}.running.json`;

export const noteRunning = (directory: string, running: Running): Promise<void> =>
  writeWhole(pathOf(directory), JSON.stringify(running));

export const forgetRunning = (directory: string): Promise<void> => rm(pathOf(directory), { force: true });

/**
 * Ends the database that was left over the same files by a system that could not end it (`kill -9`): two would ruin them. Gives the
 * process ended, if any; throws `LeftOverRunning` where it will not end.
 */
export const endLeftOver = async (directory: string): Promise<number | undefined> => {
  const text = await readFile(pathOf(directory), 'utf8').catch(() => '');
  const left = json.pipe(note).safeParse(text);
  if (!left.success || !(await answers(left.data.endpoint))) return undefined;
  const { pid, endpoint } = left.data;
  try {
    process.kill(pid);
  } catch {
    // Gone in this moment, or another user’s: what answers tells.
  }
  for (let look = 0; look < mostLooks; look += 1) {
    if (!(await answers(endpoint))) return pid;
    await delay(lookEveryMs);
  }
  throw new LeftOverRunning(
    `A database of an earlier start still has the files in ${directory}, as process ${pid}. End it first: kill -9 ${pid}`,
  );
};
