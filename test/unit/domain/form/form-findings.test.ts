import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { keptFinding, worded } from '../../../../shared/domain/content/finding.ts';
import { formFindings } from '../../../../shared/domain/form/findings/form-findings.ts';
import type { FlagCondition } from '../../../../shared/domain/form/flags/flag-rule.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { questionsAsked } from '../../../../shared/domain/form/questions/questions-asked.ts';
import { questionsOf } from '../../../../shared/domain/form/questions/questions-of.ts';
import { anyForm } from './arbitrary-forms.ts';
import {
  aChoice,
  aFlag,
  aForm,
  aNumber,
  anInformation,
  aScale,
  aText,
  aYesNo,
  ofQuestions,
  someChoices,
} from './form-examples.ts';
import { allAnswers, smallForm } from './small-forms.ts';

const found = (form: Form, code: string): string[] =>
  formFindings(form)
    .filter((one) => one.code === code)
    .map(worded)
    .map(({ level, pointer, detail }) => `${level} ${pointer} ${detail.en}`);
const unreachable = (form: Form) => found(form, 'question-unreachable');
const incomplete = (form: Form) => found(form, 'bands-incomplete');

describe('AUT-9 the check of a form', () => {
  it('finds nothing in PHQ-9', () => {
    expect(formFindings(phq9)).toEqual([]);
  });

  it('says what a finding is, of any form', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        for (const one of formFindings(form)) expect(keptFinding.parse(one)).toEqual(one);
      }),
    );
  });
});

describe('AUT-9 a follow-up that no answers lead to', () => {
  const more = (when: object) =>
    aText('more', { followsUp: { questionId: 'q', when: { from: 0, ...when } } });

  it('is an error, and so is what follows it up', () => {
    const form = ofQuestions([
      aScale('q'),
      aYesNo('b', { followsUp: { questionId: 'q', when: { from: 11 } } }),
      aText('c', { followsUp: { questionId: 'b', when: { is: true } } }),
    ]);
    expect(unreachable(aForm({ pages: [{ pageId: 'p', questions: [aText('t')] }, ...form.pages] }))).toEqual([
      'error /pages/1/questions/1 No answer to q leads to it: change from and to, or what q takes',
      'error /pages/1/questions/2 It follows up b, which is never asked: mend that first',
    ]);
  });

  it.each([
    ['above the highest', aNumber('q', { max: 3 }), more({ from: 4 })],
    ['below the lowest', aNumber('q', { min: 3 }), more({ to: 2 })],
    ['between two steps', aScale('q', { step: 5 }), more({ from: 6, to: 9 })],
  ])('lies %s', (_, followed, follower) => {
    expect(unreachable(ofQuestions([followed, follower]))).toHaveLength(1);
  });

  it.each([
    ['the highest', aNumber('q', { max: 0.3, decimals: 1 }), more({ from: 0.3 })],
    ['the lowest', aNumber('q', { min: 3 }), more({ to: 3 })],
    ['one step', aScale('q', { step: 5 }), more({ from: 5, to: 5 })],
    ['any number', aNumber('q'), more({ from: 7, to: 7 })],
    [
      'an option among several',
      someChoices('q', [1, 2, 3], { atLeast: 3 }),
      aText('more', { followsUp: { questionId: 'q', when: { anyOf: ['o1'] } } }),
    ],
  ])('is none where %s leads to it', (_, followed, follower) => {
    expect(unreachable(ofQuestions([followed, follower]))).toEqual([]);
  });

  it('is found exactly where trying every answer finds it', () => {
    fc.assert(
      fc.property(smallForm, (form) => {
        const reached = new Set(
          allAnswers(form).flatMap((given) => [...questionsAsked(form, new Map(Object.entries(given)))]),
        );
        const never = questionsOf(form).flatMap(({ questionId }, at) =>
          reached.has(questionId) ? [] : [`/pages/0/questions/${at}`],
        );
        expect(unreachable(form).map((said) => said.split(' ')[1])).toEqual(never);
      }),
    );
  });
});

describe('AUT-9 bands', () => {
  const bands = [
    { from: 0, to: 5, label: 'Låg' },
    { from: 6, to: 10, label: 'Hög' },
  ];

  it('are advised to reach over every sum that can come', () => {
    expect(incomplete(ofQuestions([aScale('q')], { bands }))).toEqual([]);
    expect(incomplete(ofQuestions([aScale('q', { max: 11 })], { bands }))).toEqual([
      'advice /scoring/bands The sum can be from 0 to 11, the bands reach from 0 to 10: let them reach over all of it',
    ]);
    expect(incomplete(ofQuestions([aScale('q', { min: -1 })], { bands }))).toHaveLength(1);
    expect(incomplete(ofQuestions([aNumber('q', { min: 0 })], { bands }))).toHaveLength(1);
    const besideText = [aScale('q', { max: 11 }), aText('t', { required: true }), anInformation('i')];
    expect(incomplete(ofQuestions(besideText, { bands }))).toHaveLength(1);
  });

  const high = [{ from: 1, to: 10, label: 'Hög' }];
  const grade = (questionId: string, is: boolean) =>
    aScale(questionId, { min: 1, followsUp: { questionId: 'q', when: { is } } });

  it('are to hold the nothing that a follow-up counts when it is not asked', () => {
    const scoring = { questionIds: ['yes'], bands: high };
    expect(incomplete(ofQuestions([aYesNo('q'), grade('yes', true)], scoring))).toHaveLength(1);
  });

  it('need not hold the sum of two follow-ups that are never asked both', () => {
    const scoring = { questionIds: ['yes', 'no'], bands: high };
    expect(incomplete(ofQuestions([aYesNo('q'), grade('yes', true), grade('no', false)], scoring))).toEqual(
      [],
    );
  });
});

describe('AUT-9 what scoring will not do', () => {
  it('is to raise a flag that no answer reaches, which is an error', () => {
    const flags = [10, 11].map((from) =>
      aFlag({
        flagId: `over-${from}`,
        when: [
          { questionId: 'q', when: { from: 1 } },
          { questionId: 'q', when: { from } },
        ],
      }),
    );
    expect(found(ofQuestions([aScale('q')], undefined, flags), 'flag-never-raised')).toEqual([
      'error /flags/1/when/1 No answers meet this condition, and so flag over-11 is never raised: change it, or take the flag away',
    ]);
    const several = (condition: FlagCondition) =>
      ofQuestions([someChoices('q', [1, 2, 4], { atMost: 2 })], {}, [aFlag({ when: [condition] })]);
    expect(found(several({ sum: { from: 6 } }), 'flag-never-raised')).toEqual([]);
    expect(found(several({ sum: { from: 7 } }), 'flag-never-raised')).toHaveLength(1);
    expect(found(several({ sum: { to: 0 } }), 'flag-never-raised')).toHaveLength(1);
    expect(found(several({ change: { from: 5 } }), 'flag-never-raised')).toEqual([]);
    expect(found(several({ change: { from: 6 } }), 'flag-never-raised')).toHaveLength(1);
    expect(found(several({ change: { to: -6 } }), 'flag-never-raised')).toHaveLength(1);
  });

  it('is to count a question that may be left out, which leaves no score', () => {
    const form = ofQuestions([aChoice('q', [0, 1], { required: false }), aChoice('r')], {
      questionIds: ['r', 'q'],
      bands: [{ from: 0, to: 2, label: 'Låg' }],
    });
    expect(formFindings(form).map(({ code, level, pointer }) => `${level} ${code} ${pointer}`)).toEqual([
      'advice scored-question-optional /scoring/questionIds/1',
    ]);
  });

  it('is to count a follow-up every time', () => {
    const form = ofQuestions(
      [aYesNo('q'), aScale('r', { followsUp: { questionId: 'q', when: { is: true } } })],
      {
        questionIds: ['r'],
        bands: [{ from: 0, to: 10, label: 'Alla' }],
      },
    );
    expect(formFindings(form).map(({ code, level, pointer }) => `${level} ${code} ${pointer}`)).toEqual([
      'advice scored-question-not-always-asked /scoring/questionIds/0',
    ]);
  });
});
