import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/domain/instant.ts';

describe('ORG-2 an instant', () => {
  it('is kept in one spelling', () => {
    expect(instant.parse('2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00.000Z');
    expect(instant.parse('2026-01-01T00:00:00.5Z')).toBe('2026-01-01T00:00:00.500Z');
  });

  it('is kept in UTC, with whatever offset it was written', () => {
    expect(instant.parse('2026-06-01T08:00:00+02:00')).toBe('2026-06-01T06:00:00.000Z');
    expect(instant.parse('2026-01-01T00:30:00.5+01:00')).toBe('2025-12-31T23:30:00.500Z');
    expect(instant.parse('2026-01-01T00:00:00-09:30')).toBe('2026-01-01T09:30:00.000Z');
    for (const text of [
      '9999-12-31T23:59:59-01:00',
      '0000-01-01T00:00:00+01:00',
      '2026-01-01T00:00:00',
      '2026-01-01T00:00:00+25:00',
    ])
      expect(instant.safeParse(text).success).toBe(false);
  });

  it('sorts as text as it does in time', () => {
    const spelled = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString())
      .chain((text) => fc.constantFrom(text, text.replace(/\.\d+/, ''), text.replace(/\d\dZ/, 'Z')));
    fc.assert(
      fc.property(spelled, spelled, (one, other) => {
        const [early, late] = [instant.parse(one), instant.parse(other)];
        expect(early < late).toBe(Date.parse(one) < Date.parse(other));
      }),
    );
  });
});
