import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { region } from '../../stages/region.ts';
import type { Stage } from '../../stages/stage.ts';

/** The message says where its log is; show it alone. */
export class EmulatorFailed extends Error {
  override readonly name = 'EmulatorFailed';
}

interface Start {
  readonly program: string;
  readonly account: Stage['account'];
  readonly port: number;
  /** Its log and state lie here. */
  readonly directory: string;
}

export interface Emulator {
  readonly endpoint: string;
  readonly log: string;
  /** With what the CDK and the SDK reach it and nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** It and the functions it runs. */
  stop(): Promise<void>;
}

/** Looks at most, and the time between: a busy machine takes half a minute. */
const mostLooks = 300;
const lookEveryMs = 200;

const isReady = (endpoint: string): Promise<boolean> =>
  fetch(`${endpoint}/_ministack/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

const settingsOf = ({ account, port, directory }: Start): Record<string, string> => ({
  BIND_HOST: '127.0.0.1',
  MINISTACK_HOST: '127.0.0.1',
  GATEWAY_PORT: String(port),
  MINISTACK_REGION: region,
  AWS_DEFAULT_REGION: region,
  MINISTACK_ACCOUNT_ID: account,
  STATE_DIR: join(directory, 'state'),
  // As Node processes of this machine, without Docker.
  LAMBDA_EXECUTOR: 'local',
  // Every call is judged by its caller's rights: without it the run would say nothing of them (SEC-5).
  AUTH: 'true',
});

const environmentFor = (endpoint: string, account: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: region,
  // The emulator takes this for the account's root; a developer's own keys must never come here.
  AWS_ACCESS_KEY_ID: account,
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_SESSION_TOKEN: '',
  AWS_PROFILE: '',
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** On loopback, with nothing in it. Throws `EmulatorFailed`. */
export const startEmulator = async (start: Start): Promise<Emulator> => {
  const log = join(start.directory, 'emulator.log');
  const output = openSync(log, 'w');
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(start.program, {
    // The functions run with the Node that this runs with.
    env: { PATH: `${dirname(process.execPath)}:${PATH}`, HOME, ...settingsOf(start) },
    stdio: ['ignore', output, output],
    // A group of its own, so that the functions end with it.
    detached: true,
  });
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    if (child.pid === undefined || child.exitCode !== null) return;
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  const endpoint = `http://127.0.0.1:${start.port}`;
  for (let look = 0; look < mostLooks && child.exitCode === null; look += 1) {
    if (await isReady(endpoint))
      return { endpoint, log, environment: environmentFor(endpoint, start.account), stop };
    await delay(lookEveryMs);
  }
  await stop();
  throw new EmulatorFailed(`The emulator did not become ready; what it said is in ${log}`);
};
