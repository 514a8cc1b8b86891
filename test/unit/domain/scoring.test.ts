import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodAnswers, phq9 } from '../../../infra/local/demo/content.ts';
import { scoreForm } from '../../../shared/domain/form/scoring.ts';
import { aChoice, aForm, aScoring, scoredForm } from './form-examples.ts';
import { phq9Answers, phq9Summing } from './phq9-answers.ts';

const flag = { questionId: 'phq-9', label: 'Tankar på död eller självskada' };

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
    expect(scoreForm(phq9, moodAnswers)).toEqual({
      score: 11,
      band: 'Måttlig depression',
      flags: [flag],
    });
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

describe('CARE-9 the flag on PHQ-9’s item 9', () => {
  it('is raised by every answer above not at all, and by no other item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }), (scores) => {
        const { flags } = scoreForm(phq9, phq9Answers(scores));
        expect(flags).toEqual((scores[8] ?? 0) > 0 ? [flag] : []);
      }),
    );
  });

  it('is raised also when the rest is unanswered, and not by silence', () => {
    expect(scoreForm(phq9, { 'phq-9': 'several-days' })).toEqual({ score: null, band: null, flags: [flag] });
    expect(scoreForm(phq9, {}).flags).toEqual([]);
  });
});

describe('CARE-8 any scored form', () => {
  const answered = scoredForm.chain((form) =>
    fc
      .tuple(...form.questions.map(({ questionId }) => fc.tuple(fc.constant(questionId), fc.nat({ max: 9 }))))
      .map((picks) => {
        const chosen = picks.map(([questionId, pick]) => {
          const question = form.questions.find((item) => item.questionId === questionId);
          const options = question?.type === 'single-choice' ? question.options : [];
          return { questionId, option: options[pick % options.length] };
        });
        return { form, chosen };
      }),
  );

  it('scores the sum of the options chosen, in the one band that contains it', () => {
    fc.assert(
      fc.property(answered, ({ form, chosen }) => {
        const given = Object.fromEntries(
          chosen.map(({ questionId, option }) => [questionId, option?.optionId ?? '']),
        );
        const sum = chosen.reduce((total, { option }) => total + (option?.score ?? 0), 0);
        const { score, band } = scoreForm(form, given);
        expect(score).toBe(sum);
        const around = form.scoring?.bands.filter(({ from, to }) => from <= sum && sum <= to);
        expect(around?.map(({ label }) => label)).toEqual([band]);
      }),
    );
  });

  it('has a score but no band where the sum lies outside all bands', () => {
    const bands = [{ from: 0, to: 0, label: 'Låg' }];
    const narrow = aForm({ scoring: aScoring({ bands }) });
    expect(scoreForm(narrow, { q: 'o1' })).toEqual({ score: 1, band: null, flags: [] });
  });

  it('has neither score, band nor flag without rules for them', () => {
    expect(scoreForm(aForm({ questions: [aChoice('q')] }), { q: 'o1' })).toEqual({
      score: null,
      band: null,
      flags: [],
    });
  });
});
