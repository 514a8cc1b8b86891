import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Route, routes } from '../../functions/routes.ts';
import { synthesiseInRegion } from '../../infra/region.ts';
import { countResources, expectedRoutes, resourceLimit } from '../../infra/resource-count.ts';
import { rows } from '../../infra/rows.ts';
import { newSystem, stacks } from './synthesised.ts';

/** A route like one there is, under a name and a path of its own. */
const madeUp = ({ context, contract }: Route, at: number): Route => ({
  context,
  contract: { ...contract, operationId: `madeUpRoute${at}`, path: `/made-up-${at}${contract.path}` },
});
const more = [...routes, ...routes].map(madeUp).slice(0, Math.max(0, expectedRoutes - routes.length));
const whole = [...routes, ...more];
const assembly = synthesiseInRegion(newSystem(undefined, { ...rows, routes: whole }).app);
const sized = assembly.stacks.map(({ id, template, templateFullPath }) => ({
  stack: id,
  resources: Object.keys(template.Resources).length,
  exports: Object.keys(template.Outputs ?? {}).length,
  bytes: statSync(templateFullPath).size,
}));

describe('with as many use cases as the finished system has, each stack fits CloudFormation', () => {
  test.each(sized)('$stack: $resources of 500 resources, a tenth of them free', ({ resources }) => {
    expect(resources).toBeLessThanOrEqual(resourceLimit * 0.9);
  });

  test.each(sized)('$stack: $bytes of a megabyte', ({ bytes }) => {
    expect(bytes).toBeLessThan(800_000);
  });

  test.each(sized)('$stack: $exports of 200 outputs', ({ exports }) => {
    expect(exports).toBeLessThan(150);
  });

  test('API Gateway takes all parts of their paths: 300 in an API', () => {
    const parts = whole.flatMap(({ contract: { path } }) =>
      path.split('/').map((_, at, all) => all.slice(0, at + 1).join('/')),
    );
    expect(new Set(parts).size).toBeLessThan(300);
  });
});

test('what synth says of the finished system is what it will be', () => {
  const projected = countResources({ stacks }, routes).map((one) => [one.stack, one.projected] as const);
  const differing = projected.filter(([stack, count]) => {
    const made = sized.find((one) => one.stack === stack)?.resources ?? 0;
    return Math.abs(made - count) > 5;
  });
  expect(differing).toEqual([]);
});

test('a use case takes a function, a role, a log and its filter, and a permission of the gateway’s', () => {
  const today = new Map(countResources({ stacks }, routes).map((one) => [one.stack, one.today]));
  const closed = routes.filter(({ contract }) => contract.caller !== 'anyone').length;
  const [authorizer, key] = [3, 1];
  expect(today.get('Functions')).toBe(routes.length * 3 + closed + authorizer + key);
  expect((today.get('Api') ?? 0) - routes.length).toBeLessThan(30);
});
