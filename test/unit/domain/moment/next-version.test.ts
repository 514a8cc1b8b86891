import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/domain/content/difference.ts';
import { assertExpected, nextVersion } from '../../../../shared/domain/moment/next-version.ts';
import { majorOf, minorOf, momentVersion } from '../../../../shared/domain/moment/version.ts';
import { problemIn, refusal } from '../../refusal.ts';

const difference = (kind: Difference['kind']) =>
  fc.record({ pointer: fc.constantFrom('/outline/title', '/forms/phq-9'), text: fc.string() }).map(
    ({ pointer, text }): Difference => ({
      ...{ kind, pointer, code: 'odd' },
      detail: { sv: text, en: text },
    }),
  );
const wording = fc.array(difference('wording'), { minLength: 1, maxLength: 4 });
const structure = fc.array(difference('structure'), { minLength: 1, maxLength: 4 });
/** Structure, and wording or none, in any order. */
const both = fc
  .tuple(structure, fc.array(difference('wording')))
  .chain((parts) => fc.shuffledSubarray(parts.flat(), { minLength: parts.flat().length }));
const version = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 998 }))
  .map((parts) => parts.join('.'));

const only = (latest: string) => ({ basis: latest, latest });

describe('AUT-8 the version that follows', () => {
  it('is 1.0 where nothing has been published, whatever is said to differ', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constant([]), wording, both), (differences) => {
        expect(nextVersion(undefined, differences)).toBe('1.0');
      }),
    );
  });

  it('is the next minor where only wording differs', () => {
    fc.assert(
      fc.property(version, wording, (latest, differences) => {
        const next = momentVersion.parse(nextVersion(only(latest), differences));
        expect([majorOf(next), minorOf(next)]).toEqual([majorOf(latest), minorOf(latest) + 1]);
      }),
    );
  });

  it('is the next major where any structure does', () => {
    fc.assert(
      fc.property(version, both, (latest, differences) => {
        expect(nextVersion(only(latest), differences)).toBe(`${majorOf(latest) + 1}.0`);
      }),
    );
  });

  it('is the next minor of the major it goes on from, whatever has been published since; else the next free major', () => {
    const later = fc.tuple(version, version).filter(([basis, latest]) => majorOf(basis) <= majorOf(latest));
    fc.assert(
      fc.property(later, wording, both, ([basis, latest], words, built) => {
        const minor = nextVersion({ basis, latest }, words);
        expect([majorOf(minor), minorOf(minor)]).toEqual([majorOf(basis), minorOf(basis) + 1]);
        expect(nextVersion({ basis, latest }, built)).toBe(`${majorOf(latest) + 1}.0`);
      }),
    );
  });

  it('is none where nothing differs', () => {
    expect(refusal(() => nextVersion(only('1.0'), []))).toBe('nothing-changed');
  });
});

describe('AUT-8 what the publisher expects', () => {
  const expecting = (expected: 'minor' | 'major' | undefined, latest: string, given: Difference[]) =>
    problemIn(() => assertExpected(expected, nextVersion(only(latest), given), given));

  it('is refused where it is the other, with every change that made it so and no more', () => {
    fc.assert(
      fc.property(version, both, (latest, differences) => {
        const problem = expecting('minor', latest, differences);
        expect(problem?.code).toBe('structural-change');
        const structural = differences.filter(({ kind }) => kind === 'structure');
        expect(problem?.faults).toEqual(structural.map(({ kind: _, ...fault }) => fault));
      }),
    );
    fc.assert(
      fc.property(version, wording, (latest, differences) => {
        const problem = expecting('major', latest, differences);
        expect(problem?.code).toBe('no-structural-change');
        expect(problem?.faults).toHaveLength(differences.length);
      }),
    );
  });

  it('is no matter where it is right, or nothing is said', () => {
    fc.assert(
      fc.property(version, wording, both, (latest, reworded, rebuilt) => {
        expect(expecting('minor', latest, reworded)).toBeUndefined();
        expect(expecting('major', latest, rebuilt)).toBeUndefined();
        expect(expecting(undefined, latest, reworded)).toBeUndefined();
        expect(expecting(undefined, latest, rebuilt)).toBeUndefined();
      }),
    );
  });

  it('cannot be a minor version of what is not published yet', () => {
    const problem = problemIn(() => assertExpected('minor', '1.0', []));
    expect(problem?.code).toBe('structural-change');
    expect(problem?.faults.map(({ pointer }) => pointer)).toEqual(['/versions']);
    expect(problemIn(() => assertExpected('major', '1.0', []))).toBeUndefined();
  });
});
