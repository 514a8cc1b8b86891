import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodAnswers, phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { answerFault } from '../../../../shared/domain/form/answers/answer-fault.ts';
import { answerFaults, answers } from '../../../../shared/domain/form/answers/answers.ts';
import { scoreForm } from '../../../../shared/domain/form/answers/outcome.ts';
import { questionsOf } from '../../../../shared/domain/form/questions/questions-of.ts';
import { answerSayings } from '../../../../shared/domain/sayings/answer-sayings.ts';
import { runs } from '../../../support/property-runs.ts';
import { answered, wrongAnswerTo } from './arbitrary-answers.ts';
import { anyForm } from './arbitrary-forms.ts';
import { aChoice, anInformation, aText, aTime, ofQuestions, someChoices } from './form-examples.ts';

const mixed = ofQuestions([
  aChoice('choice'),
  { ...aChoice('free'), required: false },
  aText('text', { required: true, maxLength: 5 }),
  aText('note'),
]);

const unanswered = (questionId: string) => ({
  pointer: `/body/changes/${questionId}`,
  ...answerSayings['answer-missing'],
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

  it('count an empty text and an empty list as unanswered', () => {
    expect(answerFaults(mixed, { text: ' \n' }, 'draft')).toEqual([]);
    expect(answerFaults(mixed, { choice: 'o0', text: '' }, 'submission')).toEqual([unanswered('text')]);
    const list = ofQuestions([someChoices('list', [1, 2], { atLeast: 2 })]);
    expect(answerFaults(list, { list: [] }, 'submission')).toEqual([unanswered('list')]);
  });

  it('are told every fault at once, in a draft and in a submission', () => {
    const given = { stranger: 'x', choice: 'o9', note: 'mer än tio tecken' };
    const wrong = [
      { pointer: '/body/changes/stranger', ...answerSayings['answer-to-no-question'] },
      { pointer: '/body/changes/choice', ...answerSayings['answer-not-option'](['o0', 'o1']) },
      { pointer: '/body/changes/note', ...answerSayings['answer-too-long'](10) },
    ];
    expect(answerFaults(mixed, given, 'draft')).toEqual(wrong);
    expect(answerFaults(mixed, given, 'submission')).toEqual([...wrong, unanswered('text')]);
  });

  it('may be too few choices in a draft, which is not finished', () => {
    const list = ofQuestions([someChoices('list', [1, 2, 3], { atLeast: 2 })]);
    expect(answerFaults(list, { list: ['o0'] }, 'draft')).toEqual([]);
    expect(answerFaults(list, { list: ['o0'] }, 'submission')).toEqual([
      { pointer: '/body/changes/list', ...answerSayings['answer-too-few-options'](2) },
    ]);
    expect(answerFaults(list, { list: ['o0', 'o2'] }, 'submission')).toEqual([]);
  });

  it('are not asked of information, nor taken', () => {
    const form = ofQuestions([anInformation('about')]);
    expect(answerFaults(form, {}, 'submission')).toEqual([]);
    for (const stage of ['draft', 'submission'] as const)
      expect(answerFaults(form, { about: 'Ja' }, stage)).toHaveLength(1);
  });

  it.each(['constructor', 'length', 'name'])(
    'to a question called %s are missed when missing',
    (questionId) => {
      const odd = ofQuestions([aText(questionId, { required: true })]);
      expect(answerFaults(odd, answers.parse({}), 'submission')).toEqual([unanswered(questionId)]);
      expect(answerFaults(odd, answers.parse({ [questionId]: 'ja' }), 'submission')).toEqual([]);
    },
  );
});

describe('AUT-3 answers to any form', () => {
  it('that fit it can be saved and submitted', () => {
    fc.assert(
      fc.property(anyForm.chain(answered), ({ form, given }) => {
        expect(answers.parse(given)).toEqual(given);
        expect(answerFaults(form, given, 'draft')).toEqual([]);
        expect(answerFaults(form, given, 'submission')).toEqual([]);
      }),
    );
  });

  it('have one fault more for one answer made wrong, at that answer', () => {
    const spoilt = anyForm
      .chain(answered)
      .chain(({ form, given }) =>
        fc
          .constantFrom(...questionsOf(form))
          .chain((question) =>
            wrongAnswerTo(question).map((wrong) => ({ form, given, id: question.questionId, wrong })),
          ),
      );
    fc.assert(
      fc.property(spoilt, ({ form, given, id, wrong }) => {
        const pointers = (stage: 'draft' | 'submission') =>
          answerFaults(form, { ...given, [id]: wrong }, stage).map(({ pointer }) => pointer);
        expect(pointers('draft')).toEqual([`/body/changes/${id}`]);
        expect(pointers('submission')).toContain(`/body/changes/${id}`);
      }),
      { numRuns: runs(500) },
    );
  });

  it('lack what is required and nothing else when a question asked of everyone is left out', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const missing = questionsOf(form).filter(
          (question) => !question.followsUp && 'required' in question && question.required,
        );
        expect(answerFaults(form, {}, 'submission')).toEqual(
          missing.map(({ questionId }) => unanswered(questionId)),
        );
      }),
    );
  });

  it('are told apart from anything else that can be sent, without failing', () => {
    const sent = anyForm.chain((form) =>
      fc
        .dictionary(
          fc.oneof(fc.constantFrom(...questionsOf(form).map(({ questionId }) => questionId)), fc.string()),
          fc.jsonValue(),
        )
        .map((given) => ({ form, given })),
    );
    fc.assert(
      fc.property(sent, ({ form, given }) => {
        answerFaults(form, given, 'draft');
        const faults = answerFaults(form, given, 'submission');
        const { data, success } = answers.safeParse(given);
        if (faults.length === 0) expect(success).toBe(true);
        if (data && faults.length === 0) expect(scoreForm(form, data).score).toSatisfy(isScore);
      }),
      { numRuns: runs(500) },
    );
  });
});

const isScore = (score: number | null): boolean => score === null || Number.isSafeInteger(score);

describe('CARE-7 the body that carries answers', () => {
  const takes = (answer: unknown) => answers.safeParse({ q: answer }).success;

  it('holds what some question takes, under content ids', () => {
    for (const answer of ['x'.repeat(4000), '🌻'.repeat(4000), 3, -0.5, true, [], ['o0', 'o1']])
      expect(takes(answer)).toBe(true);
    expect(answers.safeParse({ 'Q/1': 'x' }).success).toBe(false);
  });

  it.each([
    ['a longer text', 'x'.repeat(4001)],
    ['null', null],
    ['an object', {}],
    ['a list of numbers', [1]],
    ['a list of lists', [['o0']]],
    ['a long list', Array.from({ length: 51 }, (_, at) => `o${at}`)],
    ['what is no number', Number.NaN],
  ])('does not hold %s', (_, answer) => {
    expect(takes(answer)).toBe(false);
  });
});

describe('AUT-3 a time that crosses midnight', () => {
  const bedtime = aTime('q', { earliest: '20:00', latest: '03:00' });

  it.each(['20:00', '23:59', '00:00', '03:00'])('takes %s', (time) => {
    expect(answerFault(bedtime, time)).toBeUndefined();
  });

  it.each(['19:59', '03:01', '12:00'])('refuses %s, and says from when to when', (time) => {
    const said = answerSayings['answer-not-time']({ earliest: '20:00', latest: '03:00' });
    expect(answerFault(bedtime, time)).toEqual(said);
    expect(said.detail.sv).toBe('Ett klockslag, skrivet HH:MM, från 20:00, till 03:00');
  });
});
