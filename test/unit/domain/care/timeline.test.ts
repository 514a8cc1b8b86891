import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { earliestIdAt } from '../../../../shared/domain/care/timeline.ts';

const time = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2100, 0) });

describe('CARE-13 an instant among ids', () => {
  it('lies after every id of an earlier millisecond, and before all of its own and later ones', () => {
    fc.assert(
      fc.property(time, time, (one, other) => {
        const place = earliestIdAt(new Date(one).toISOString());
        expect(uuidv7({ msecs: other }) < place).toBe(other < one);
      }),
    );
  });
});
