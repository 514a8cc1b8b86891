import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, answerFaults } from '../../../../shared/domain/form/answers/answers.ts';
import type { Condition } from '../../../../shared/domain/form/questions/follow-up.ts';
import { questionsAsked } from '../../../../shared/domain/form/questions/questions-asked.ts';
import {
  aChoice,
  aDate,
  aForm,
  aNumber,
  anInformation,
  aScale,
  aText,
  aYesNo,
  ofQuestions,
  someChoices,
} from './form-examples.ts';
import { faultPaths, faultsOf } from './form-faults.ts';

const follows = (questionId: string, when: Condition) => ({ followsUp: { questionId, when } });
const asked = (form: ReturnType<typeof aForm>, answers: Record<string, unknown>): string[] => [
  ...questionsAsked(form, new Map(Object.entries(answers))),
];

describe('AUT-3 a follow-up', () => {
  it.each([
    ['a chosen option', aChoice('q'), { anyOf: ['o1'] }, 'o1', 'o0'],
    ['one of several options', aChoice('q', [0, 1, 2]), { anyOf: ['o1', 'o2'] }, 'o2', 'o0'],
    ['one among those chosen', someChoices('q'), { anyOf: ['o1'] }, ['o0', 'o1'], ['o0', 'o2']],
    ['yes', aYesNo('q'), { is: true }, true, false],
    ['no', aYesNo('q'), { is: false }, false, true],
    ['a number from', aNumber('q'), { from: 3 }, 3, 2],
    ['a number to', aNumber('q', { decimals: 1 }), { to: 3.5 }, 3.5, 3.6],
    ['a scale between', aScale('q'), { from: 3, to: 5 }, 5, 6],
  ])('is asked after %s, and not otherwise', (_, question, when, leads, leadsNot) => {
    const form = ofQuestions([question, aText('more', follows('q', when))]);
    expect(faultsOf(form)).toEqual([]);
    expect(asked(form, { q: leads })).toEqual(['q', 'more']);
    for (const answer of [leadsNot, undefined, null, {}, [], 'x', Number.NaN])
      expect(asked(form, { q: answer })).toEqual(['q']);
  });

  it('is asked only where what it follows is asked itself, whatever was answered there before', () => {
    const form = ofQuestions([
      aYesNo('a'),
      aYesNo('b', follows('a', { is: true })),
      anInformation('c', follows('b', { is: true })),
    ]);
    expect(asked(form, { a: true, b: true })).toEqual(['a', 'b', 'c']);
    expect(asked(form, { a: false, b: true })).toEqual(['a']);
  });

  const form = ofQuestions([
    aYesNo('smokes'),
    aNumber('how-many', follows('smokes', { is: true })),
    aText('why', { ...follows('smokes', { is: true }), required: false }),
  ]);
  const faults = (given: Answers, stage: 'draft' | 'submission') =>
    answerFaults(form, given, stage).map(({ pointer, code }) => `${pointer} ${code}`);

  it('must be answered where it is asked and required, and only there', () => {
    expect(faults({ smokes: false }, 'submission')).toEqual([]);
    expect(faults({ smokes: true, 'how-many': 3 }, 'submission')).toEqual([]);
    expect(faults({ smokes: true }, 'submission')).toEqual(['/body/changes/how-many answer-missing']);
  });

  it('may keep its answer in a draft where it is not asked, but not in a submission', () => {
    const given = { smokes: false, 'how-many': 3, why: 'Vana' };
    expect(faults(given, 'draft')).toEqual([]);
    expect(faults(given, 'submission')).toEqual([
      '/body/changes/how-many answer-not-asked',
      '/body/changes/why answer-not-asked',
    ]);
    expect(faults({ smokes: false, why: ' ' }, 'submission')).toEqual([]);
  });
});

describe('AUT-3 what a follow-up may follow', () => {
  const followers = (question: Parameters<typeof ofQuestions>[0][number], when: unknown) => ({
    ...aForm(),
    pages: [
      { pageId: 'p', questions: [question, { ...aText('more'), followsUp: { questionId: 'q', when } }] },
    ],
  });

  it('is a question earlier on the same page', () => {
    const when = { anyOf: ['o1'] };
    const pages = [
      {
        pageId: 'p1',
        questions: [aChoice('q', [0, 1], follows('q', when)), aText('early', follows('late', when))],
      },
      { pageId: 'p2', questions: [aText('elsewhere', follows('q', when)), aChoice('late')] },
    ];
    expect(faultsOf(aForm({ pages }))).toEqual([
      'pages.0.questions.0.followsUp.questionId: No question q stands earlier on this page',
      'pages.0.questions.1.followsUp.questionId: No question late stands earlier on this page',
      'pages.1.questions.0.followsUp.questionId: No question q stands earlier on this page',
    ]);
  });

  it.each([
    ['a choice with yes', aChoice('q'), { is: true }],
    ['a choice with a range', someChoices('q'), { from: 1 }],
    ['a choice with an unknown option', aChoice('q'), { anyOf: ['o1', 'o9'] }],
    ['a yes or no with options', aYesNo('q'), { anyOf: ['yes'] }],
    ['a yes or no with a range', aYesNo('q'), { to: 1 }],
    ['a number with options', aNumber('q'), { anyOf: ['one'] }],
    ['a scale with yes', aScale('q'), { is: true }],
    ['a number between the numbers', aNumber('q', { decimals: 1 }), { from: 0.25 }],
    ['a scale between the numbers', aScale('q'), { to: 0.5 }],
    ['a range backwards', aNumber('q'), { from: 2, to: 1 }],
    ['a text', aText('q'), { anyOf: ['x'] }],
    ['a date', aDate('q'), { from: 1 }],
    ['information', anInformation('q'), { is: true }],
  ])('is not %s', (_, question, when) => {
    expect(faultPaths(followers(question, when))).toEqual(['pages.0.questions.1.followsUp.when']);
  });

  it('names an option that stands twice', () => {
    expect(faultPaths(followers(aChoice('q'), { anyOf: ['o1', 'o1'] }))).toEqual([
      'pages.0.questions.1.followsUp.when.anyOf',
    ]);
  });

  it.each([{}, { from: 1, is: true }, { anyOf: [] }, { anyOf: 'o1' }, { is: 'yes' }, { from: '1' }, null])(
    'has no such condition as %j',
    (when) => {
      const [fault, ...more] = faultsOf(followers(aChoice('q'), when));
      expect(fault).toMatch(/^pages\.0\.questions\.1\.followsUp\.when/);
      expect(more).toEqual([]);
    },
  );

  it('is settled by the answer alone', () => {
    const range = fc.record({ from: fc.integer({ min: -5, max: 5 }), to: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(range, fc.integer({ min: -9, max: 12 }), (when, answer) => {
        const form = ofQuestions([aNumber('q'), aText('more', follows('q', when))]);
        const isBetween = when.from <= answer && answer <= when.to;
        expect(asked(form, { q: answer })).toEqual(isBetween ? ['q', 'more'] : ['q']);
      }),
    );
  });
});
