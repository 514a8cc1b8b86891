import { spawnSync } from 'node:child_process';
import { stageSettings } from '../stages/stage-settings.ts';

/** Every stage as a deployment would make it, each through the gate; stops at the first that does not pass. */
for (const stage of Object.keys(stageSettings)) {
  const { status } = spawnSync(
    'npm',
    ['run', '-s', 'synth', '--', '-c', `stage=${stage}`, '-o', `cdk.out/${stage}`],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}
