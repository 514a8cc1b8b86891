import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertAvailable,
  type CatalogueEntry,
  isOffered,
  type OfferedTo,
} from '../../../../shared/domain/moment/catalogue-entry.ts';
import { refusal } from '../../refusal.ts';

const party = fc.constantFrom('P1', 'P2', 'P3', 'P10');
const offer: fc.Arbitrary<OfferedTo> = fc.oneof(
  fc.constant('everyone' as const),
  fc.uniqueArray(party, { maxLength: 3 }),
);
const state = fc.constantFrom('published' as const, 'unpublished' as const);

const anEntry = (rest: Pick<CatalogueEntry, 'offeredTo' | 'state'>): CatalogueEntry => ({
  ...{ momentId: 'm', title: 'Ett moment', kind: 'course', open: false },
  ...{ publisherUnit: 'U', publisherProvider: 'P', latest: '1.0', versions: ['1.0'], words: [] },
  recalled: {},
  publishedAt: '2026-11-25T10:00:00.000Z',
  ...rest,
});

describe('PUB-3 whom a moment is offered to', () => {
  it('is those named and nobody else, or everyone; the publisher’s own provider is not named by itself', () => {
    fc.assert(
      fc.property(offer, party, (offeredTo, provider) => {
        const named = offeredTo === 'everyone' || offeredTo.some((one) => one === provider);
        expect(isOffered({ offeredTo }, provider)).toBe(named);
        expect(isOffered({ offeredTo: [] }, 'P')).toBe(false);
      }),
    );
  });
});

describe('PUB-3 PUB-6 what can be activated', () => {
  it('is offered and published; a provider that is not offered it is not told whether it is', () => {
    fc.assert(
      fc.property(offer, state, party, (offeredTo, published, provider) => {
        const entry = anEntry({ offeredTo, state: published });
        const isPublished = published === 'published' ? undefined : 'moment-unpublished';
        expect(refusal(() => assertAvailable(entry, provider))).toBe(
          isOffered(entry, provider) ? isPublished : 'moment-not-offered',
        );
      }),
    );
  });
});
