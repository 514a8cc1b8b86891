import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Stage } from '../stages/stage.ts';
import { runCommand } from './emulator/run-command.ts';
import type { Emulator } from './emulator/start-emulator.ts';

interface Work {
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Through the gate, as for any stage. Gives the assembly’s folder. */
export const synthesise = async ({ name }: Stage, { directory, signal }: Work): Promise<string> => {
  const assembly = join(directory, 'synthesised');
  await runCommand({
    run: ['npm', 'run', '-s', 'synth', '--', '-c', `stage=${name}`, '-o', assembly],
    environment: process.env,
    log: join(directory, 'synth.log'),
    signal,
  });
  return assembly;
};

const outputs = z.record(z.string(), z.record(z.string(), z.string()));

const executeApi = /^https:\/\/(\w+)\.execute-api\.[^/]+\/(\w+)\/$/;

/** Where the emulator answers for the API, whose address in AWS is among the outputs. */
const apiAmong = (path: string, { endpoint }: Emulator): URL => {
  const all = Object.values(outputs.parse(JSON.parse(readFileSync(path, 'utf8')))).flatMap(Object.values);
  for (const value of all.map(String)) {
    const [, id, stageName] = executeApi.exec(value) ?? [];
    if (id !== undefined) return new URL(`${endpoint}/restapis/${id}/${stageName}/_user_request_`);
  }
  throw new Error(`No address of an API among the outputs in ${path}`);
};

/** Readies the account, then deploys every stack with the CDK’s own command. Gives where the API answers. */
export const deploy = async (
  emulator: Emulator,
  { account, region }: Stage,
  assembly: string,
  { directory, signal }: Work,
): Promise<URL> => {
  const environment = { ...process.env, ...emulator.environment };
  // Without our cdk.json, whose app would be synthesised for it.
  const folder = join(directory, 'bootstrap');
  await mkdir(folder, { recursive: true });
  await runCommand({
    run: ['cdk', 'bootstrap', `aws://${account}/${region}`],
    ...{ environment, folder, signal },
    log: join(directory, 'bootstrap.log'),
  });
  const given = join(directory, 'outputs.json');
  await runCommand({
    run: [
      ...(['cdk', 'deploy', '--all', '--app', assembly] as const),
      ...['--require-approval', 'never', '--concurrency', '4', '--outputs-file', given],
    ],
    ...{ environment, folder, signal },
    log: join(directory, 'deploy.log'),
  });
  return apiAmong(given, emulator);
};
