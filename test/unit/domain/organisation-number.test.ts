import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organisationNumber } from '../../../shared/domain/organisation-number.ts';

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
