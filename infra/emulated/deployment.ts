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

const cdk = async (
  emulator: Emulator,
  name: string,
  rest: readonly string[],
  { directory, signal }: Work,
): Promise<void> => {
  // Without our cdk.json, whose app would be synthesised for it.
  const folder = join(directory, 'elsewhere');
  await mkdir(folder, { recursive: true });
  await runCommand({
    run: ['cdk', ...rest],
    environment: { ...process.env, ...emulator.environment },
    ...{ folder, signal },
    log: join(directory, `${name}.log`),
  });
};

/** Readies the account for the CDK. */
export const bootstrap = (emulator: Emulator, { account, region }: Stage, work: Work): Promise<void> =>
  cdk(emulator, 'bootstrap', ['bootstrap', `aws://${account}/${region}`], work);

const deploying = (assembly: string): string[] => [
  ...['deploy', '--app', assembly, '--require-approval', 'never', '--concurrency', '4'],
];

/** One stack, with all it stands on. */
export const deployStack = (emulator: Emulator, assembly: string, stack: string, work: Work): Promise<void> =>
  cdk(emulator, `deploy-${stack}`, [...deploying(assembly), stack], work);

/** Every stack, with the CDK’s own command. Gives where the API answers. */
export const deployAll = async (emulator: Emulator, assembly: string, work: Work): Promise<URL> => {
  const given = join(work.directory, 'outputs.json');
  await cdk(emulator, 'deploy', [...deploying(assembly), '--all', '--outputs-file', given], work);
  return apiAmong(given, emulator);
};
