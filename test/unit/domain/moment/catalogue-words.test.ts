import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesSearch, searchedWords, wordsOf } from '../../../../shared/domain/moment/catalogue-words.ts';

/** Words as Swedish titles have them, with what looks alike but is not. */
const letter = fc.constantFrom(...'abcdefåäöéüçßøñÅÄÖÉABC019');
const word = fc.array(letter, { minLength: 2, maxLength: 12 }).map((letters) => letters.join(''));
const between = fc.constantFrom(' ', ' – ', ', ', ' (', '/', ' 😴 ', '-');
const title = fc
  .tuple(fc.array(fc.tuple(word, between), { minLength: 1, maxLength: 10 }))
  .map(([parts]) => parts.flat().join(''));

const finds = (text: string, given: string): boolean => matchesSearch(wordsOf(given), searchedWords(text));
const beginnings = (one: string): string[] =>
  [...one].slice(1).map((_, at) => [...one].slice(0, at + 2).join(''));

describe('PUB-4 a search', () => {
  it('finds a title by every beginning of every word, of two letters or more', () => {
    fc.assert(
      fc.property(title, (given) => {
        for (const one of wordsOf(given))
          for (const beginning of beginnings(one)) expect(finds(beginning, given)).toBe(true);
      }),
    );
  });

  it('finds it by several at once, in any order and case, and not where one of them is missing', () => {
    fc.assert(
      fc.property(title, fc.nat(), (given, seed) => {
        const words = wordsOf(given);
        const some = [words[seed % words.length], words[(seed * 7 + 1) % words.length]];
        const text = some.map((one, at) => (at === 0 ? one : one?.toLocaleUpperCase('sv'))).join(' ');
        fc.pre(!text.includes('SS'));
        expect(finds(text, given)).toBe(true);
        expect(finds(`${text} qqq`, given)).toBe(false);
      }),
    );
  });

  it('does not find a word by its middle or end', () => {
    expect(finds('skola', 'Sömnskola')).toBe(false);
    expect(finds('sömnskolan', 'Sömnskola')).toBe(false);
  });

  it.each([
    ['a', 'å'],
    ['a', 'ä'],
    ['o', 'ö'],
    ['e', 'é'],
  ])('does not take %s for %s', (plain, accented) => {
    const [one, other] = [`b${plain}b`, `b${accented}b`];
    expect(finds(one, other)).toBe(false);
    expect(finds(other, one)).toBe(false);
  });

  it('takes composed and decomposed letters for the same (NFC and NFD)', () => {
    fc.assert(
      fc.property(title, (given) => {
        expect(wordsOf(given.normalize('NFD'))).toEqual(wordsOf(given.normalize('NFC')));
        expect(finds('a\u030angest', 'Ångest')).toBe(true);
      }),
    );
  });

  it('begins with the word that finds fewest: the longest', () => {
    expect(searchedWords('må bättre nu')).toEqual(['bättre', 'må', 'nu']);
  });

  it('looks for no word of one letter', () => {
    expect(searchedWords('a ö 😴 –')).toEqual([]);
    expect(searchedWords('en å b')).toEqual(['en']);
  });
});

describe('PUB-4 a title’s words', () => {
  it('are as many as publishing writes, each once', () => {
    const many = Array.from({ length: 40 }, (_, at) => `ord${at % 20}`).join(' ');
    expect(wordsOf(many)).toHaveLength(12);
    expect(wordsOf('Sömn, sömn och SÖMN')).toEqual(['sömn', 'och']);
  });

  it('are found whole however long they are', () => {
    const long = `${'ä'.repeat(60)}x`;
    expect(finds(long, long)).toBe(true);
    expect(finds('ä'.repeat(40), long)).toBe(true);
  });
});
