import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../shared/domain/instant.ts';

describe('ORG-2 an instant', () => {
  it('is kept in one spelling', () => {
    expect(instant.parse('2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00.000Z');
    expect(instant.parse('2026-01-01T00:00:00.5Z')).toBe('2026-01-01T00:00:00.500Z');
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
