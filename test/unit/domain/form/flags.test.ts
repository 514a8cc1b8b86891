import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moodAnswers, phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { scoreForm } from '../../../../shared/domain/form/answers/outcome.ts';
import type { FlagCondition } from '../../../../shared/domain/form/flags/flag-rule.ts';
import { form as formSchema } from '../../../../shared/domain/form/form.ts';
import { formSaveFaults } from '../../../../shared/domain/form/form-save-faults.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import { runs } from '../../../support/property-runs.ts';
import { answered } from './arbitrary-answers.ts';
import { anyForm } from './arbitrary-forms.ts';
import {
  aChoice,
  aFlag,
  aNumber,
  anInformation,
  aScale,
  aText,
  aYesNo,
  ofQuestions,
} from './form-examples.ts';
import { phq9Answers } from './phq9-answers.ts';

const raised = (form: Form, answers: Parameters<typeof scoreForm>[1], before: number | null = null) =>
  scoreForm(form, answers, before).flags.map(({ flagId }) => flagId);

describe('CARE-9 the flag on PHQ-9’s item 9', () => {
  it('is urgent, and raised by every answer above not at all, and by no other item', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }), (scores) => {
        expect(raised(phq9, phq9Answers(scores))).toEqual((scores[8] ?? 0) > 0 ? ['self-harm'] : []);
      }),
    );
    expect(scoreForm(phq9, moodAnswers).flags).toEqual([
      { flagId: 'self-harm', level: 'urgent', label: 'Tankar på död eller självskada' },
    ]);
  });

  it('is raised also when the rest is unanswered, and not by silence', () => {
    expect(raised(phq9, { 'phq-9': 'several-days' })).toEqual(['self-harm']);
    expect(raised(phq9, {})).toEqual([]);
  });
});

/** A scale and a question beside the sum, flagged when both conditions hold. */
const both = (one: FlagCondition, other: FlagCondition) =>
  ofQuestions([aScale('q'), aYesNo('alone', { required: false })], {}, [aFlag({ when: [one, other] })]);

describe('CARE-9 a flag’s conditions', () => {
  const alone: FlagCondition = { questionId: 'alone', when: { is: true } };

  it('must all hold', () => {
    const form = both({ sum: { from: 8 } }, alone);
    expect(raised(form, { q: 8, alone: true })).toEqual(['flag']);
    expect(raised(form, { q: 7, alone: true })).toEqual([]);
    expect(raised(form, { q: 8, alone: false })).toEqual([]);
    expect(raised(form, { q: 8 })).toEqual([]);
  });

  it('include both ends of the sum, and of how much it has changed since the occasion before', () => {
    const within = (when: FlagCondition) => ofQuestions([aScale('q')], {}, [aFlag({ when: [when] })]);
    const sum = within({ sum: { from: 3, to: 5 } });
    expect([2, 3, 5, 6].map((q) => raised(sum, { q }).length)).toEqual([0, 1, 1, 0]);
    const worse = within({ change: { from: 5 } });
    expect([6, 5, 4].map((before) => raised(worse, { q: 10 }, before).length)).toEqual([0, 1, 1]);
    const better = within({ change: { to: -5 } });
    expect([6, 5, 4].map((before) => raised(better, { q: 0 }, before).length)).toEqual([1, 1, 0]);
  });

  it('on a change never hold the first time, nor where either occasion has no sum', () => {
    const form = both({ change: { from: -100 } }, { change: { to: 100 } });
    expect(raised(form, { q: 3 })).toEqual([]);
    expect(raised(form, {}, 3)).toEqual([]);
    expect(raised(form, { q: 3 }, 3)).toEqual(['flag']);
  });

  it('may be none: then every submission raises it', () => {
    const form = ofQuestions([aText('t')], undefined, [aFlag()]);
    expect(raised(form, {})).toEqual(['flag']);
  });

  it('do not hold for what was not asked', () => {
    const form = ofQuestions(
      [aYesNo('pain'), aScale('how-much', { followsUp: { questionId: 'pain', when: { is: true } } })],
      undefined,
      [aFlag({ when: [{ questionId: 'how-much', when: { from: 7 } }] })],
    );
    expect(raised(form, { pain: true, 'how-much': 7 })).toEqual(['flag']);
    expect(raised(form, { pain: false, 'how-much': 7 })).toEqual([]);
  });

  it('raise, in any form, a flag less the more of them there are', () => {
    fc.assert(
      fc.property(anyForm.chain(answered), fc.integer({ min: -30, max: 30 }), ({ form, given }, before) => {
        const flags = form.flags ?? [];
        const all = raised(form, given, before);
        const fewer = { ...form, flags: flags.map((flag) => ({ ...flag, when: flag.when.slice(1) })) };
        expect(raised(fewer, given, before)).toEqual(expect.arrayContaining(all));
        const single = flags.filter(({ when }) =>
          when.every(
            (condition) =>
              raised({ ...form, flags: [aFlag({ when: [condition] })] }, given, before).length === 1,
          ),
        );
        expect(all).toEqual(single.map(({ flagId }) => flagId));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('CARE-9 a form’s flags', () => {
  const faults = (...flags: NonNullable<Form['flags']>) =>
    formSaveFaults(
      ofQuestions(
        [aChoice('q'), aText('t'), aNumber('decimal', { decimals: 1 }), anInformation('i')],
        undefined,
        flags,
      ),
    ).map(({ path, detail }) => `${path.join('.')}: ${detail.en}`);

  it('are on questions that are there, whose answers a condition can name', () => {
    expect(
      faults(
        aFlag({
          when: [
            { questionId: 'q', when: { anyOf: ['o1'] } },
            { questionId: 'decimal', when: { from: 0.5 } },
            { questionId: 'gone', when: { is: true } },
            { questionId: 't', when: { is: true } },
            { questionId: 'q', when: { anyOf: ['o7'] } },
            { questionId: 'q', when: { is: true } },
          ],
        }),
      ),
    ).toEqual([
      'flags.0.when.2.questionId: There is no question gone in the form',
      'flags.0.when.3.when: Only choices, yes or no, numbers and scales raise flags: t does not',
      'flags.0.when.4.when: o7 is not an option of q',
      'flags.0.when.5.when: q is a choice: say anyOf, with ids of its options',
    ]);
  });

  it('are on a sum only where there is one, between bounds in order, and each has an id of its own', () => {
    expect(faults(aFlag({ when: [{ sum: { from: 2, to: 1 } }] }), aFlag())).toEqual([
      'flags: Flag flag stands twice',
      'flags.0.when.0: The form has no sum: say scoring, or set a condition on an answer',
      'flags.0.when.0: to is before from',
    ]);
  });

  it.each([
    ['an unknown condition', { when: [{ count: 3 }] }],
    ['a sum without bounds', { when: [{ sum: {} }] }],
    ['another level', { level: 'fatal' }],
    ['no words', { label: '' }],
  ])('are refused with %s', (_, wrong) => {
    const flags = [{ ...aFlag(), ...wrong }];
    expect(formSchema.safeParse({ ...ofQuestions([aScale('q')], {}), flags }).success).toBe(false);
  });
});
