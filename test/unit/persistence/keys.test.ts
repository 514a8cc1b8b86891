import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keys, partsOf, prefix } from '../../../shared/persistence/keys.ts';
import { runs } from '../../support/property-runs.ts';
import { anyKey, groups, version } from './key-examples.ts';

describe('ORG-1 every key', () => {
  it('gives back exactly the parts it was made of, whatever characters stand in them', () => {
    fc.assert(
      fc.property(anyKey, ({ key, pk, sk }) => {
        expect(partsOf(key.pk)).toEqual(pk);
        expect(partsOf(key.sk)).toEqual(sk);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('belongs to one input of one builder: nobody can forge a neighbour’s', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (one, other) => {
        const same = one.builder === other.builder && one.args.join('\0') === other.args.join('\0');
        fc.pre(!same);
        expect(one.key).not.toEqual(other.key);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('belongs to one input also among the inputs most alike', () => {
    const alike = fc.stringMatching(/^[#%235]{0,3}$/);
    const pair = fc.tuple(alike, alike);
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        fc.pre(one[0] !== other[0] || one[1] !== other[1]);
        expect(keys.role('s', ...one)).not.toEqual(keys.role('s', ...other));
        expect(keys.approval(...one)).not.toEqual(keys.approval(...other));
      }),
      { numRuns: runs(5000) },
    );
  });

  it('is covered here: there is no builder without an example', () => {
    const examples = Object.values(groups)
      .flat()
      .flatMap((builder) => fc.sample(builder, { numRuns: 1, seed: 1 }).map((built) => built.builder));
    expect(examples.toSorted()).toEqual(Object.keys(keys).toSorted());
  });
});

describe('PUB-7 the keys of versions', () => {
  const compare = (one: string, other: string) => Math.sign(Number(one > other) - Number(one < other));

  it('sort as their numbers do', () => {
    fc.assert(
      fc.property(version, version, (one, other) => {
        const [a = 0, b = 0] = one.split('.').map(Number);
        const [c = 0, d = 0] = other.split('.').map(Number);
        const byKey = compare(keys.version('m', one).sk, keys.version('m', other).sk);
        expect(byKey).toBe(Math.sign(a - c || b - d));
      }),
    );
  });

  it('sort as their numbers do where they are activated, too', () => {
    const major = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(major, major, (one, other) => {
        const [first, second] = [one, other].map((number) => keys.activation('u', 'm', number).sk);
        expect(compare(first ?? '', second ?? '')).toBe(Math.sign(one - other));
      }),
    );
  });

  it('gather the modules of their own version and of no other', () => {
    const near = fc.constantFrom('1.0', '1.1', '1.10', '1.100', '10.0', '11.0', '2.0', '1.9999');
    fc.assert(
      fc.property(fc.oneof(...groups.moments), fc.oneof(near, version), (built, wanted) => {
        const own = built.builder === 'versionModule' && built.args[1] === wanted;
        expect(built.key.sk.startsWith(prefix.versionModules(wanted))).toBe(own);
      }),
    );
    for (const v of ['1.0', '1.10', '11.0'])
      expect(keys.versionModule('m', v, 'part').sk.startsWith(prefix.versionModules(v))).toBe(true);
  });
});

describe('ORG-1 the prefix of a part of a partition', () => {
  const heads = [
    [
      'a draft with all its parts',
      prefix.draft,
      ['moment', 'draftOutline', 'draftBasis', 'draftModule', 'draftForm'],
    ],
    ['saves', prefix.saves, ['savedPart']],
    ['versions', prefix.versions, ['version']],
    ['recalls', prefix.recalls, ['recall']],
    ['events', prefix.momentEvents, ['momentEvent']],
    ['offers', prefix.offers, ['offer']],
    ['all test data', prefix.tests, ['testRun', 'testForm']],
    ['media', prefix.media, ['media']],
  ] as const satisfies readonly (readonly [string, string, readonly string[]])[];

  it.each(heads)('finds %s in a moment and nothing else', (_, begins, builders) => {
    const wanted: readonly string[] = builders;
    fc.assert(
      fc.property(fc.oneof(...groups.moments), ({ builder, key }) => {
        expect(key.sk.startsWith(begins)).toBe(wanted.includes(builder));
      }),
    );
  });

  it('finds what one save or one test has, and no other’s', () => {
    const alike = fc.stringMatching(/^[#%235]{0,3}$/);
    fc.assert(
      fc.property(alike, alike, alike, (one, other, part) => {
        const own = one === other;
        expect(keys.savedPart('m', one, part).sk.startsWith(prefix.savedParts(other))).toBe(own);
        expect(keys.testForm('m', one, part).sk.startsWith(prefix.testForms(other))).toBe(own);
      }),
    );
  });

  it('finds the pages of one form, and no other’s, in the order of their days and numbers', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[#%235]{0,3}$/), fc.stringMatching(/^[#%235]{0,3}$/), (one, other) => {
        expect(keys.formPage('i', one, '3').sk.startsWith(prefix.pagesOf(other))).toBe(one === other);
      }),
    );
    const sorted = (pages: readonly string[]) =>
      pages.toSorted((one, two) =>
        keys.formPage('i', 'f', one).sk < keys.formPage('i', 'f', two).sk ? -1 : 1,
      );
    expect(sorted(['10', '9', '100'])).toEqual(['9', '10', '100']);
    expect(sorted(['2027-01-01', '2026-12-31'])).toEqual(['2026-12-31', '2027-01-01']);
  });

  it.each([
    ['formInstance', prefix.forms],
    ['result', prefix.results],
    ['message', prefix.messages],
    ['comment', prefix.comments],
    ['flag', prefix.flags],
    ['clearedFlag', prefix.clearedFlags],
  ])('finds every %s under an instance and nothing else', (wanted, begins) => {
    fc.assert(
      fc.property(fc.oneof(...groups.instances), ({ builder, key }) => {
        expect(key.sk.startsWith(begins)).toBe(builder === wanted);
      }),
    );
  });
});
