import { describe, expect, it } from 'vitest';
import { compareForms } from '../../../../shared/domain/form/comparing/compare-forms.ts';
import { formSkeleton } from '../../../../shared/domain/form/comparing/skeleton.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import {
  asking,
  before,
  first,
  flaggedBy,
  flags,
  note,
  often,
  oftenAs,
  pain,
  scoredBy,
  scoring,
  second,
  unscored,
  weight,
} from './compared-forms.ts';
import { aText, ofQuestions } from './form-examples.ts';

describe('AUT-8 which change needs a new major version', () => {
  it.each<[string, Form, string[]]>([
    ['another kind', { ...before, kind: 'tab' }, ['/kind The form: kind was "ordinary" and is "tab"']],
    [
      'a new page',
      { ...before, pages: [...before.pages, { pageId: 'p3', questions: [aText('more')] }] },
      ['/pages/2 Page p3 is new in the form'],
    ],
    ['a page gone', { ...before, pages: [first] }, ['/pages Page p2 is gone from the form']],
    [
      'pages in another order',
      { ...before, pages: [second, first] },
      ['/pages The form has its pages in another order'],
    ],
    [
      'a new question',
      asking(pain, aText('more'), weight, note),
      ['/pages/1/questions/1 Question more is new in page p2'],
    ],
    ['a question gone', asking(pain, note), ['/pages/1/questions Question weight is gone from page p2']],
    [
      'questions in another order',
      asking(weight, pain, note),
      ['/pages/1/questions Page p2 has its questions in another order'],
    ],
    [
      'another type',
      asking(pain, aText('weight'), note),
      ['/pages/1/questions/1/type Question weight: type was "number" and is "long-text"'],
    ],
    [
      'what must be answered',
      asking(pain, weight, { ...note, required: true }),
      ['/pages/1/questions/2/required Question note: required was false and is true'],
    ],
    [
      'a wider range',
      asking({ ...pain, max: 100 }, weight, note),
      ['/pages/1/questions/0/max Question pain: max was 10 and is 100'],
    ],
    [
      'a range where none was',
      asking(pain, { ...weight, min: 1 }, note),
      ['/pages/1/questions/1/min Question weight: min was not set and is 1'],
    ],
    [
      'another unit',
      asking(pain, { ...weight, unit: 'lb' }, note),
      ['/pages/1/questions/1/unit Question weight: unit was "kg" and is "lb"'],
    ],
    [
      'another follow-up',
      oftenAs({ followsUp: { questionId: 'tired', when: { is: false } } }),
      [
        '/pages/0/questions/1/followsUp Question often: followsUp was (questionId "tired", when (is true)) and is (questionId "tired", when (is false))',
      ],
    ],
    [
      'a follow-up that is one no more',
      oftenAs({ followsUp: undefined }),
      [
        '/pages/0/questions/1/followsUp Question often: followsUp was (questionId "tired", when (is true)) and is not set',
      ],
    ],
    [
      'a new option',
      oftenAs({ options: [...often.options, { optionId: 'o3', label: 'Svar 3', score: 3 }] }),
      ['/pages/0/questions/1/options/3 Option o3 is new in question often'],
    ],
    [
      'an option gone',
      oftenAs({ options: often.options.slice(0, 2) }),
      ['/pages/0/questions/1/options Option o2 is gone from question often'],
    ],
    [
      'options in another order',
      oftenAs({ options: often.options.toReversed() }),
      ['/pages/0/questions/1/options Question often has its options in another order'],
    ],
    [
      'another score',
      oftenAs({ options: often.options.with(1, { optionId: 'o1', label: 'Svar 1', score: 5 }) }),
      ['/pages/0/questions/1/options/1/score Option o1 of question often: score was 1 and is 5'],
    ],
    ['no scoring', { ...unscored, flags }, [' The form has no scoring any more']],
    [
      'a sum of other questions',
      scoredBy({ questionIds: ['tired'] }),
      ['/scoring/questionIds The scoring: questionIds was "often", "tired" and is "tired"'],
    ],
    [
      'another bound between bands',
      scoredBy({
        bands: [
          { from: 0, to: 1, label: 'Låg' },
          { from: 2, to: 4, label: 'Hög' },
        ],
      }),
      [
        '/scoring/bands Band 0 to 2 is gone from the scoring',
        '/scoring/bands Band 3 to 4 is gone from the scoring',
        '/scoring/bands/0 Band 0 to 1 is new in the scoring',
        '/scoring/bands/1 Band 2 to 4 is new in the scoring',
      ],
    ],
    ['a flag gone', flaggedBy(...flags.slice(1)), ['/flags Flag tired is gone from the form']],
    [
      'a flag that is raised by another sum, and is urgent',
      flaggedBy(...flags.slice(1), {
        ...{ flagId: 'tired', level: 'urgent', label: 'Trött' },
        when: [{ sum: { from: 4 } }],
      }),
      [
        '/flags/1/level Flag tired: level was "notice" and is "urgent"',
        '/flags/1/when Flag tired: when was (questionId "tired", when (is true)), (sum (from 3)) and is (sum (from 4))',
      ],
    ],
  ])('says so: %s', (_, after, expected) => {
    const differences = compareForms(before, after);
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(['structure']));
    expect(differences.map(({ pointer, detail }) => `${pointer} ${detail.en}`)).toEqual(expected);
    expect(formSkeleton(after)).not.toEqual(formSkeleton(before));
  });

  it('is none in other words, which are told as that', () => {
    const after = asking({ ...pain, text: 'Hur ont har du?', minLabel: 'Ingen' }, weight, note);
    expect(compareForms(before, { ...after, title: 'Nytt' })).toMatchObject([
      { kind: 'wording', pointer: '/title', detail: { en: 'The form has another title' } },
      {
        ...{ kind: 'wording', pointer: '/pages/1/questions/0/text', code: 'text-changed' },
        detail: { sv: 'Frågan pain har en annan text i text', en: 'Question pain has another text' },
      },
      {
        kind: 'wording',
        pointer: '/pages/1/questions/0/minLabel',
        detail: { en: 'Question pain has another minLabel' },
      },
    ]);
  });

  it('is none where only the order of what has no order differs', () => {
    const after = {
      ...scoredBy({ questionIds: scoring.questionIds.toReversed() }),
      flags: flags.toReversed().map((flag) => ({ ...flag, when: flag.when.toReversed() })),
    };
    expect(after).not.toEqual(before);
    expect(compareForms(before, after)).toEqual([]);
    expect(formSkeleton(after)).toEqual(formSkeleton(before));
    const either = (anyOf: string[]) =>
      ofQuestions([often, aText('why', { followsUp: { questionId: 'often', when: { anyOf } } })]);
    expect(compareForms(either(['o1', 'o2']), either(['o2', 'o1']))).toEqual([]);
    expect(formSkeleton(either(['o1', 'o2']))).toEqual(formSkeleton(either(['o2', 'o1'])));
  });

  it('leads, where flags stand in another order, to the flag as it stands now', () => {
    const turned = flags.toReversed().map((flag, at) => (at === 0 ? { ...flag, label: 'Ny' } : flag));
    expect(compareForms(before, flaggedBy(...turned))).toMatchObject([
      {
        kind: 'wording',
        pointer: '/flags/0/label',
        detail: {
          sv: 'Flaggan pain har en annan text i label',
          en: 'Flag pain has another label',
        },
      },
    ]);
  });
});
