import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCommand } from './emulator/run-command.ts';

/** A step that came out as it should, and one that did not. */
const passed = /^ {2}✓ /gm;
const failed = /^ {2}✗ /gm;

interface DemoRun {
  readonly environment: NodeJS.ProcessEnv;
  readonly log: string;
  readonly signal: AbortSignal;
}

const demo = fileURLToPath(new URL('../local/demo.ts', import.meta.url));

/** The whole story against what is deployed. Throws `CommandFailed`. Gives how many steps there were. */
export const runDemo = async ({ environment, log, signal }: DemoRun): Promise<number> => {
  let said = '';
  await runCommand({
    run: [process.execPath, demo],
    ...{ environment, log, signal },
    hear(text) {
      said += text;
      process.stdout.write(text);
    },
  }).finally(() => report(said));
  return said.match(passed)?.length ?? 0;
};

/** As the tests report theirs, for whoever adds them up. */
const report = (said: string): void => {
  const path = process.env['TEST_REPORT'];
  if (path === undefined) return;
  const numPassedTests = said.match(passed)?.length ?? 0;
  writeFileSync(path, JSON.stringify({ numPassedTests, numFailedTests: said.match(failed)?.length ?? 0 }));
};
