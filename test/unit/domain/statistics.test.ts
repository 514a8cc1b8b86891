import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { month, monthOf, periodOf } from '../../../shared/domain/statistics.ts';
import { problemIn } from '../refusal.ts';

const aMonth = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, ordinal]) => `${String(year).padStart(4, '0')}-${String(ordinal).padStart(2, '0')}`);

/** Months since the year 0. */
const countOf = (text: string): number => {
  const [year = 0, ordinal = 0] = text.split('-').map(Number);
  return year * 12 + ordinal;
};

describe('ORG-8 a month', () => {
  it('is four digits, a hyphen and 01 to 12', () => {
    for (const text of ['2026-01', '2026-12', '0001-10']) expect(month.safeParse(text).success).toBe(true);
    for (const text of ['2026-00', '2026-13', '2026-1', '26-01', '2026-01-01', '2026-01\n', ' 2026-01', ''])
      expect(month.safeParse(text).success).toBe(false);
  });

  it('begins at Swedish midnight, winter and summer', () => {
    expect(monthOf('2026-06-30T21:59:59.999Z')).toBe('2026-06');
    expect(monthOf('2026-06-30T22:00:00.000Z')).toBe('2026-07');
    expect(monthOf('2026-12-31T22:59:59.999Z')).toBe('2026-12');
    expect(monthOf('2026-12-31T23:00:00.000Z')).toBe('2027-01');
  });
});

describe('ORG-8 the months asked for', () => {
  const now = '2026-03-15T12:00:00.000Z';

  it('are the last twelve where nothing is said', () => {
    expect(periodOf({}, now)).toEqual({ from: '2025-04', to: '2026-03' });
    expect(periodOf({ to: '2025-12' }, now)).toEqual({ from: '2025-01', to: '2025-12' });
    expect(periodOf({ from: '2020-01' }, now)).toEqual({ from: '2020-01', to: '2026-03' });
  });

  it('are a year up to any month', () => {
    fc.assert(
      fc.property(aMonth, (to) => {
        fc.pre(to >= '0002');
        const { from } = periodOf({ to }, now);
        expect(month.safeParse(from).success).toBe(true);
        expect(countOf(to) - countOf(from)).toBe(11);
      }),
    );
  });

  it('are refused backwards, and as they are otherwise', () => {
    fc.assert(
      fc.property(aMonth, aMonth, (from, to) => {
        if (from <= to) expect(periodOf({ from, to }, now)).toEqual({ from, to });
        else
          expect(problemIn(() => periodOf({ from, to }, now))).toMatchObject({
            ...{ code: 'validation-failed', faults: [{ pointer: '/query/from' }] },
          });
      }),
    );
  });

  it('never fail on the first year there is', () => {
    expect(periodOf({ to: '0000-05' }, now)).toEqual({ from: '0000-01', to: '0000-05' });
  });
});
