import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bundleLimitOf } from '../../infra/bundling/bundle-limit.ts';
import { functionSources } from '../../infra/functions/function-source.ts';
import { kinds } from '../bench/measuring/asks.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Half a minute on an idle machine; here everything else runs beside it. */
const patience = 900_000;

const time = z.number().nonnegative();
const units = z.number().nonnegative();
const result = z.strictObject({
  requests: z.array(
    z.strictObject({
      name: z.enum(kinds),
      clients: z.int().positive(),
      size: z.int().positive(),
      ...{ p50Ms: time, p99Ms: time, rps: units, floorP50Ms: time, ratio: time },
      ...{ roundTrips: z.int().positive(), readUnits: units, writeUnits: units },
    }),
  ),
  functions: z.array(z.strictObject({ name: z.string(), bundleBytes: z.int().positive(), loadMs: time })),
});

describe('the bench', () => {
  let measured: z.infer<typeof result>;
  beforeAll(async () => {
    // It throws, and ends with another code than 0, where its tour leaves a use case out.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['test/bench/bench.ts', '--quick', '--json'],
      { cwd: root, timeout: patience - 10_000 },
    );
    measured = result.parse(JSON.parse(stdout));
  }, patience);

  test('measures each kind of request with each number of clients on each population', () => {
    const combinations = new Set(
      measured.requests.map(({ name, clients, size }) => `${name} ${clients} ${size}`),
    );
    expect(combinations.size).toBe(measured.requests.length);
    expect(combinations.size).toBe(kinds.length * 2 * 2);
  });

  test('finds at most two round trips in a row, and a submit of at most twelve write units', () => {
    for (const { name, roundTrips, writeUnits } of measured.requests) {
      expect(roundTrips, name).toBeLessThanOrEqual(2);
      // Ten where a form has nine questions (`submit-cost.test.ts`); this one has thirty, whose answers are a kilobyte.
      if (name === 'submitForm') expect(writeUnits).toBeLessThanOrEqual(12);
    }
  });

  test('weighs every function, and none is over its limit', () => {
    const names = functionSources.map(({ name }) => name);
    expect(measured.functions.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { name, bundleBytes } of measured.functions)
      expect(bundleBytes, name).toBeLessThanOrEqual(bundleLimitOf(name));
  });
});
