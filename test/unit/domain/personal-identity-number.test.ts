import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIdentityNumber } from '../../../shared/domain/personal-identity-number.ts';
import {
  completed,
  hyphenated,
  impossibleDate,
  personnummer,
  reserveNumber,
  samordningsnummer,
} from './identity-numbers.ts';
import * as published from './test-persons.ts';

const accepted = (number: string) => ({ kind: 'personnummer', number });
const refused = (reason: string) => ({ kind: 'refused', code: `identity-number-${reason}` });
const all = Object.entries(published.personnummer).flatMap(([age, numbers]) =>
  numbers.map((number) => ({ age, number })),
);

describe('ID-4 Skatteverket’s published numbers', () => {
  it.each(all)('reads $number ($age) as a personnummer', ({ number }) => {
    expect(readIdentityNumber(number)).toEqual(accepted(number));
  });

  it.each(Object.entries(published.samordningsnummer))('knows a samordningsnummer with %s', (_, number) => {
    expect(readIdentityNumber(number)).toEqual(refused('coordination'));
  });

  it.each([
    ['checksum', published.invalid.checksum],
    ['date', published.invalid['month 13']],
    ['date', published.invalid['30 February']],
    ['format', published.invalid['eleven digits']],
    ['reserve', published.invalid['reserve number']],
  ])('says what is wrong, %s, with %s', (reason, number) => {
    expect(readIdentityNumber(number)).toEqual(refused(reason));
  });
});

describe('ID-4 every personnummer', () => {
  it('is accepted when its date exists and its check digit is right', () => {
    fc.assert(
      fc.property(personnummer, (number) => {
        expect(readIdentityNumber(number)).toEqual(accepted(number));
      }),
    );
  });

  it('is refused by its checksum when its last digit is any other', () => {
    fc.assert(
      fc.property(personnummer, fc.integer({ min: 1, max: 9 }), (number, step) => {
        const other = (Number(number.at(-1)) + step) % 10;
        expect(readIdentityNumber(number.slice(0, -1) + other)).toEqual(refused('checksum'));
      }),
    );
  });

  it('is never accepted when one digit of the last ten has changed', () => {
    fc.assert(
      fc.property(
        personnummer,
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, step) => {
          const other = (Number(number[at]) + step) % 10;
          const changed = number.slice(0, at) + other + number.slice(at + 1);
          expect(readIdentityNumber(changed).kind).toBe('refused');
        },
      ),
    );
  });

  it('knows the leap day of years that have one and of no others', () => {
    const leapDay = completed('20000229123');
    expect(readIdentityNumber(leapDay)).toEqual(accepted(leapDay));
    expect(readIdentityNumber(completed('19000229123'))).toEqual(refused('date'));
  });
});

describe('ID-4 numbers that are no personnummer', () => {
  it('knows every samordningsnummer, also with month 00 and day 60, whatever its check digit', () => {
    fc.assert(
      fc.property(samordningsnummer, fc.integer({ min: 0, max: 9 }), (number, last) => {
        expect(readIdentityNumber(number)).toEqual(refused('coordination'));
        expect(readIdentityNumber(number.slice(0, -1) + last)).toEqual(refused('coordination'));
      }),
    );
  });

  it('knows a reserve number by its letters, also where its digits alone would pass', () => {
    fc.assert(
      fc.property(reserveNumber, (number) => {
        expect(readIdentityNumber(number)).toEqual(refused('reserve'));
      }),
    );
  });

  it.each(['999905081239', '219905081239', '020001011238', '184905081239'])(
    'refuses %s, whose year nobody alive was born in',
    (number) => {
      expect(readIdentityNumber(number)).toEqual(refused('date'));
    },
  );

  it('refuses every date that no calendar has', () => {
    fc.assert(
      fc.property(impossibleDate, (number) => {
        expect(readIdentityNumber(number)).toEqual(refused('date'));
      }),
    );
  });

  it('refuses other lengths and characters as format, and never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^\d{0,20}$/),
      personnummer.map((number) => ` ${number}`),
      personnummer.map((number) => `${number}\n`),
      personnummer.map((number) => number.slice(2)),
      personnummer.map((number) => `${number.slice(0, 8)}+${number.slice(8)}`),
      personnummer.map((number) => `${number.slice(0, 6)}-${number.slice(6)}`),
    );
    fc.assert(
      fc.property(
        text.filter((value) => !/^\d{8}-?[0-9A-Z]{4}$/.test(value)),
        (value) => {
          expect(readIdentityNumber(value)).toEqual(refused('format'));
        },
      ),
    );
  });
});

describe('ID-4 the hyphen', () => {
  it('changes nothing in what a number is', () => {
    const anyNumber = fc.oneof(
      personnummer,
      samordningsnummer,
      impossibleDate,
      reserveNumber,
      fc.stringMatching(/^\d{12}$/),
    );
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(readIdentityNumber(hyphenated(number))).toEqual(readIdentityNumber(number));
      }),
    );
  });
});
