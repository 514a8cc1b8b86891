import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hsaId } from '../../../shared/domain/hsa-id.ts';

describe('ORG-7 an HSA-id', () => {
  it.each(['SE2321000016-1003', 'SE165565594230-1000', 'TST5565594230-10R3072', 'TSTNMT2321000156-1002'])(
    'may be %s',
    (id) => {
      expect(hsaId.parse(id)).toBe(id);
    },
  );

  it('is kept in upper case, so that it compares ignoring case', () => {
    const written = fc.stringMatching(/^[A-Za-z]{2,6}\d{10}-[A-Za-z0-9]{1,14}$/);
    fc.assert(
      fc.property(written, (id) => {
        expect(hsaId.parse(id)).toBe(id.toUpperCase());
        expect(hsaId.parse(id.toLowerCase())).toBe(hsaId.parse(id));
      }),
    );
  });

  it.each([
    '',
    'SE232100001-1003',
    'SE2321000016',
    'SE2321000016-',
    'SE2321000016-åäö',
    'SE2321000016-10 03',
    'SE2321000016-1003#ROLE',
    'S2321000016-1003',
    'SE2321000016-1003\n',
    `SE2321000016-${'1'.repeat(19)}`,
  ])('is not %j', (id) => {
    expect(hsaId.safeParse(id).success).toBe(false);
  });
});
