import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/domain/content/difference.ts';
import { detailDifferences } from '../../../../shared/domain/moment/comparing/detail-differences.ts';

const line = (pointer: string, text = 'Differs'): Difference => ({
  ...{ kind: 'wording', pointer, code: 'odd', detail: { sv: text, en: text } },
});

describe('AUT-8 what differs inside a part', () => {
  it('stands in the place of the line that says only that the part differs', () => {
    const inside = new Map([['/modules/m', [line('/steps/s1', 'One'), line('', 'Other')]]]);
    expect(detailDifferences([line('/outline/title'), line('/modules/m'), line('/forms/f')], inside)).toEqual(
      [
        line('/outline/title'),
        line('/modules/m/steps/s1', 'One'),
        line('/modules/m', 'Other'),
        line('/forms/f'),
      ],
    );
  });

  it('never makes a line go: a part of which nothing more is known keeps its own', () => {
    expect(detailDifferences([line('/modules/m')], new Map([['/modules/m', []]]))).toEqual([
      line('/modules/m'),
    ]);
  });
});
