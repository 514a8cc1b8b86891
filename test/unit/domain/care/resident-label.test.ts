import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNamesNobody } from '../../../../shared/domain/care/resident-label.ts';
import { runs } from '../../../support/property-runs.ts';
import { refusal } from '../../refusal.ts';

const personnummer = '199005092383';
const refused = (label: string | undefined, name: string) =>
  refusal(() => assertNamesNobody(label, { name, personnummer }));

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijåäöé'), minLength: 2, maxLength: 12 });
const surroundings = fc.string({ unit: fc.constantFrom(...'xyz -'), maxLength: 6 });

describe('ID-9 a label names nobody', () => {
  it('whatever stands around a part of the name, and in whatever case', () => {
    fc.assert(
      fc.property(letters, letters, surroundings, surroundings, (first, last, before, after) => {
        const label = `${before} ${last.toUpperCase()} ${after}`;
        expect(refused(label, `${first} ${last}`)).toBe('label-names-resident');
      }),
      { numRuns: runs(200) },
    );
  });

  it('and says what it likes where nothing of the name is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'qvwxz 1'), maxLength: 30 }), (label) => {
        expect(refused(label, 'Selma Hemliden')).toBeUndefined();
      }),
      { numRuns: runs(200) },
    );
  });

  it.each([
    ['Hemlidens dotter', 'Selma Hemliden', 'label-names-resident'],
    ['sélma', 'Selma Hemliden', 'label-names-resident'],
    ['S e l m a', 'Selma Hemliden', 'label-names-resident'],
    ['Ekonomi', 'Bo Ek', undefined],
    ['ek', 'Bo Ek', 'label-names-resident'],
    ['Född 900509', 'Bo Ek', 'label-names-resident'],
    ['23-83', 'Bo Ek', 'label-names-resident'],
    ['Grupp 4', 'Bo Ek', undefined],
    [undefined, 'Bo Ek', undefined],
  ])('%s for %s: %s', (label, name, code) => {
    expect(refused(label, name)).toBe(code);
  });
});
