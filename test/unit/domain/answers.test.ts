import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodAnswers, phq9 } from '../../../infra/local/demo/content.ts';
import { answerFaults, answers } from '../../../shared/domain/form/answers.ts';
import { aChoice, aForm, aText, scoredForm } from './form-examples.ts';

const mixed = aForm({
  questions: [
    aChoice('choice'),
    { ...aChoice('free'), required: false },
    aText('text', { required: true, maxLength: 5 }),
    aText('note'),
  ],
});

const unanswered = (questionId: string) => ({
  pointer: `/body/answers/${questionId}`,
  detail: 'Must be answered before the form is submitted',
});

describe('CARE-7 answers to a form', () => {
  it('are whole when every required question has an answer that fits', () => {
    expect(answerFaults(phq9, moodAnswers, 'submission')).toEqual([]);
    expect(answerFaults(mixed, { choice: 'o1', text: 'Bra !' }, 'submission')).toEqual([]);
  });

  it('may be left out of a draft but not of a submission, unless they are free to give', () => {
    expect(answerFaults(mixed, {}, 'draft')).toEqual([]);
    expect(answerFaults(mixed, {}, 'submission')).toEqual([unanswered('choice'), unanswered('text')]);
  });

  it('count an empty text as unanswered', () => {
    expect(answerFaults(mixed, { text: '' }, 'draft')).toEqual([]);
    expect(answerFaults(mixed, { choice: 'o0', text: '' }, 'submission')).toEqual([unanswered('text')]);
  });

  it('are told every fault at once, in a draft and in a submission', () => {
    const given = { stranger: 'x', choice: 'o9', note: 'mer än tio tecken' };
    const wrong = [
      { pointer: '/body/answers/stranger', detail: 'The form has no such question' },
      { pointer: '/body/answers/choice', detail: 'One of o0, o1' },
      { pointer: '/body/answers/note', detail: 'At most 10 characters' },
    ];
    expect(answerFaults(mixed, given, 'draft')).toEqual(wrong);
    expect(answerFaults(mixed, given, 'submission')).toEqual([...wrong, unanswered('text')]);
  });

  it('may be as long as the question says and no longer', () => {
    expect(answerFaults(mixed, { text: 'fem55' }, 'draft')).toEqual([]);
    expect(answerFaults(mixed, { text: 'sex666' }, 'draft')).toHaveLength(1);
  });

  it.each(['constructor', 'length', 'name'])(
    'to a question called %s are missed when missing',
    (questionId) => {
      const odd = aForm({ questions: [aText(questionId, { required: true })] });
      expect(answerFaults(odd, answers.parse({}), 'submission')).toEqual([unanswered(questionId)]);
      expect(answerFaults(odd, answers.parse({ [questionId]: 'ja' }), 'submission')).toEqual([]);
    },
  );

  it('have exactly the faults of a draft, plus one for each required question left out', () => {
    const given = fc.dictionary(
      fc.constantFrom('choice', 'free', 'text', 'note', 'stranger'),
      fc.constantFrom('o0', 'o1', 'o2', 'lång text', 'kort'),
    );
    fc.assert(
      fc.property(given, (values) => {
        const left = ['choice', 'text'].filter((questionId) => !Object.hasOwn(values, questionId));
        expect(answerFaults(mixed, values, 'submission')).toEqual([
          ...answerFaults(mixed, values, 'draft'),
          ...left.map(unanswered),
        ]);
      }),
    );
  });

  it('fit a choice only by the id of one of its options', () => {
    fc.assert(
      fc.property(scoredForm, fc.string(), ({ questions, ...rest }, text) => {
        const [first] = questions;
        const ids = first?.type === 'single-choice' ? first.options.map(({ optionId }) => optionId) : [];
        const faults = answerFaults({ ...rest, questions }, { q0: text }, 'draft');
        expect(faults).toHaveLength(ids.includes(text) ? 0 : 1);
      }),
    );
  });
});

describe('CARE-7 the body that carries answers', () => {
  it('holds texts of at most 4 000 characters under content ids', () => {
    expect(answers.safeParse({ q: 'x'.repeat(4000) }).success).toBe(true);
    expect(answers.safeParse({ q: 'x'.repeat(4001) }).success).toBe(false);
    expect(answers.safeParse({ 'Q/1': 'x' }).success).toBe(false);
    expect(answers.safeParse({ q: 3 }).success).toBe(false);
  });
});
