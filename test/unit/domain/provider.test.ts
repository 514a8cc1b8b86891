import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertConnected,
  assertMayBeGiven,
  county,
  type InformationMessage,
  isVisible,
  organisationNumber,
  type Provider,
} from '../../../shared/domain/provider.ts';
import { refusal } from '../refusal.ts';

const takes = (text: unknown): boolean => organisationNumber.safeParse(text).success;

/** The ten digits with the last one right: doubled from the first on, nines cast out. */
const withCheckDigit = (nine: readonly number[]): string => {
  const sum = nine.reduce((total, digit, at) => {
    const weighted = at % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(weighted / 10) + (weighted % 10);
  }, 0);
  return [...nine, (10 - (sum % 10)) % 10].join('');
};

const nine = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 2, max: 9 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([first, second, third, rest]) => [first, second, third, ...rest]);

describe('ORG-1 an organisation number', () => {
  it.each(['2321000016', '2120000142', '5565594230', '5560000167', '2021000985'])('%s is one', (text) => {
    expect(takes(text)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '5565594231'],
    ['a hyphen', '556559-4230'],
    ['a century before it', '165565594230'],
    ['nine digits', '556559423'],
    ['eleven digits', '55655942300'],
    ['digits of another script', '５５６５５９４２３０'],
    ['a line end after it', '5565594230\n'],
    ['a sole trader’s personnummer', '9005082392'],
    ['a samordningsnummer', '9001792382'],
    ['a month that could be', '5519594230'],
    ['nothing', ''],
    ['zeroes', '0000000000'],
    ['a number', 5565594230],
  ])('is not one with %s', (_, text) => {
    expect(takes(text)).toBe(false);
  });

  it('is every nine digits with their check digit, and no other', () => {
    fc.assert(
      fc.property(nine, fc.integer({ min: 1, max: 9 }), (digits, wrong) => {
        const right = withCheckDigit(digits);
        const last = (Number(right.at(-1)) + wrong) % 10;
        expect(takes(right)).toBe(true);
        expect(takes(`${right.slice(0, 9)}${last}`)).toBe(false);
      }),
    );
  });

  it('is asked of any text without failing', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof takes(value) === 'boolean'));
  });
});

describe('a county code', () => {
  it('is one of the twenty-one there are', () => {
    const all = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
    const real = '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25';
    expect(all.filter((code) => county.safeParse(code).success).join(' ')).toBe(real);
  });
});

const region: Provider = {
  ...{ hsaId: 'SE2321000016-1', name: 'R', kind: 'region', organisationNumber: '2321000016' },
  ...{ county: '12', state: 'connected' },
};

describe('ORG-2 a connected region', () => {
  it('gives its county', () => {
    expect(assertConnected(region)).toBe('12');
  });

  it.each([{ state: 'registered' }, { county: undefined }] as Partial<Provider>[])(
    'is not one with %j',
    (more) => {
      expect(refusal(() => assertConnected({ ...region, ...more }))).toBe('region-not-connected');
    },
  );
});

describe('ORG-3 a region hands out the service', () => {
  it.each([
    ['its own', region],
    ['a municipality’s', { ...region, hsaId: 'M', kind: 'municipality' }],
    ['a private provider’s', { ...region, hsaId: 'P', kind: 'private' }],
  ] as [string, Provider][])('to %s units', (_, owner) => {
    expect(() => assertMayBeGiven(owner, region.hsaId)).not.toThrow();
  });

  it('to no other region’s', () => {
    expect(refusal(() => assertMayBeGiven(region, 'SE2321000016-2'))).toBe('role-missing');
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
});
