import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/domain/content/difference.ts';
import { toldDifferences } from '../../../../shared/domain/moment/comparing/told-differences.ts';

const line = (kind: Difference['kind'], pointer: string, text = 'Differs'): Difference => ({
  ...{ kind, pointer, code: 'odd', detail: { sv: text, en: text } },
});
const anyLines = fc
  .array(fc.tuple(fc.constantFrom('structure' as const, 'wording' as const), fc.nat({ max: 4000 })), {
    ...{ maxLength: 300, size: 'max' },
  })
  .map((all) => all.map(([kind, length], at) => line(kind, `/${at}`, 'a'.repeat(length))));

describe('AUT-8 how much is told of what differs', () => {
  it('is all of it, as it comes, up to a hundred', () => {
    const all = Array.from({ length: 100 }, (_, at) => line(at % 2 ? 'structure' : 'wording', `/${at}`));
    expect(toldDifferences(all)).toEqual({ differences: all });
    expect(toldDifferences([])).toEqual({ differences: [] });
  });

  it('is what is structure first where there is more, and how many there are beside that', () => {
    const words = Array.from({ length: 150 }, (_, at) => line('wording', `/${at}`));
    const { differences, differencesLeft } = toldDifferences([...words, line('structure', '/built')]);
    expect(differences[0]?.pointer).toBe('/built');
    expect(differences).toHaveLength(100);
    expect(differencesLeft).toBe(51);
  });

  it('is bounded in lines and bytes, and never nothing; what is left out is counted', () => {
    fc.assert(
      fc.property(anyLines, (all) => {
        const { differences, differencesLeft = 0 } = toldDifferences(all);
        expect(differences.length + differencesLeft).toBe(all.length);
        expect(differences.length > 0).toBe(all.length > 0);
        expect(Buffer.byteLength(JSON.stringify(differences))).toBeLessThan(70_000);
      }),
    );
  });
});
