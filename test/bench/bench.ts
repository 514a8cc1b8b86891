import { readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { JavaMissing } from '../../infra/local/data/java.ts';
import { createStopping } from '../../infra/local/process/stopping.ts';
import { measureFunctions } from './measuring/functions.ts';
import { measureRequests } from './measuring/measure-requests.ts';
import type { Stage } from './measuring/series.ts';
import { openStages } from './measuring/stages.ts';
import { type Options, OptionUnusable, readOptions } from './options.ts';
import { costTable, type UseCaseUnits, withCostTable } from './reporting/cost-table.ts';
import { type Result, reportOf } from './reporting/report.ts';
import { verdictsOf } from './reporting/targets.ts';
import { takeTour } from './tour/take-tour.ts';

const costs = fileURLToPath(new URL('../../infra/costs.md', import.meta.url));
const began = performance.now();

/** Progress goes beside the result, which may be read by a program. */
const say = (step: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(0).padStart(4);
  console.error(`${seconds} s  ${step}`);
};

const printCost = async (units: UseCaseUnits, writeCost: boolean): Promise<void> => {
  if (!writeCost) {
    console.log(`\nKronor per million of each use case\n\n${costTable(units)}`);
    return;
  }
  await writeFile(costs, withCostTable(await readFile(costs, 'utf8'), units));
  console.log('\ninfra/costs.md: the table is written.');
};

const print = async (result: Result, units: UseCaseUnits, { json, writeCost }: Options): Promise<void> => {
  if (json) {
    console.log(JSON.stringify(result, null, 2));
    if (writeCost) await writeFile(costs, withCostTable(await readFile(costs, 'utf8'), units));
    return;
  }
  console.log(reportOf(result));
  await printCost(units, writeCost);
  console.log(`\nTargets\n\n${verdictsOf(result)}`);
  const next = writeCost
    ? 'git diff infra/costs.md'
    : 'npm run bench -- --write-cost puts the table in infra/costs.md';
  console.log(`\nNext: ${next}; --json prints the figures for a program.`);
};

const bench = async (options: Options): Promise<void> => {
  const stopping = createStopping((name, error) => console.error(`${name} did not stop:`, error));
  try {
    say(`Load of the machine before: ${loadavg()[0]?.toFixed(2)}; figures are steadiest on an idle one`);
    const functions = await measureFunctions(options);
    say(`${functions.length} functions bundled and loaded`);
    const stages = await openStages({ sizes: options.sizes, stopping, say });
    // Before what takes minutes: it throws where it leaves a use case out.
    const tour = await takeTour((stages[0] as Stage).recording);
    say(`${Object.keys(tour).length} use cases visited`);
    const { figures, units } = await measureRequests(stages, options, say);
    await print({ requests: figures, functions }, { ...tour, ...units }, options);
  } finally {
    await stopping.stopAll();
  }
};

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  const explained = error instanceof OptionUnusable || error instanceof JavaMissing;
  console.error(explained ? error.message : error);
  process.exitCode = 1;
}
