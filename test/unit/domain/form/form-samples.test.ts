import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { shownDifference } from '../../../../shared/domain/content/difference.ts';
import { answerFaults, answers } from '../../../../shared/domain/form/answers/answers.ts';
import { outcome, scoreForm } from '../../../../shared/domain/form/answers/outcome.ts';
import { form } from '../../../../shared/domain/form/form.ts';
import { answersSample, ordinarySample } from '../../../../shared/domain/form/form-samples.ts';
import { followUp } from '../../../../shared/domain/form/questions/follow-up.ts';
import { question } from '../../../../shared/domain/form/questions/question.ts';
import { scoringRules } from '../../../../shared/domain/form/scoring/scoring-rules.ts';

const examplesOf = (schema: z.ZodType): unknown[] => {
  const examples = schema.meta()?.['examples'];
  return Array.isArray(examples) ? examples : [];
};

const documented: [string, z.ZodType][] = [
  ...question.options.map((option): [string, z.ZodType] => [option.shape.type.value, option]),
  ['form', form],
  ['answers', answers],
  ['scoring', scoringRules],
  ['follow-up', followUp],
  ['condition', followUp.shape.when],
  ['outcome', outcome],
  ['difference', shownDifference],
];

describe('AUT-3 the examples in the API’s document', () => {
  it.each(documented)('are what they say: %s', (_, schema) => {
    expect(examplesOf(schema)).not.toEqual([]);
    for (const example of examplesOf(schema)) expect(schema.parse(example)).toEqual(example);
  });

  it('are of every kind of form, and in them of every type of question', () => {
    const forms = examplesOf(form).map((example) => form.parse(example));
    expect(forms.map(({ kind }) => kind)).toEqual(['ordinary', 'tab', 'calendar']);
    const types = forms.flatMap(({ pages }) =>
      pages.flatMap(({ questions }) => questions.map(({ type }) => type)),
    );
    expect(new Set(types)).toEqual(new Set(question.options.map((option) => option.shape.type.value)));
  });

  it('of answers answer the example form', () => {
    const sample = form.parse(ordinarySample);
    expect(answerFaults(sample, answersSample, 'submission')).toEqual([]);
    expect(scoreForm(sample, answers.parse(answersSample))).toMatchObject({
      score: 9,
      band: 'Svåra besvär',
    });
  });
});
