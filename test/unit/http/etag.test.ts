import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { etagOf, readIfMatch } from '../../../shared/http/etag.ts';

describe('AUT-7, CARE-7 an ETag', () => {
  it('comes back in If-Match as the version it was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (version) => {
        expect(readIfMatch(etagOf(version))).toBe(version);
        expect(readIfMatch(` ${etagOf(version)} `)).toBe(version);
      }),
    );
  });

  it('is strong: the version in quotes', () => {
    expect(etagOf(3)).toBe('"3"');
  });

  it('is only missed where the header is missing', () => {
    expect(readIfMatch(undefined)).toBeUndefined();
  });

  it.each([
    '',
    '3',
    'W/"3"',
    '*',
    '"3", "4"',
    '"3""4"',
    '"-1"',
    '"03"',
    '"00"',
    '"3.0"',
    '"abc"',
    '"1e3"',
    '""',
    `"${'9'.repeat(16)}"`,
  ])('is never %j', (header) => {
    expect(readIfMatch(header)).toMatchObject({ pointer: '/headers/if-match' });
  });

  it('is a fault, and no version, whatever else is sent', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((header) => !/^"(0|[1-9]\d{0,14})"$/.test(header.trim())),
        (header) => {
          expect(readIfMatch(header)).toMatchObject({ pointer: '/headers/if-match' });
        },
      ),
    );
  });
});
