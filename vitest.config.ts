import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { SlowFiles } from './test/support/slow-files.ts';

const report = process.env['TEST_REPORT'];

/** Tests of one kind, in workers that load everything once: no file may leave anything behind in a module or a global. */
const project = (name: string, include: readonly string[], { patience = 60_000, env = {} } = {}) => ({
  test: {
    ...{ name, include: [...include], env },
    isolate: false,
    maxWorkers: '100%',
    setupFiles: ['test/support/every-file.ts'],
    testTimeout: patience,
    hookTimeout: 300_000,
  },
});

/** The files with properties that are dear enough to say how often they are tried. */
const withProperties = globSync('test/{unit,integration}/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes('/property-runs.ts'),
);

export default defineConfig({
  test: {
    globalSetup: ['test/support/database/dynamodb-local.ts'],
    reporters: [
      'default',
      new SlowFiles(),
      ...(report ? [['json', { outputFile: report }] satisfies [string, object]] : []),
    ],
    projects: [
      ...['unit', 'integration', 'infra'].map((name) => project(name, [`test/${name}/**/*.test.ts`])),
      project('endurance', ['test/endurance/**/*.test.ts']),
      project('properties', withProperties, {
        patience: 600_000,
        env: { PROPERTY_RUNS: process.env['PROPERTY_RUNS'] ?? '1' },
      }),
    ],
  },
});
