import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { form } from '../../../../shared/domain/form/form.ts';
import { runs } from '../../../support/property-runs.ts';
import { anyForm, scoredForm } from './arbitrary-forms.ts';
import { spoilt } from './form-changes.ts';
import {
  aChoice,
  aDate,
  aForm,
  aLine,
  aNumber,
  anInformation,
  aScale,
  aText,
  aTime,
  aYesNo,
  ofQuestions,
  someChoices,
} from './form-examples.ts';
import { faultPaths, faultsOf } from './form-faults.ts';

describe('AUT-3 a form', () => {
  it('is read as written when it is sound, PHQ-9 among them', () => {
    expect(form.parse(phq9)).toEqual(phq9);
    fc.assert(
      fc.property(anyForm, (value) => {
        expect(form.parse(value)).toEqual(value);
      }),
    );
  });

  it('is judged without failing, whatever is wrong in it', () => {
    fc.assert(
      fc.property(anyForm.chain(spoilt), (value) => {
        form.safeParse(value);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is ordinary, tab or calendar', () => {
    for (const kind of ['ordinary', 'tab', 'calendar'] as const)
      expect(faultsOf(aForm({ kind }))).toEqual([]);
    expect(faultPaths({ ...aForm(), kind: 'other' })).toEqual(['kind']);
  });

  it('names each id that stands twice: pages, questions on all pages, and options', () => {
    const twice = { ...aChoice('q'), options: [0, 1, 2].map(() => ({ optionId: 'o', label: 'Svar' })) };
    const pages = [
      { pageId: 'p', questions: [aText('t'), twice] },
      { pageId: 'p', questions: [aText('t')] },
    ];
    expect(faultsOf(aForm({ pages }))).toEqual([
      'pages: Page p stands twice',
      'pages: Question t stands twice',
      'pages.0.questions.1.options: Option o stands twice',
    ]);
  });

  it('has at most 200 questions, however many pages', () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, page) => ({
        pageId: `p${page}`,
        questions: Array.from({ length: 50 }, (_item, at) => aText(`q${page}-${at}`)),
      }));
    expect(faultsOf(aForm({ pages: pages(4) }))).toEqual([]);
    expect(faultsOf(aForm({ pages: pages(5) }))).toEqual(['pages: At most 200 questions in all']);
  });

  it.each([
    ['no page', aForm({ pages: [] }), 'pages'],
    ['an empty page', aForm({ pages: [{ pageId: 'p', questions: [] }] }), 'pages.0.questions'],
    ['a title of blanks', aForm({ title: '  ' }), 'title'],
    ['a title with half a character', aForm({ title: 'En\ud800' }), 'title'],
    [
      'text that turns its direction',
      ofQuestions([aText('t', { text: 'a\u202eb' })]),
      'pages.0.questions.0.text',
    ],
    ['an unknown field', { ...aForm(), colour: 'red' }, ''],
  ])('is refused with %s', (_, value, path) => {
    expect(faultPaths(value)).toEqual([path]);
  });
});

describe('AUT-3 a question', () => {
  it.each([
    ['a short text', aLine('q', { maxLength: 200 })],
    ['a long text', aText('q', { maxLength: 4000 })],
    ['a single choice', aChoice('q')],
    ['a multiple choice', someChoices('q', [1], { atLeast: 1, atMost: 1 })],
    ['a number', aNumber('q', { min: -0.1234, max: -0.1234, decimals: 4, unit: 'kg' })],
    ['a scale', aScale('q', { min: -1000, max: 1000, step: 500 })],
    ['a date', aDate('q', { earliest: '2024-02-29', latest: '2024-02-29' })],
    ['a time', aTime('q', { earliest: '00:00', latest: '23:59' })],
    ['a time past midnight', aTime('q', { earliest: '20:00', latest: '03:00' })],
    ['a yes or no', aYesNo('q', { scores: { yes: 1, no: 0 } })],
    ['information', anInformation('q')],
  ])('may be %s', (_, question) => {
    expect(faultsOf(ofQuestions([question]))).toEqual([]);
  });

  it.each([
    ['a choice with one option', aChoice('q', [1]), 'options'],
    ['a line longer than 200', aLine('q', { maxLength: 201 }), 'maxLength'],
    ['a text without room', aText('q', { maxLength: 0 }), 'maxLength'],
    ['more choices than options', someChoices('q', [1], { atMost: 2 }), 'atMost'],
    ['more choices needed than options', someChoices('q', [1], { atLeast: 2 }), 'atLeast'],
    ['more choices needed than allowed', someChoices('q', [1, 2], { atLeast: 2, atMost: 1 }), 'atMost'],
    ['a most below the least', aNumber('q', { min: 1, max: 0 }), 'max'],
    ['a least between the numbers', aNumber('q', { min: 0.5 }), 'min'],
    ['a most between the numbers', aNumber('q', { max: 0.25, decimals: 1 }), 'max'],
    ['a number without end', aNumber('q', { max: 1e10 }), 'max'],
    ['fewer decimals than none', aNumber('q', { min: 1, decimals: -1 }), 'decimals'],
    ['a hundred and one decimals', aNumber('q', { max: 1, decimals: 101 }), 'decimals'],
    ['five decimals', aNumber('q', { decimals: 5 }), 'decimals'],
    ['a scale of one point', aScale('q', { min: 1, max: 1 }), 'max'],
    ['a scale that steps past its end', aScale('q', { max: 10, step: 3 }), 'step'],
    ['a scale between whole numbers', aScale('q', { max: 0.5 }), 'max'],
    ['a day that was not', aDate('q', { earliest: '2023-02-29' }), 'earliest'],
    ['days in the wrong order', aDate('q', { earliest: '2024-01-02', latest: '2024-01-01' }), 'latest'],
    ['an hour that is not', aTime('q', { latest: '24:00' }), 'latest'],
    ['information that must be answered', { ...anInformation('q'), required: true }, ''],
    ['another type', { ...aText('q'), type: 'colour' }, 'type'],
  ])('is refused with %s', (_, question, field) => {
    const pages = [{ pageId: 'page-1', questions: [aText('first'), question] }];
    expect(faultPaths({ ...aForm(), pages })).toEqual([
      ['pages.0.questions.1', field].filter((part) => part !== '').join('.'),
    ]);
  });
});

describe('CARE-8 the scoring of a form', () => {
  it('sums only questions whose every answer has a score', () => {
    const scored = [
      aChoice('single'),
      someChoices('several'),
      aScale('scale'),
      aNumber('whole'),
      aYesNo('yes', { scores: { yes: 1, no: 0 } }),
    ];
    const unscored = [
      aChoice('half', [0, undefined]),
      someChoices('none', [undefined]),
      aNumber('decimal', { decimals: 1 }),
      aYesNo('plain'),
      aText('text'),
      aDate('date'),
      anInformation('about'),
    ];
    const ids = (questions: readonly { questionId: string }[]) =>
      questions.map(({ questionId }) => questionId);
    const all = ofQuestions([...scored, ...unscored], {
      questionIds: [...ids(scored), ...ids(unscored), 'missing'],
    });
    expect(faultPaths(all)).toEqual([5, 6, 7, 8, 9, 10, 11, 12].map((at) => `scoring.questionIds.${at}`));
  });

  it('counts no question twice', () => {
    expect(faultsOf(ofQuestions([aChoice('q')], { questionIds: ['q', 'q'] }))).toEqual([
      'scoring.questionIds: Question q is counted twice',
    ]);
  });

  it('finds every gap and every overlap between bands, each at its band', () => {
    const broken = fc.tuple(
      scoredForm.filter(({ scoring }) => (scoring?.bands.length ?? 0) > 1),
      fc.nat(),
      fc.constantFrom(-3, -2, -1, 1, 2, 3),
    );
    fc.assert(
      fc.property(broken, ([value, pick, shift]) => {
        const bands = value.scoring?.bands ?? [];
        const at = 1 + (pick % (bands.length - 1));
        const moved = bands.map((band, index) =>
          index === at ? { ...band, from: band.from + shift } : band,
        );
        const scoring = { ...value.scoring, bands: moved };
        expect(faultPaths({ ...value, scoring })).toEqual([`scoring.bands.${at}`]);
      }),
    );
  });

  it('refuses a band that ends before it begins', () => {
    const bands = [{ from: 1, to: 0, label: 'Bakvänt' }];
    expect(faultPaths(ofQuestions([aChoice('q')], { bands }))).toEqual(['scoring.bands.0']);
  });
});
