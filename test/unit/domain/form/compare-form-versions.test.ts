import { describe, expect, it } from 'vitest';
import { compareFormVersions } from '../../../../shared/domain/form/comparing/compare-form-versions.ts';
import {
  type OptionWords,
  optionWordsOf,
  withEarlierWords,
} from '../../../../shared/domain/form/comparing/option-words.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { aChoice, ofQuestions } from './form-examples.ts';

const saying = (...labels: string[]): Form => {
  const question = aChoice('q', [0, 1, 2]);
  const options = question.options.map((one, at) => ({ ...one, label: labels[at] ?? one.label }));
  return ofQuestions([aChoice('other'), { ...question, options }]);
};
/** What a version's options have said, one minor after the other. */
const wordsOf = (...minors: Form[]): OptionWords | undefined =>
  minors.map(optionWordsOf).reduce((before, after) => withEarlierWords(before, after));
const told = (before: { form: Form; words: OptionWords | undefined }, after: Form) =>
  compareFormVersions(before, { form: after, words: optionWordsOf(after) }).map(
    ({ kind, pointer, detail }) => `${kind} ${pointer} ${detail.en}`,
  );

const options = '/pages/0/questions/1/options';

describe('AUT-8 which option takes words that another had', () => {
  const first = saying('Aldrig', 'Ibland', 'Ofta');
  const second = saying('Inte alls', 'Ibland', 'Ofta');
  const before = { form: second, words: wordsOf(first, second) };

  it('is said where it was in the version before', () => {
    expect(told(before, saying('Inte alls', 'Ofta', 'Mycket ofta'))).toEqual([
      `structure ${options}/1/label Option o1 of question q has taken the words that option o2 had`,
      `wording ${options}/2/label Option o2 of question q has another label`,
    ]);
  });

  it('is said where it was in an earlier minor, which neither of the two shows', () => {
    expect(told(before, saying('Inte alls', 'Aldrig', 'Ofta'))).toEqual([
      `structure ${options}/1/label Option o1 of question q says what another has said earlier in the major version`,
    ]);
  });

  it('is said of both at once', () => {
    expect(told(before, saying('Ofta', 'Aldrig', 'Jämt'))).toEqual([
      `structure ${options}/0/label Option o0 of question q has taken the words that option o2 had`,
      `wording ${options}/2/label Option o2 of question q has another label`,
      `structure ${options}/1/label Option o1 of question q says what another has said earlier in the major version`,
    ]);
  });

  it('is not said of one that takes back its own', () => {
    expect(told(before, first)).toEqual([
      `wording ${options}/0/label Option o0 of question q has another label`,
    ]);
  });

  it('is not said where options stand in other places, for then nobody has taken another’s words', () => {
    const [page] = second.pages;
    const [other, question] = page?.questions ?? [];
    if (!other || question?.type !== 'single-choice') throw new Error('The form has a choice');
    const turned = ofQuestions([other, { ...question, options: question.options.toReversed() }]);
    expect(told(before, turned)).toEqual([
      `structure ${options} Question q has its options in another order`,
    ]);
  });

  it('is not known where there are too many words', () => {
    const many = { form: second, words: { whole: 'w', sets: [], of: [] } };
    expect(told(many, saying('Inte alls', 'Aldrig', 'Ofta'))).toEqual([
      `wording ${options}/1/label Option o1 of question q has another label`,
    ]);
  });
});
