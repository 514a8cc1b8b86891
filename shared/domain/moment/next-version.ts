import { Problem } from '../problem.ts';
import { isStructural, type VersionDifference } from './compare-versions.ts';
import { majorOf, minorOf } from './version.ts';

/**
 * The version that follows: the next minor where only wording and media differ, else the next major (AUT-8). Throws `nothing-changed`
 * where nothing does.
 */
export const nextVersion = (
  latest: string | undefined,
  differences: readonly VersionDifference[],
): string => {
  if (latest === undefined) return '1.0';
  if (differences.length === 0) throw new Problem('nothing-changed');
  return differences.some(isStructural)
    ? `${majorOf(latest) + 1}.0`
    : `${majorOf(latest)}.${minorOf(latest) + 1}`;
};

const faultsOf = (differences: readonly VersionDifference[]) =>
  differences.map(({ pointer, detail }) => ({ pointer, detail }));

/** What the publisher believes is what it is, where they say: `structural-change`, with all that is, or `no-structural-change`. */
export const assertExpected = (
  expected: 'minor' | 'major' | undefined,
  differences: readonly VersionDifference[],
): void => {
  const structural = differences.filter(isStructural);
  if (expected === 'minor' && structural.length > 0)
    throw new Problem('structural-change', faultsOf(structural));
  if (expected === 'major' && differences.length > 0 && structural.length === 0)
    throw new Problem('no-structural-change', faultsOf(differences));
};
