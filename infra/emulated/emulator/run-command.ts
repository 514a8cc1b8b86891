import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** The message has the end of what the command said; show it alone. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

interface Command {
  readonly run: readonly [program: string, ...rest: string[]];
  readonly environment: NodeJS.ProcessEnv;
  readonly folder?: string;
  /** Where all that it says is kept. */
  readonly log: string;
  readonly signal: AbortSignal;
  /** Told of each piece as it comes. */
  hear?(text: string): void;
}

/** Characters of its output that a failure repeats. */
const repeated = 3000;

/**
 * Runs to the end. Throws `CommandFailed`. In a process group of its own: what it starts is ended with it, and Ctrl-C is ours to
 * pass on.
 */
export const runCommand = async ({ run, environment, folder, log, signal, hear }: Command): Promise<void> => {
  signal.throwIfAborted();
  const [program, ...rest] = run;
  const child = spawn(program, rest, {
    ...{ env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  const end = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
  signal.addEventListener('abort', end);
  const kept = createWriteStream(log);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => {
      kept.write(piece);
      said = (said + piece).slice(-repeated);
      hear?.(String(piece));
    });
  const [status] = (await once(child, 'close').finally(() => {
    signal.removeEventListener('abort', end);
    kept.end();
  })) as [number | null];
  signal.throwIfAborted();
  if (status !== 0)
    throw new CommandFailed(
      `${run.join(' ')}\nended with ${status}; all it said is in ${log}, and last:\n${said}`,
    );
};
