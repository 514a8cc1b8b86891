import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { bundle } from '../../../infra/bundling/bundle.ts';
import { functionSources } from '../../../infra/functions/function-source.ts';
import type { Options } from '../options.ts';
import { median, rounded } from '../reporting/statistics.ts';

export interface FunctionFigures {
  readonly name: string;
  readonly bundleBytes: number;
  readonly loadMs: number;
}

const run = promisify(execFile);

const times = z.array(z.number());

/** One after the other in one Node, begun when that Node is up: what a cold start adds to the runtime's own. */
const loadTimes = async (files: readonly string[]): Promise<readonly number[]> => {
  const script = `const times = [];
    for (const file of ${JSON.stringify(files.map((file) => pathToFileURL(file).href))}) {
      const began = performance.now();
      await import(file);
      times.push(performance.now() - began);
    }
    console.log(JSON.stringify(times));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return times.parse(JSON.parse(stdout));
};

/** What a function's load costs in a Node of its own is what counts; in one Node the first pays for what all share. */
const loadedOnce = async (files: readonly string[], inOneNode: boolean): Promise<readonly number[]> => {
  if (inOneNode) return loadTimes(files);
  const seen: number[] = [];
  for (const file of files) seen.push(...(await loadTimes([file])));
  return seen;
};

/** Bundles every function as the stacks do and loads all of them, in turn, as often as told. */
export const measureFunctions = async ({
  moduleLoads,
  loadsInOneNode,
}: Pick<Options, 'moduleLoads' | 'loadsInOneNode'>): Promise<FunctionFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bundles-'));
  try {
    const bundles = join(folder, 'bundles');
    const { sizes } = await bundle(functionSources, { bundles, sourceMaps: join(folder, 'source-maps') });
    const files = functionSources.map(({ name }) => join(bundles, name, 'index.mjs'));
    const loads: (readonly number[])[] = [];
    for (let time = 0; time < moduleLoads; time += 1) loads.push(await loadedOnce(files, loadsInOneNode));
    return functionSources.map(({ name }, at) => ({
      name,
      bundleBytes: sizes.get(name) ?? Number.NaN,
      loadMs: rounded(median(loads.map((all) => all[at] ?? Number.NaN)), 1),
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
};
