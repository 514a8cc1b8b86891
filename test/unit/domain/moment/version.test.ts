import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorOf, minorOf, momentVersion } from '../../../../shared/domain/moment/version.ts';

describe('AUT-8 a moment’s version', () => {
  it('is major and minor, and gives both back', () => {
    const number = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), number, (major, minor) => {
        const version = momentVersion.parse(`${major}.${minor}`);
        expect([majorOf(version), minorOf(version)]).toEqual([major, minor]);
      }),
    );
  });

  it.each([
    '',
    '1',
    '0.1',
    '01.0',
    '1.00',
    '1.01',
    '1.0.0',
    '10000.0',
    '1.10000',
    '1,0',
    ' 1.0',
    '1.0\n',
    '-1.0',
  ])('is not %j', (text) => {
    expect(momentVersion.safeParse(text).success).toBe(false);
  });
});
