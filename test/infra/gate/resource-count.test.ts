import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Route, routes } from '../../../functions/routes.ts';
import { countResources, resourceLimit } from '../../../infra/gate/resource-count.ts';
import { routesAndTriggers } from '../../../infra/rights/routes-and-triggers.ts';
import { synthesiseInRegion } from '../../../infra/stages/region.ts';
import { newSystem, stacks } from '../synthesised.ts';

/** A route like one there is, under a name and a path of its own. */
const madeUp = ({ context, folder, contract }: Route, at: number): Route => ({
  ...{ context, folder },
  contract: { ...contract, operationId: `madeUpRoute${at}`, path: `/made-up-${at}${contract.path}` },
});
/** Two thirds of the rows that are to hold have their use cases; the rest is not more than half of what there is. */
const grown = {
  ...routesAndTriggers,
  routes: [...routes, ...routes.filter((_, at) => at % 2 === 0).map(madeUp)],
};
const assembly = synthesiseInRegion(newSystem(undefined, grown).app);
const sized = assembly.stacks.map(({ id, template, templateFullPath }) => ({
  stack: id,
  resources: Object.keys(template.Resources).length,
  outputs: Object.keys(template.Outputs ?? {}).length,
  bytes: statSync(templateFullPath).size,
}));

describe('with half as many use cases again as today, each stack fits CloudFormation', () => {
  test.each(sized)('$stack: $resources of 500 resources, a tenth of them free', ({ resources }) => {
    expect(resources).toBeLessThanOrEqual(resourceLimit * 0.9);
  });

  test.each(sized)('$stack: $bytes of a megabyte, a tenth of it free', ({ bytes }) => {
    expect(bytes).toBeLessThan(900_000);
  });

  test.each(sized)('$stack: $outputs of 200 outputs', ({ outputs }) => {
    expect(outputs).toBeLessThan(150);
  });
});

test('API Gateway takes all parts of the paths there are: 300 in an API', () => {
  const parts = routes.flatMap(({ contract: { path } }) =>
    path.split('/').map((_, at, all) => all.slice(0, at + 1).join('/')),
  );
  expect(new Set(parts).size).toBeLessThan(250);
});

test('a use case takes a function, a role, a log and its filters, and a permission of the gateway’s', () => {
  const counts = countResources({ stacks });
  const inStacks = (named: RegExp) =>
    counts.filter(({ stack }) => named.test(stack)).reduce((sum, { resources }) => sum + resources, 0);
  const closed = routes.filter(({ contract }) => contract.caller !== 'anyone').length;
  const authorizer = 3;
  expect(inStacks(/Functions$/)).toBe(routes.length * 4 + closed + authorizer);
  expect(inStacks(/^Api$/) - routes.length).toBeLessThan(30);
});
