import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInForce, mandate } from '../../../shared/domain/mandate.ts';
import { aMandate } from './representation-examples.ts';

const times = { validFrom: '2026-11-01T08:00:00.000Z', validTo: '2026-12-01T08:00:00.000Z' };

describe('ID-7 a mandate is in force', () => {
  it.each([
    ['not the millisecond before it begins', '2026-11-01T07:59:59.999Z', false],
    ['from the instant it begins', '2026-11-01T08:00:00.000Z', true],
    ['from that instant however it is written', '2026-11-01T08:00:00Z', true],
    ['to the millisecond before it ends', '2026-12-01T07:59:59.999Z', true],
    ['not at the instant it ends', '2026-12-01T08:00:00.000Z', false],
    ['not at that instant however it is written', '2026-12-01T08:00:00Z', false],
    ['not after', '2026-12-01T08:00:00.001Z', false],
  ])('%s', (_, now, holds) => {
    expect(isInForce(aMandate(times), now)).toBe(holds);
  });

  it('never once revoked', () => {
    const instant = fc
      .date({ min: new Date('2026-10-01'), max: new Date('2027-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
    fc.assert(
      fc.property(instant, (now) => {
        expect(isInForce(aMandate({ ...times, state: 'revoked' }), now)).toBe(false);
      }),
    );
  });

  it('never where it ends before it begins', () => {
    const turned = aMandate({ validFrom: times.validTo, validTo: times.validFrom });
    for (const now of [times.validFrom, times.validTo, '2026-11-15T08:00:00.000Z'])
      expect(isInForce(turned, now)).toBe(false);
  });
});

describe('ID-7 a mandate as it is kept', () => {
  it('names a purpose', () => {
    expect(mandate.safeParse(aMandate()).success).toBe(true);
    expect(mandate.safeParse(aMandate({ purposes: [] })).success).toBe(false);
  });
});
