import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodAnswers, phq9 } from '../../../../infra/local/demo/facts/content.ts';
import type { Answers } from '../../../../shared/domain/form/answers/answers.ts';
import { scoreForm } from '../../../../shared/domain/form/answers/outcome.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { questionsAsked } from '../../../../shared/domain/form/questions/questions-asked.ts';
import { questionsOf } from '../../../../shared/domain/form/questions/questions-of.ts';
import { runs } from '../../../support/property-runs.ts';
import { answered } from './arbitrary-answers.ts';
import { scoredForm } from './arbitrary-forms.ts';
import { aChoice, aNumber, aScale, aText, aYesNo, ofQuestions, someChoices } from './form-examples.ts';
import { phq9Summing } from './phq9-answers.ts';

describe('CARE-8 PHQ-9', () => {
  it.each([
    [0, 'Ingen eller minimal depression'],
    [4, 'Ingen eller minimal depression'],
    [5, 'Lindrig depression'],
    [9, 'Lindrig depression'],
    [10, 'Måttlig depression'],
    [14, 'Måttlig depression'],
    [15, 'Medelsvår depression'],
    [19, 'Medelsvår depression'],
    [20, 'Svår depression'],
    [27, 'Svår depression'],
  ])('gives %i the band %s', (score, band) => {
    expect(scoreForm(phq9, phq9Summing(score))).toMatchObject({ score, band });
  });

  it('sums what was answered, leaving out the item on difficulty', () => {
    expect(scoreForm(phq9, moodAnswers)).toMatchObject({ score: 11, band: 'Måttlig depression' });
  });

  it('has no score and no band while any of the nine is unanswered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 27 }), (item, total) => {
        const { [`phq-${item}`]: _, ...rest } = phq9Summing(total);
        expect(scoreForm(phq9, rest)).toMatchObject({ score: null, band: null });
      }),
    );
  });
});

describe('CARE-8 what an answer counts', () => {
  const bands = [{ from: -1000, to: 1000, label: 'Alla' }];
  it.each([
    ['the score of the option', aChoice('q', [3, 7]), 'o1', 7],
    ['the scores of the options together', someChoices('q', [1, 2, 4]), ['o2', 'o0'], 5],
    ['the number', aNumber('q'), -12, -12],
    ['the point on the scale', aScale('q', { max: 100 }), 73, 73],
    ['the score of yes', aYesNo('q', { scores: { yes: 2, no: 5 } }), true, 2],
    ['the score of no', aYesNo('q', { scores: { yes: 2, no: 5 } }), false, 5],
  ])('is %s', (_, question, answer, score) => {
    expect(scoreForm(ofQuestions([question], { bands }), { q: answer })).toEqual({
      score,
      band: 'Alla',
      flags: [],
    });
  });

  const followed = ofQuestions(
    [
      aYesNo('pain', { scores: { yes: 1, no: 0 } }),
      aScale('how-much', { followsUp: { questionId: 'pain', when: { is: true } } }),
    ],
    { questionIds: ['pain', 'how-much'], bands },
  );

  it('is nothing for a follow-up that is not asked, which leaves the sum as it is', () => {
    expect(scoreForm(followed, { pain: false })).toEqual({ score: 0, band: 'Alla', flags: [] });
    expect(scoreForm(followed, { pain: false, 'how-much': 9 })).toEqual({
      score: 0,
      band: 'Alla',
      flags: [],
    });
  });

  it('is missed for a follow-up that is asked and not answered, which leaves no sum', () => {
    expect(scoreForm(followed, { pain: true, 'how-much': 9 })).toMatchObject({ score: 10 });
    expect(scoreForm(followed, { pain: true })).toMatchObject({ score: null, band: null });
  });

  it('is missed when no choice was made', () => {
    const form = ofQuestions([someChoices('q', [1, 2], { required: false })], { bands });
    expect(scoreForm(form, { q: [] }).score).toBeNull();
  });
});

/** Written otherwise than the code: by what each type of answer means. */
const worth = (form: Form, given: Answers, questionId: string): number | undefined => {
  const question = questionsOf(form).find((item) => item.questionId === questionId);
  const answer = given[questionId];
  if (!question || answer === undefined) return undefined;
  if (typeof answer === 'number') return answer;
  if (typeof answer === 'boolean')
    return question.type === 'yes-no' && question.scores
      ? Number(question.scores[answer ? 'yes' : 'no'])
      : undefined;
  const chosen = [answer].flat();
  if (!('options' in question) || chosen.length === 0) return undefined;
  return chosen
    .map((id) => question.options.find(({ optionId }) => optionId === id)?.score ?? 0)
    .reduce((sum, score) => sum + score, 0);
};

describe('CARE-8 any scored form', () => {
  it('scores the sum of what was asked, in the one band that contains it, or nothing', () => {
    fc.assert(
      fc.property(scoredForm.chain(answered), ({ form, given }) => {
        const asked = questionsAsked(form, new Map(Object.entries(given)));
        const parts = (form.scoring?.questionIds ?? [])
          .filter((id) => asked.has(id))
          .map((id) => worth(form, given, id));
        const isWhole = parts.every((part) => part !== undefined);
        const sum = isWhole ? parts.reduce((total, part) => total + part, 0) : null;
        const around = form.scoring?.bands.find(({ from, to }) => sum !== null && from <= sum && sum <= to);
        expect(scoreForm(form, given)).toMatchObject({ score: sum, band: around?.label ?? null });
      }),
      { numRuns: runs(300) },
    );
  });

  it('has a score but no band where the sum lies outside all bands', () => {
    const narrow = ofQuestions([aChoice('q')], { bands: [{ from: 0, to: 0, label: 'Låg' }] });
    expect(scoreForm(narrow, { q: 'o1' })).toEqual({ score: 1, band: null, flags: [] });
  });

  it('has neither score, band nor flag without rules for them', () => {
    const plain = ofQuestions([aChoice('q'), aText('t')]);
    expect(scoreForm(plain, { q: 'o1', t: 'Bra' })).toEqual({ score: null, band: null, flags: [] });
  });
});
