import { JavaMissing } from './data/java.ts';
import { DataOutdated } from './data/kept-table.ts';
import { LeftOverRunning } from './data/left-over.ts';
import { setUpAtStart } from './demo/acts/at-start.ts';
import { StoryBroken } from './demo/client.ts';
import { TokenNotIssued } from './identity/fetch-token.ts';
import { startSystem } from './local-system.ts';
import { PortTaken } from './process/free-ports.ts';
import { onceOrphaned } from './process/orphaned.ts';
import { readSettings, SettingUnusable } from './process/settings.ts';
import { AlreadyRunning } from './process/single-run.ts';
import { createStopping } from './process/stopping.ts';
import { whatNext } from './process/what-next.ts';
import { RegisterDataWrong } from './registers/register-data.ts';

/** Errors whose message is all there is to say. */
const explained = [
  AlreadyRunning,
  DataOutdated,
  JavaMissing,
  LeftOverRunning,
  PortTaken,
  RegisterDataWrong,
  SettingUnusable,
  StoryBroken,
  TokenNotIssued,
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

// Whoever was reading may be gone before us; that must not break the stop.
process.stdout.on('error', () => undefined);

const stopping = createStopping((name, error) => console.error(`${name} did not stop:`, error));
let ending = false;

const end = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  say('Stopping; press Ctrl-C again to stop at once');
  await stopping.stopAll();
  say('Stopped');
  process.exit(0);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => (ending ? process.exit(1) : void end()));
// Without npm the parent is whatever shell started us in the background, and may well go first.
if (process.env['npm_lifecycle_event'] !== undefined) onceOrphaned(() => void end());

try {
  const began = performance.now();
  const settings = readSettings(process.env);
  const readiness = await startSystem({ settings, stopping, say: (step) => say(`  ${step}`) });
  say(`  ${settings.demoOrganisation ? await setUpAtStart() : 'No demo organisation: LOCAL_EMPTY is set'}`);
  readiness.ready();
  say(`Ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  say(whatNext(settings));
} catch (error) {
  // Stopped half-way, a start fails as it must; `end` is at work.
  if (!ending) {
    console.error(explained.some((kind) => error instanceof kind) ? (error as Error).message : error);
    await stopping.stopAll();
    process.exit(1);
  }
}
