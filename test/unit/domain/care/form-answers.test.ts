import { describe, expect, it } from 'vitest';
import {
  type AnsweredForm,
  savedDraft,
  screenOf,
  submissionOf,
} from '../../../../shared/domain/care/form-answers.ts';
import type { AnswerChanges } from '../../../../shared/domain/form/answers/answers.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { problemIn } from '../../refusal.ts';

const form: Form = {
  formId: 'sleep',
  kind: 'ordinary',
  title: 'Sömn',
  pages: [
    {
      pageId: 'page',
      questions: [
        { type: 'yes-no', questionId: 'slept', text: 'Har du sovit?', required: true },
        {
          type: 'short-text',
          questionId: 'why',
          text: 'Varför inte?',
          required: true,
          maxLength: 50,
          followsUp: { questionId: 'slept', when: { is: false } },
        },
      ],
    },
  ],
};
const at = '2026-11-23T10:00:00.000Z';
const writing = (version: number, changes: AnswerChanges) => ({
  ...{ version, changes, at, by: 'self' as const },
  screen: screenOf('one', { as: 'self', key: 'k' }),
});
const saved = (value: AnsweredForm, version: number, changes: AnswerChanges, base = version) =>
  savedDraft(form, { value, version }, { ...writing(version + 1, changes), base });

describe('CARE-7 answers to a question that is not asked', () => {
  const before = {
    draft: savedDraft(form, undefined, { ...writing(1, { slept: false, why: 'Oro' }), base: 0 }),
  };

  it('are never submitted, and never lost: they are there again once it is asked', () => {
    const { answers, unasked } = submissionOf(
      form,
      { value: before, version: 1 },
      writing(2, { slept: true }),
    );
    expect([answers, unasked]).toEqual([{ slept: true }, { why: 'Oro' }]);
    const submitted = { answers, score: null, submittedAt: at, version: 2 };
    const draft = saved({ submitted, unasked }, 2, { slept: false });
    expect(draft.answers).toEqual({ slept: false, why: 'Oro' });
    expect(submissionOf(form, { value: { draft, submitted }, version: 3 }, writing(4, {}))).toEqual({
      answers: { slept: false, why: 'Oro' },
      unasked: {},
    });
  });

  it('stay in the draft while it is not', () => {
    expect(saved(before, 1, { slept: true }).answers).toEqual({ slept: true, why: 'Oro' });
  });
});

describe('CARE-7 a save', () => {
  it('takes away no answer that the form has no question for', () => {
    expect(problemIn(() => saved({}, 0, { nothing: null }))).toMatchObject({
      code: 'answers-invalid',
      faults: [{ pointer: '/body/changes/nothing', code: 'answer-to-no-question' }],
    });
  });

  it('keeps a line that was pasted in lines as one', () => {
    expect(saved({}, 0, { slept: false, why: 'Oro\nför allt' }).answers).toMatchObject({
      why: 'Oro för allt',
    });
  });
});

describe('ID-8 a screen', () => {
  it('is one session of one person acting as one', () => {
    const names = [
      screenOf('one', { as: 'self', key: 'k' }),
      screenOf('two', { as: 'self', key: 'k' }),
      screenOf('one', { as: 'guardian', key: 'k' }),
      screenOf('one', { as: 'self', key: 'other' }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
