import { expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { stageSettings } from '../../infra/stages/stage-settings.ts';
import { expectPassing, gated } from '../infra/gate/gated.ts';

// `npm test` has one stage whole, and of the others a few functions.
test.each(Object.keys(stageSettings))('stage %s passes the gate with every function there is', (name) => {
  const one = gated(name);
  const functions = one.paths.filter((path) => /Functions\/\w+\/Function$/.test(path));
  expect(functions.length).toBeGreaterThanOrEqual(routes.length);
  expectPassing(one);
});
