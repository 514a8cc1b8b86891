import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assertAllVisited, useCases } from '../../bench/tour/use-cases.ts';

test('the tour of the bench leaves no use case out without saying which', () => {
  expect(() => assertAllVisited(useCases)).not.toThrow();
  for (const name of useCases)
    expect(() => assertAllVisited(useCases.filter((other) => other !== name))).toThrow(name);
  expect(() => assertAllVisited([...useCases, 'dance'])).toThrow('dance');
});

test('infra/costs.md says what every use case costs: npm run bench -- --write-cost', () => {
  const costs = readFileSync(new URL('../../../infra/costs.md', import.meta.url), 'utf8');
  const table = /<!-- cost -->\n([\s\S]*?)<!-- \/cost -->/.exec(costs)?.[1] ?? '';
  const rows = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(rows.toSorted()).toEqual(useCases.toSorted());
});
