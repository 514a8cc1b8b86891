import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFaults } from '../../../../shared/domain/form/answers/answers.ts';
import { scoreForm } from '../../../../shared/domain/form/answers/outcome.ts';
import { sumRange } from '../../../../shared/domain/form/findings/sum-range.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { runs } from '../../../support/property-runs.ts';
import {
  aNumber,
  anInformation,
  aScale,
  aScoring,
  aText,
  aYesNo,
  ofQuestions,
  someChoices,
} from './form-examples.ts';
import { allAnswers, smallForm } from './small-forms.ts';

const rangeOf = (form: Form) => form.scoring && sumRange(form, form.scoring);

const triedRange = (form: Form) => {
  const sums = allAnswers(form)
    .filter((given) => answerFaults(form, given, 'submission').length === 0)
    .map((given) => scoreForm(form, given).score)
    .filter((score) => score !== null);
  return sums.length > 0 ? { low: Math.min(...sums), high: Math.max(...sums) } : undefined;
};

describe('AUT-9 the least and the most that a form can sum to', () => {
  it('is what trying every answer finds', () => {
    fc.assert(
      fc.property(smallForm, (form) => {
        const tried = triedRange(form);
        fc.pre(tried !== undefined);
        expect(rangeOf(form)).toEqual(tried);
      }),
      { numRuns: runs(500) },
    );
  });

  const counting = (...questionIds: string[]) => aScoring({ questionIds });

  it('leaves out a follow-up of what may be left out itself', () => {
    const asked = (required: boolean) =>
      ofQuestions([
        aNumber('q', { min: 0, required }),
        aScale('r', { min: 2, followsUp: { questionId: 'q', when: { from: 0 } } }),
      ]);
    expect(sumRange(asked(true), counting('r'))).toEqual({ low: 2, high: 10 });
    expect(sumRange(asked(false), counting('r'))).toEqual({ low: 0, high: 10 });
  });

  it('counts with no answer left out of the sum itself, for then there is none', () => {
    const form = ofQuestions([aScale('q', { min: 1, required: false })]);
    expect(sumRange(form, counting('q'))).toEqual({ low: 1, high: 10 });
  });

  it('looks at what leads to a follow-up and just beside it', () => {
    const grading = (when: { from: number; to: number }, least: number) =>
      ofQuestions([
        aNumber('q', { min: 0, max: 100 }),
        aScale('r', { min: least, max: least + 10, followsUp: { questionId: 'q', when } }),
      ]);
    const both = counting('q', 'r');
    expect(sumRange(grading({ from: 0, to: 99 }, 2), both)).toEqual({ low: 2, high: 111 });
    expect(sumRange(grading({ from: 0, to: 50 }, 60), both)).toEqual({ low: 51, high: 120 });
    expect(sumRange(grading({ from: 50, to: 100 }, -70), both)).toEqual({ low: -20, high: 49 });
    expect(sumRange(grading({ from: 30, to: 40 }, 2), counting('r'))).toEqual({ low: 0, high: 12 });
  });

  it('takes it that any choices may be made where several are, whatever follows them up', () => {
    const form = ofQuestions([
      someChoices('q', [1, 2, 4], { atMost: 2 }),
      aScale('r', { min: 2, followsUp: { questionId: 'q', when: { anyOf: ['o0'] } } }),
    ]);
    expect(sumRange(form, counting('q', 'r'))).toEqual({ low: 1, high: 16 });
    expect(sumRange(form, counting('r'))).toEqual({ low: 0, high: 10 });
  });

  it('is not touched by what has no score', () => {
    const form = ofQuestions([aYesNo('q'), aText('t', { required: true }), anInformation('i'), aScale('r')]);
    expect(sumRange(form, counting('r'))).toEqual({ low: 0, high: 10 });
  });

  it('ends a billion from zero where a number has no end of its own', () => {
    expect(sumRange(ofQuestions([aNumber('q')]), counting('q'))).toEqual({ low: -1e9, high: 1e9 });
  });
});
