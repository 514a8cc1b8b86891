import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from '../../infra/bundle.ts';
import { functionSources } from '../../infra/function-source.ts';
import { median, rounded } from './statistics.ts';

export interface FunctionFigures {
  readonly name: string;
  readonly bundleBytes: number;
  readonly loadMs: number;
}

const run = promisify(execFile);

/** In a Node of its own, begun when that Node is up: what a cold start adds to the runtime's own. */
const loadTime = async (file: string): Promise<number> => {
  const script = `const began = performance.now();
    await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(performance.now() - began);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return Number(stdout);
};

/** Bundles every function as the stacks do and loads each `times` times, in turn. */
export const measureFunctions = async (times: number): Promise<FunctionFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-bundles-'));
  try {
    const bundles = join(folder, 'bundles');
    const { sizes } = await bundle(functionSources, { bundles, sourceMaps: join(folder, 'source-maps') });
    const loads = new Map(functionSources.map(({ name }): [string, number[]] => [name, []]));
    for (let time = 0; time < times; time += 1)
      for (const [name, seen] of loads) seen.push(await loadTime(join(bundles, name, 'index.mjs')));
    return functionSources.map(({ name }) => ({
      name,
      bundleBytes: sizes.get(name) ?? Number.NaN,
      loadMs: rounded(median(loads.get(name) ?? []), 1),
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
};
