import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalDigits } from '../../../shared/domain/decimal-digits.ts';

const limit = decimalDigits({ min: 1, max: 100 });

describe('SEC-3 a number in an address', () => {
  it('is written in digits, and nothing else that JavaScript takes for a number', () => {
    for (const text of [
      '0x10',
      '1e1',
      ' 5',
      '5 ',
      '+5',
      '-5',
      '05',
      '5.0',
      '',
      '٥',
      '５',
      'Infinity',
      '0b1',
      '5n',
    ])
      expect({ text, taken: limit.safeParse(text).success }).toEqual({ text, taken: false });
    expect(limit.parse('50')).toBe(50);
  });

  it('is in its range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), (number) => {
        expect(limit.safeParse(String(number)).success).toBe(1 <= number && number <= 100);
      }),
    );
  });
});
