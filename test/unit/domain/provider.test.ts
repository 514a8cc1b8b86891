import { describe, expect, it } from 'vitest';
import {
  assertMayBeGiven,
  assertOwnHsaId,
  assertPosted,
  county,
  type InformationMessage,
  isVisible,
  type Provider,
} from '../../../shared/domain/provider.ts';
import { refusal } from '../refusal.ts';

describe('a county code', () => {
  it('is one of the twenty-one there are', () => {
    const all = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
    const real = '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25';
    expect(all.filter((code) => county.safeParse(code).success).join(' ')).toBe(real);
  });
});

const region: Provider = {
  ...{ hsaId: 'SE2321000016-1', name: 'R', kind: 'region', organisationNumber: '2321000016' },
  county: '12',
};

describe('ORG-3 a region hands out the service', () => {
  it.each([
    ['its own', region],
    ['a municipality’s in its county', { ...region, hsaId: 'M', kind: 'municipality' }],
    ['a private provider’s', { ...region, hsaId: 'P', kind: 'private', county: undefined }],
  ] as [string, Provider][])('to %s units', (_, owner) => {
    expect(() => assertMayBeGiven(owner, region)).not.toThrow();
  });

  it.each([
    ['no other region’s', { ...region, hsaId: 'SE2321000016-2' }],
    ['no municipality’s of another county', { ...region, hsaId: 'M', kind: 'municipality', county: '14' }],
    [
      'no municipality’s whose county is unknown',
      { ...region, hsaId: 'M', kind: 'municipality', county: undefined },
    ],
  ] as [string, Provider][])('to %s', (_, owner) => {
    expect(refusal(() => assertMayBeGiven(owner, region))).toBe('role-missing');
  });

  it('under an HSA-id that begins as the provider’s or the region’s, by id or organisation number', () => {
    const owner = { ...region, hsaId: 'TST5560000167-1', organisationNumber: '5590000000' };
    const outcome = (hsaId: string) => refusal(() => assertOwnHsaId(hsaId, [owner, region]));
    for (const own of ['TST5560000167-9', 'SE2321000016-9', 'SE5590000000-9', 'TST165590000000-9'])
      expect(outcome(own)).toBeUndefined();
    for (const foreign of ['SE5560000167-9', 'TST5560000168-9', 'SE55900000001-9', 'SE5565594230-9'])
      expect(outcome(foreign)).toBe('hsa-id-of-another');
  });
});

describe('ORG-10 when a message is shown', () => {
  const shown = (times: Partial<InformationMessage>, now: string): boolean =>
    isVisible(
      {
        ...{
          provider: 'P',
          messageId: 'm',
          text: 't',
          postedBy: 's',
          state: 'posted',
          visibleFrom: '2026-06-01T12:00:00.000Z',
        },
        ...times,
      },
      now,
    );

  it('is from its first instant until, and not at, its last', () => {
    const times = { visibleTo: '2026-06-02T12:00:00.000Z' };
    expect(shown(times, '2026-06-01T11:59:59.999Z')).toBe(false);
    expect(shown(times, '2026-06-01T12:00:00.000Z')).toBe(true);
    expect(shown(times, '2026-06-02T11:59:59.999Z')).toBe(true);
    expect(shown(times, '2026-06-02T12:00:00.000Z')).toBe(false);
    expect(shown({}, '2999-01-01T00:00:00.000Z')).toBe(true);
  });

  it('never once it is withdrawn, nor is it changed then', () => {
    const state = 'withdrawn';
    expect(shown({ state }, '2026-06-01T12:00:00.000Z')).toBe(false);
    expect(refusal(() => assertPosted({ state }))).toBe('illegal-state');
    expect(refusal(() => assertPosted({ state: 'posted' }))).toBeUndefined();
  });
});
