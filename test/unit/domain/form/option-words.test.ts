import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptForm } from '../../../../functions/authoring/content-changes.ts';
import { compareForms } from '../../../../shared/domain/form/comparing/compare-forms.ts';
import {
  optionWordsOf,
  takesAnothersWords,
  withEarlierWords,
} from '../../../../shared/domain/form/comparing/option-words.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { runs } from '../../../support/property-runs.ts';

/** A form of questions whose options say these words. */
const saying = (...questions: (readonly string[])[]): Form => ({
  ...{ formId: 'f', kind: 'ordinary', title: 'F' },
  pages: [
    {
      pageId: 'p',
      questions: questions.map((labels, at) => ({
        ...{ type: 'single-choice', questionId: `q${at}`, text: 'Hur?', required: true },
        options: labels.map((label, place) => ({ optionId: `o${place}`, label })),
      })),
    },
  ],
});

const taken = (before: Form, after: Form): boolean =>
  takesAnothersWords(optionWordsOf(before), optionWordsOf(after));
const structureIn = (before: Form, after: Form) =>
  compareForms(before, after)
    .filter(({ kind }) => kind === 'structure')
    .map(({ pointer, detail }) => `${pointer} ${detail.en}`);

const words = fc.uniqueArray(fc.constantFrom('Ja', 'Nej', 'Ibland', 'Ofta', 'Aldrig', 'Vet inte'), {
  ...{ minLength: 3, maxLength: 3 },
});

describe('AUT-8 options that change words with one another', () => {
  it('need a new major, and it is said which took whose', () => {
    const [before, after] = [saying(['Ja', 'Nej'], ['A', 'B']), saying(['Nej', 'Ja'], ['A', 'B'])];
    expect(taken(before, after)).toBe(true);
    expect(structureIn(before, after)).toEqual([
      '/pages/0/questions/0/options/0/label Option o0 of question q0 has taken the words that option o1 had',
      '/pages/0/questions/0/options/1/label Option o1 of question q0 has taken the words that option o0 had',
    ]);
  });

  it.each([
    ['are put in other words', ['Ja', 'Nej'], ['Jo', 'Nej tack'], false],
    ['are the same', ['Ja', 'Nej'], ['Ja', 'Nej'], false],
    ['take the words of one that takes others', ['Ja', 'Nej'], ['Nej', 'Aldrig'], true],
    ['come to say the same as another did', ['Ja', 'Nej'], ['Nej', 'Nej'], true],
  ])('are found where they %s: %j, %j', (_, was, is, expected) => {
    expect(taken(saying(was), saying(is))).toBe(expected);
    expect(structureIn(saying(was), saying(is)).length > 0).toBe(expected);
  });

  it('are looked for within a question alone', () => {
    expect(taken(saying(['Ja', 'Nej'], ['A', 'B']), saying(['A', 'Nej'], ['Ja', 'B']))).toBe(false);
  });

  it('are found without reading the form, just where reading it finds them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }), (questions) => {
        const before = saying(...questions.map(([was]) => was));
        const after = saying(...questions.map(([, is]) => is));
        expect(taken(before, after)).toBe(structureIn(before, after).length > 0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('are found through any minors between', () => {
    const [first, second, third] = [saying(['Ja', 'Nej']), saying(['Ja', 'Inte']), saying(['Nej', 'Inte'])];
    const kept = withEarlierWords(optionWordsOf(first), optionWordsOf(second));
    expect(taken(second, third)).toBe(false);
    expect(takesAnothersWords(kept, optionWordsOf(third))).toBe(true);
    expect(takesAnothersWords(kept, optionWordsOf(first))).toBe(false);
  });

  it('in a form with very many words, any other word is a new major', () => {
    const many = (last: string) =>
      saying(...Array.from({ length: 50 }, (_, at) => [`a${at}`, `b${at}`, `c${at}`, last]));
    expect(JSON.stringify(keptForm('m', many('d')).ref.words).length).toBeLessThan(200);
    expect(taken(many('d'), many('d'))).toBe(false);
    expect(taken(many('d'), many('e'))).toBe(true);
  });
});
