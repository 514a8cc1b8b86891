import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const script = fileURLToPath(new URL('serve.ts', import.meta.url));
const ready = z.object({ port: z.int() });

export interface ApiProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** The functions log as in the cloud; where to is what the bench does not need. `BENCH_SERVER_ARGS` is for profiling. */
export const startApiProcess = async (environment: Readonly<Record<string, string>>): Promise<ApiProcess> => {
  const child = fork(script, {
    env: { ...process.env, ...environment, POWERTOOLS_DEV: 'false' },
    execArgv: (process.env['BENCH_SERVER_ARGS'] ?? '').split(' ').filter((argument) => argument !== ''),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), ended]);
  const { port } = ready.parse(first[0]);
  return {
    port,
    async stop() {
      child.disconnect();
      await ended;
    },
  };
};
