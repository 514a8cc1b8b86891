import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertReached } from '../../../../shared/domain/moment/activation.ts';
import { refusal } from '../../refusal.ts';

describe('PUB-5 PUB-7 a version on a unit', () => {
  it('is read up to the minor that is active there, and no further', () => {
    // Past nine, so that minors are compared as numbers.
    const minor = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(minor, minor, fc.integer({ min: 1, max: 12 }), (active, asked, major) => {
        const refused = refusal(() => assertReached({ minor: active }, `${major}.${asked}`));
        expect(refused).toBe(asked <= active ? undefined : 'form-version-mismatch');
      }),
    );
  });
});
