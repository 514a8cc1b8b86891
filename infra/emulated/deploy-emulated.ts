import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { nameInAws } from '../functions/function-source.ts';
import { onceOrphaned } from '../local/process/orphaned.ts';
import { portNames, portVariables, readSettings } from '../local/process/settings.ts';
import { AlreadyRunning, claimRun } from '../local/process/single-run.ts';
import { createStopping } from '../local/process/stopping.ts';
import { readStage } from '../stages/stage.ts';
import { stageSettings } from '../stages/stage-settings.ts';
import { leaveOut } from './assembly/left-out.ts';
import { watchOneMetric } from './assembly/metric-math.ts';
import { pointHere } from './assembly/pointed-here.ts';
import { type Preparation, prepareAssembly, stackNameIn } from './assembly/prepare-assembly.ts';
import { NothingWithheld, readWithheld, withhold } from './assembly/withheld.ts';
import { runDemo } from './demo-run.ts';
import { bootstrap, deployAll, deployStack, synthesise } from './deployment.ts';
import { invoke } from './emulator/ask-emulator.ts';
import { EmulatorMissing, findEmulator } from './emulator/find-emulator.ts';
import { CommandFailed } from './emulator/run-command.ts';
import { type Emulator, EmulatorFailed, startEmulator } from './emulator/start-emulator.ts';
import { FailureNotShown, failFirst } from './first-failure.ts';
import { freePorts } from './free-ports.ts';
import { startGatewayStandIn } from './gateway-stand-in.ts';
import { notDone } from './not-shown.ts';
import { startSurroundings } from './surroundings.ts';

/** Errors whose message is all there is to say. */
const explained = [
  AlreadyRunning,
  CommandFailed,
  EmulatorFailed,
  EmulatorMissing,
  FailureNotShown,
  NothingWithheld,
];

const began = performance.now();
const say = (what: string): void =>
  console.log(
    `  ${Math.round((performance.now() - began) / 1000)
      .toString()
      .padStart(3)} s  ${what}`,
  );

const directory = fileURLToPath(new URL('../../.emulator/run', import.meta.url));
const stopping = createStopping((name, error) => console.error(`${name} did not stop:`, error));
const aborting = new AbortController();

const portsOfItsOwn = async () => {
  const [emulator = 0, ...ports] = await freePorts(portNames.length + 1);
  const moved = Object.fromEntries(portNames.map((name, at) => [portVariables[name], String(ports[at])]));
  return { emulator, environment: { ...process.env, ...moved, LOCAL_DIRECTORY: directory } };
};

const work = { directory, signal: aborting.signal };

const showFirstFailure = async (emulator: Emulator, stack: string, prepared: Preparation): Promise<void> => {
  const changed = join(directory, `failing-${stack}`);
  await failFirst(emulator, {
    stack,
    stackName: stackNameIn(prepared.to, stack),
    async deployChanged(change) {
      prepareAssembly({ ...prepared, to: changed, changes: [...prepared.changes, change] });
      await deployStack(emulator, changed, stack, work);
    },
    deployAgain: () => deployStack(emulator, prepared.to, stack, work),
  });
  say(`${stack}: its first deployment failed, and was tried again`);
};

/** For whoever wants to try something by hand. */
const untilStopped = (emulator: Emulator, environment: NodeJS.ProcessEnv): Promise<never> => {
  const moved = Object.values(portVariables).map((name) => [name, environment[name]] as const);
  const all = [...Object.entries(emulator.environment), ...moved].map(([name, value]) => `${name}=${value}`);
  console.log(`\nStays until Ctrl-C. In another terminal:\n  export ${all.join(' ')}`);
  return new Promise(() => undefined);
};

const asked = () => {
  const {
    without,
    'fail-first': stacks,
    keep,
  } = parseArgs({
    options: {
      without: { type: 'string' },
      'fail-first': { type: 'string', multiple: true, default: [] },
      keep: { type: 'boolean', default: false },
    },
  }).values;
  return { withheld: without === undefined ? undefined : withhold(readWithheld(without)), stacks, keep };
};

const run = async (): Promise<void> => {
  const { withheld, stacks, keep } = asked();
  const program = await findEmulator(process.env);
  const ports = await portsOfItsOwn();
  const settings = readSettings(ports.environment);
  const claim = await claimRun(settings);
  stopping.add('claim', claim.release);
  for (const left of ['media', 'state']) await rm(join(directory, left), { recursive: true, force: true });
  const stage = readStage('emulated', stageSettings);

  const from = await synthesise(stage, work);
  const changes = [leaveOut, watchOneMetric, pointHere(settings), ...(withheld ? [withheld.change] : [])];
  const to = join(directory, 'assembly');
  const missing = prepareAssembly({ from, to, changes });
  withheld?.assertTaken();
  say('synthesised, through the gate');

  const emulator = await startEmulator({ program, port: ports.emulator, directory, account: stage.account });
  stopping.add('emulator', emulator.stop);
  await bootstrap(emulator, stage, work);
  for (const stack of stacks) await showFirstFailure(emulator, stack, { from, to, changes });
  const api = await deployAll(emulator, to, work);
  say('deployed: every stack, each function with its own role’s rights');

  await startSurroundings({ settings, stage, emulator, stopping });
  const standIn = await startGatewayStandIn({ port: settings.ports.api, api });
  stopping.add('gateway', standIn.stop);
  await invoke(emulator, nameInAws('refreshKeySets'), {});
  say('the identity providers’ keys are fetched; the demo begins');

  const steps = await runDemo({ ...work, environment: ports.environment, log: join(directory, 'demo.log') });
  say(`the demo’s ${steps} steps came out as they should, on what is deployed`);
  if (keep) await untilStopped(emulator, ports.environment);
  console.log(
    ['\nNot shown by this run:', ...[...missing, ...notDone].map((one) => `  - ${one}`)].join('\n'),
  );
  console.log(
    '\nNext: npm run deploy:emulated -- --without startInstance:dynamodb:PutItem   (must fail, and say where)',
  );
};

const end = async (status: number): Promise<void> => {
  aborting.abort();
  await stopping.stopAll();
  process.exit(status);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(1));
if (process.env['npm_lifecycle_event'] !== undefined) onceOrphaned(() => void end(1));

try {
  await run();
  await end(0);
} catch (error) {
  if (!aborting.signal.aborted) {
    console.error(explained.some((kind) => error instanceof kind) ? (error as Error).message : error);
    await end(1);
  }
}
