import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phq9 } from '../../../infra/local/demo/content.ts';
import { contentId, form } from '../../../shared/domain/form/form.ts';
import { aChoice, aForm, aScoring, aText, scoredForm } from './form-examples.ts';

const faults = (value: unknown): { path: string; message: string }[] =>
  form.safeParse(value).error?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? [];
const paths = (value: unknown): string[] => faults(value).map(({ path }) => path);

describe('AUT-3 a form', () => {
  it('is read as written when it is sound, PHQ-9 among them', () => {
    expect(form.parse(phq9)).toEqual(phq9);
    expect(form.parse(aForm({ questions: [aChoice('q'), aText('t')] }))).toEqual(
      aForm({ questions: [aChoice('q'), aText('t')] }),
    );
  });

  it('names every id that stands twice, among questions and within each question’s options', () => {
    const twice = { ...aChoice('q'), options: [0, 1, 2].map(() => ({ optionId: 'o', label: 'Svar' })) };
    expect(faults(aForm({ questions: [aText('t'), twice, aText('t')] }))).toEqual([
      { path: 'questions', message: 'Question id t stands twice' },
      { path: 'questions.1.options', message: 'Option id o stands twice' },
      { path: 'questions.1.options', message: 'Option id o stands twice' },
    ]);
  });

  it.each([
    ['no question', aForm({ questions: [] }), 'questions'],
    ['a choice with one option', aForm({ questions: [aChoice('q', [1])] }), 'questions.0.options'],
    ['a text without room', aForm({ questions: [aText('t', { maxLength: 0 })] }), 'questions.0.maxLength'],
    ['a title of blanks', aForm({ title: '  ' }), 'title'],
    ['an unknown field', { ...aForm(), colour: 'red' }, ''],
    ['another kind', { ...aForm(), kind: 'calendar' }, 'kind'],
  ])('is refused with %s', (_, value, path) => {
    expect(paths(value)).toContain(path);
  });
});

describe('CARE-8 the scoring of a form', () => {
  it('sums only questions whose every option has a score, and flags only those', () => {
    const questions = [aChoice('q'), aChoice('half', [0, undefined]), aText('t')];
    const scoring = aScoring({
      questionIds: ['q', 'half', 't', 'missing'],
      flags: [
        { questionId: 'q', above: 0, label: 'Ja' },
        { questionId: 't', above: 0, label: 'Nej' },
      ],
    });
    expect(paths(aForm({ questions, scoring }))).toEqual([
      'scoring.questionIds.1',
      'scoring.questionIds.2',
      'scoring.questionIds.3',
      'scoring.flags.1',
    ]);
  });

  it('accepts every set of bands that rises without gap or overlap', () => {
    fc.assert(
      fc.property(scoredForm, (value) => {
        expect(faults(value)).toEqual([]);
      }),
    );
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
        expect(paths({ ...value, scoring })).toEqual([`scoring.bands.${at}`]);
      }),
    );
  });

  it('refuses a band that ends before it begins', () => {
    const bands = [{ from: 1, to: 0, label: 'Bakvänt' }];
    expect(paths(aForm({ scoring: aScoring({ bands }) }))).toEqual(['scoring.bands.0']);
  });
});

describe('AUT-8 a content id', () => {
  it.each(['a', '9', 'phq-9', 'a-', 'a'.repeat(64)])('may be %s', (id) => {
    expect(contentId.parse(id)).toBe(id);
  });

  it.each(['', '-a', 'A', 'å', 'a b', 'a_b', 'a/b', 'a#b', 'a\n', '__proto__', 'a'.repeat(65)])(
    'may not be %j',
    (id) => {
      expect(contentId.safeParse(id).success).toBe(false);
    },
  );
});
