import type { Difference } from '../content/difference.ts';
import { Problem } from '../problem.ts';
import { catalogueSayings } from '../sayings/catalogue-sayings.ts';
import { isStructural } from './comparing/compare-versions.ts';
import { majorOf, minorOf } from './version.ts';

/** What a version follows on: the one it goes on from, the latest of its major, and the latest of all. */
export interface Before {
  readonly basis: string;
  readonly latest: string;
}

/**
 * The version that follows: the next minor of that major where only wording and media differ, else the next free major (AUT-8). Throws
 * `nothing-changed` where nothing does.
 */
export const nextVersion = (before: Before | undefined, differences: readonly Difference[]): string => {
  if (before === undefined) return '1.0';
  if (differences.length === 0) throw new Problem('nothing-changed');
  const { basis, latest } = before;
  return differences.some(isStructural)
    ? `${majorOf(latest) + 1}.0`
    : `${majorOf(basis)}.${minorOf(basis) + 1}`;
};

const faultsOf = (differences: readonly Difference[]) =>
  differences.map(({ pointer, code, detail }) => ({ pointer, code, detail }));

const first = { pointer: '/versions', ...catalogueSayings['first-version'] };

/**
 * What the publisher believes is what it is, where they say: `structural-change`, with all that is, or `no-structural-change`.
 * `next`: the version that follows.
 */
export const assertExpected = (
  expected: 'minor' | 'major' | undefined,
  next: string,
  differences: readonly Difference[],
): void => {
  const isMajor = minorOf(next) === 0;
  if (expected === 'minor' && isMajor)
    throw new Problem(
      'structural-change',
      next === '1.0' ? [first] : faultsOf(differences.filter(isStructural)),
    );
  if (expected === 'major' && !isMajor) throw new Problem('no-structural-change', faultsOf(differences));
};
