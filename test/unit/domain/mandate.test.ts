import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accepted,
  answerEnds,
  awaitsProxy,
  isInForce,
  isLocked,
  knowsNumber,
  mandate,
  mandateLastsTo,
  mandateStanding,
  mostWrongNumbers,
  roomEnds,
  standingOf,
} from '../../../shared/domain/mandate.ts';
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

  it.each(['given', 'registered', 'confirmed', 'refused', 'resigned', 'revoked'] as const)(
    'never while %s',
    (state) => {
      const instant = fc
        .date({ min: new Date('2026-10-01'), max: new Date('2027-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString());
      fc.assert(
        fc.property(instant, (now) => {
          expect(isInForce(aMandate({ ...times, state }), now)).toBe(false);
        }),
      );
    },
  );

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

const state = fc.constantFrom(...mandate.shape.state.options);
const answerBy = '2026-11-10T08:00:00.000Z';
const within = fc.constantFrom('2026-11-10T07:59:59.999Z', answerBy, '2026-11-10T08:00:00.001Z');

describe('ID-7 a mandate that waits for the proxy', () => {
  it('was given or confirmed, and its time to answer is not over', () => {
    fc.assert(
      fc.property(state, within, (one, now) => {
        const waits = ['given', 'confirmed'].includes(one) && now < answerBy;
        expect(awaitsProxy(aMandate({ state: one, answerBy }), now)).toBe(waits);
      }),
    );
  });

  it('waits no longer once as many wrong numbers were written as may be, and not before', () => {
    const wait = (tries: number) => aMandate({ state: 'given', answerBy, wrongNumbers: tries });
    for (let tries = 0; tries < mostWrongNumbers + 3; tries += 1) {
      expect(isLocked(wait(tries))).toBe(tries >= mostWrongNumbers);
      expect(awaitsProxy(wait(tries), '2026-11-10T07:59:59.999Z')).toBe(tries < mostWrongNumbers);
    }
  });

  it('has thirty days, and never longer than it lasts', () => {
    const now = '2026-11-01T08:00:00.000Z';
    expect(answerEnds(now, '2030-01-01T00:00:00.000Z')).toBe('2026-12-01T08:00:00.000Z');
    expect(answerEnds(now, '2026-11-02T00:00:00.000Z')).toBe('2026-11-02T00:00:00.000Z');
  });

  it('takes the giver’s room for as many days, however soon it ends, and as long as it lasts', () => {
    const now = '2026-11-01T08:00:00.000Z';
    expect(roomEnds(now, '2030-01-01T00:00:00.000Z')).toBe('2030-01-01T00:00:00.000Z');
    expect(roomEnds(now, '2026-11-02T08:00:00.000Z')).toBe('2026-12-01T08:00:00.000Z');
  });

  it('lasts a day at least, from when it can first be in force', () => {
    const now = '2026-11-01T08:00:00.000Z';
    const aDayLater = '2026-11-02T08:00:00.000Z';
    expect(mandateLastsTo(now, now)).toBe(aDayLater);
    expect(mandateLastsTo('2020-01-01T00:00:00.000Z', now)).toBe(aDayLater);
    expect(mandateLastsTo('2027-01-01T00:00:00.000Z', now)).toBe('2027-01-02T00:00:00.000Z');
  });

  it('stands to the giver as if nobody had answered where it was refused', () => {
    fc.assert(
      fc.property(within, fc.constantFrom(undefined, 'U1'), (now, unit) => {
        const [refused, asked] = (['refused', unit ? 'confirmed' : 'given'] as const).map((one) =>
          standingOf(aMandate({ state: one, answerBy }, unit), now),
        );
        expect(refused).toBe(asked);
        expect(mandateStanding.options).toContain(refused);
      }),
    );
  });
});

describe('ID-7 the number of a proxy', () => {
  it('is the resident’s to see where they wrote it, or once the proxy has accepted', () => {
    fc.assert(
      fc.property(state, fc.constantFrom(undefined, 'U1'), (one, unit) => {
        const asked = aMandate({ state: one }, unit);
        expect(knowsNumber(asked)).toBe(unit === undefined);
        expect(knowsNumber({ ...asked, ...accepted(answerBy), state: one })).toBe(true);
      }),
    );
  });
});
