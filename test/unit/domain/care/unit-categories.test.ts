import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoriesAfter, shownCategories } from '../../../../shared/domain/care/unit-categories.ts';
import { refusal } from '../../refusal.ts';

const ids = ['a', 'b', 'c', 'd'] as const;
const before = { a: 'Ett', b: 'Två', c: 'Tre' };
const given = fc.array(
  fc.record(
    { categoryId: fc.constantFrom(...ids), name: fc.constantFrom('Ett', 'ett', 'Nio', 'Tio', 'Elva') },
    { requiredKeys: ['name'] },
  ),
  { maxLength: 5 },
);

describe('CARE-14 the unit’s own categories', () => {
  it('are what was given, under the ids they had; or all is refused, where two are one or one is none', () => {
    fc.assert(
      fc.property(given, (wanted) => {
        const named = wanted.flatMap(({ categoryId }) => categoryId ?? []);
        const called = wanted.map(({ name }) => name.toLowerCase());
        const isUnclear =
          new Set(named).size < named.length ||
          new Set(called).size < called.length ||
          named.some((id) => !Object.hasOwn(before, id));
        let made = 0;
        const newId = () => {
          made += 1;
          return `new-${made}`;
        };
        const set = () => categoriesAfter(before, wanted, newId);
        if (isUnclear) {
          expect(refusal(set)).toBe('validation-failed');
          return;
        }
        const after = set();
        expect(Object.values(after).toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
        for (const { categoryId, name } of wanted) if (categoryId) expect(after[categoryId]).toBe(name);
        expect(made).toBe(wanted.length - named.length);
      }),
    );
  });

  it('are shown in alphabetical order, as Swedish has it, and none that was removed', () => {
    const names = { a: 'Övrigt', b: 'Ärende', c: 'Åter', d: 'Zon' };
    expect(shownCategories(names).map(({ name }) => name)).toEqual(['Zon', 'Åter', 'Ärende', 'Övrigt']);
    expect(shownCategories(names, ['b', 'gone', 'constructor'])).toEqual([
      { categoryId: 'b', name: 'Ärende' },
    ]);
  });
});
