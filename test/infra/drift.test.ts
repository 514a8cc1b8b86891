import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryOf, functionSources } from '../../infra/functions/function-source.ts';

const files = readdirSync('functions', { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ parentPath, name }) => join(parentPath, name));
const handlers = files.filter((file) => /^export const handler\b/m.test(readFileSync(file, 'utf8')));

describe('folders and tables name the same functions', () => {
  test('every file with a handler is in routes or triggers, and the reverse', () => {
    expect(handlers.length).toBeGreaterThan(0);
    expect(functionSources.map(entryOf).sort()).toEqual(handlers.sort());
  });

  test('no two functions have one name', () => {
    const names = functionSources.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });
});
