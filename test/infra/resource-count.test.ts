import { expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { synthesiseInRegion } from '../../infra/region.ts';
import { countResources, expectedRoutes, resourceLimit } from '../../infra/resource-count.ts';
import { newSystem } from './synthesised.ts';

const counts = countResources(synthesiseInRegion(newSystem().app));

test.each(counts)('$stack fits CloudFormation with eighty use cases: $projected of 500', ({ projected }) => {
  expect(projected).toBeLessThanOrEqual(resourceLimit);
});

test('a use case takes four resources of the API’s stack, and the rest of it is few', () => {
  const { today, projected } = counts.find(({ stack }) => stack === 'Api') ?? { today: 0, projected: 0 };
  expect((projected - today) / (expectedRoutes - routes.length)).toBeCloseTo(4);
  expect(today - routes.length * 4).toBeLessThan(30);
});
