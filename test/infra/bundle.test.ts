import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { functionSources } from '../../infra/function-source.ts';

// Outside the tree, so that whatever a bundle left out is not found by chance in node_modules.
const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const names = functionSources.map(({ name }) => name);

/** In a Node of its own, as Lambda does it: the test runner's would rewrite the files first. */
const loadAll = (): Record<string, string> => {
  const script = `const kinds = {};
    for (const name of ${JSON.stringify(names)}) {
      const loaded = await import(${JSON.stringify(folder)} + '/' + name + '/index.mjs');
      kinds[name] = typeof loaded.handler;
    }
    console.log(JSON.stringify(kinds));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
  return JSON.parse(printed.toString()) as Record<string, string>;
};

let sizes: ReadonlyMap<string, number>;
beforeAll(async () => {
  ({ sizes } = await bundle(functionSources, folder));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every function is one file that loads by itself and has a handler', () => {
  for (const name of names) expect(readdirSync(join(folder, name))).toEqual(['index.mjs']);
  expect(loadAll()).toEqual(Object.fromEntries(names.map((name) => [name, 'function'])));
});

test('no function grows past what starts fast', () => {
  expect(sizes.size).toBe(names.length);
  for (const [name, size] of sizes)
    expect(size, name).toSatisfy((bytes: number) => bytes > 0 && bytes < 700 * 1024);
});
