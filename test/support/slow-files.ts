import type { Reporter, TestModule } from 'vitest/node';

const most = 10;

/** Says last which files took longest, with all they load and prepare; what takes under a second is not worth a line. */
export class SlowFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const taken = modules.map((one) => {
      const { collectDuration, setupDuration, duration } = one.diagnostic();
      return { file: one.relativeModuleId, seconds: (collectDuration + setupDuration + duration) / 1000 };
    });
    const slow = taken
      .filter(({ seconds }) => seconds >= 1)
      .toSorted((one, other) => other.seconds - one.seconds);
    if (slow.length === 0) return;
    const lines = slow
      .slice(0, most)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`);
    process.stdout.write(`\nSlowest files:\n${lines.join('\n')}\n`);
  }
}
