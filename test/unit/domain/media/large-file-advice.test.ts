import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaKind } from '../../../../shared/domain/media/format.ts';
import { largeFileAdvice, largeFrom } from '../../../../shared/domain/media/large-file-advice.ts';

describe('MED-5 a file that is large for a slow connection', () => {
  it('comes with how long it takes and what to do', () => {
    expect(largeFileAdvice({ kind: 'image', bytes: 4_000_000 })).toEqual({
      code: 'media-large',
      seconds: 16,
      megabitsPerSecond: 2,
      advice: {
        sv: 'Exportera bilden mindre, om den då ser ut som den ska: den visas precis som du laddar upp den.',
        en: 'Export the picture smaller, if it still looks as it should: it is shown just as you upload it.',
      },
    });
    expect(largeFileAdvice({ kind: 'film', bytes: 500e6 })?.seconds).toBe(2000);
  });

  it('is warned of from the threshold of its kind, and never below', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...mediaKind.options),
        fc.integer({ min: 1, max: 500e6 }),
        (kind, bytes) => {
          const advice = largeFileAdvice({ kind, bytes });
          expect(advice !== undefined).toBe(bytes >= largeFrom[kind]);
          if (advice) expect(advice.seconds).toBeGreaterThanOrEqual(bytes / 250_000);
        },
      ),
    );
    for (const kind of mediaKind.options) {
      expect(largeFileAdvice({ kind, bytes: largeFrom[kind] - 1 })).toBeUndefined();
      expect(largeFileAdvice({ kind, bytes: largeFrom[kind] })).toBeDefined();
    }
  });
});
