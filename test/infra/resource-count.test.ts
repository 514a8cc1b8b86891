import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { synthesiseInRegion } from '../../infra/region.ts';
import { countResources, expectedRoutes, resourceLimit } from '../../infra/resource-count.ts';
import { newSystem } from './synthesised.ts';

const assembly = synthesiseInRegion(newSystem().app);
const counts = countResources(assembly);

test.each(counts)('$stack fits CloudFormation with eighty use cases: $projected of 500', ({ projected }) => {
  expect(projected).toBeLessThanOrEqual(resourceLimit);
});

test('a use case takes five resources of the API’s stack at most, and the rest of it is few', () => {
  const { today, projected } = counts.find(({ stack }) => stack === 'Api') ?? { today: 0, projected: 0 };
  const open = routes.filter(({ contract }) => contract.caller === 'anyone').length;
  expect(projected - today).toBeLessThanOrEqual((expectedRoutes - routes.length) * 5);
  expect(today - (routes.length * 5 - open)).toBeLessThan(30);
});

test('the API’s template fits the megabyte that CloudFormation accepts, with eighty use cases', () => {
  const { size } = statSync(assembly.getStackArtifact('Api').templateFullPath);
  expect((size / routes.length) * expectedRoutes).toBeLessThan(950_000);
});
