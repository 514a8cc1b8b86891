import { bundleLimitOf } from '../../../infra/bundling/bundle-limit.ts';
import { growthIn, type Result } from './report.ts';

interface Target {
  readonly says: string;
  /** What does not reach it, in words; empty where all does. */
  readonly misses: readonly string[];
}

const nearFloor = ['submitForm', 'openInstance', 'readForm'];

/** What the figures must be (issue: `npm run bench`). */
const targetsOf = ({ requests, functions }: Result): Target[] => [
  {
    says: 'ratio to the bare calls at most 1.5 with 1 client, for submit and read',
    misses: requests
      .filter(({ name, clients, ratio }) => clients === 1 && nearFloor.includes(name) && ratio > 1.5)
      .map(({ name, size, ratio }) => `${name} at ${size}: ${ratio}`),
  },
  {
    says: 'p50 of the largest population within 1.2 of the smallest',
    misses: growthIn(requests)
      .filter(({ growth }) => growth > 1.2)
      .map(({ request, clients, growth, bareGrowth }) => {
        const bare = `bare calls ${bareGrowth}`;
        return `${request} with ${clients}: ${growth} (${bare})`;
      }),
  },
  {
    says: 'no use case over two sequential round trips',
    misses: requests
      .filter(({ roundTrips }) => roundTrips > 2)
      .map(({ name, roundTrips }) => `${name}: ${roundTrips}`),
  },
  {
    says: 'a submit costs at most 10 write units',
    misses: requests
      .filter(({ name, writeUnits }) => name === 'submitForm' && writeUnits > 10)
      .map(({ writeUnits, size }) => `${writeUnits} at ${size}`),
  },
  {
    says: 'no function over its limit (infra/bundling/bundle-limit.ts)',
    misses: functions
      .filter(({ name, bundleBytes }) => bundleBytes > bundleLimitOf(name))
      .map(({ name, bundleBytes }) => `${name}: ${Math.ceil(bundleBytes / 1024)} KB`),
  },
];

/** A line a target, with what misses it. */
export const verdictsOf = (result: Result): string =>
  targetsOf(result)
    .map(({ says, misses }) =>
      misses.length === 0
        ? `  ✓ ${says}`
        : `  ✗ ${says}\n${misses.map((miss) => `      ${miss}`).join('\n')}`,
    )
    .join('\n');
