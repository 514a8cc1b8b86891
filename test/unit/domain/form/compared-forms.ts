import type { FlagRule } from '../../../../shared/domain/form/flags/flag-rule.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import type { QuestionOf } from '../../../../shared/domain/form/questions/question.ts';
import { aChoice, aFlag, aForm, aNumber, aScale, aScoring, aText, aYesNo } from './form-examples.ts';

export const pain = aScale('pain');
export const weight = aNumber('weight', { max: 300, unit: 'kg' });
export const note = aText('note');
const tired = aYesNo('tired', { scores: { yes: 2, no: 0 } });
export const often = aChoice('often', [0, 1, 2], { followsUp: { questionId: 'tired', when: { is: true } } });

export const first: Page = { pageId: 'p1', title: 'Sömn', questions: [tired, often] };
export const second: Page = { pageId: 'p2', questions: [pain, weight, note] };

export const scoring = aScoring({
  questionIds: ['tired', 'often'],
  bands: [
    { from: 0, to: 2, label: 'Låg' },
    { from: 3, to: 4, label: 'Hög' },
  ],
});

export const flags: FlagRule[] = [
  aFlag({
    ...{ flagId: 'tired', label: 'Trött' },
    when: [{ questionId: 'tired', when: { is: true } }, { sum: { from: 3 } }],
  }),
  aFlag({ flagId: 'pain', label: 'Ont', when: [{ questionId: 'pain', when: { from: 9 } }] }),
];

export const unscored = aForm({ pages: [first, second] });
/** What the others are compared with. */
export const before: Form = { ...unscored, scoring, flags };

type Page = Form['pages'][number];

export const scoredBy = (rest: Partial<typeof scoring>): Form => ({
  ...before,
  scoring: { ...scoring, ...rest },
});
export const asking = (...questions: Page['questions']): Form => ({
  ...before,
  pages: [first, { ...second, questions }],
});
export const oftenAs = (rest: Partial<QuestionOf<'single-choice'>>): Form => ({
  ...before,
  pages: [{ ...first, questions: [tired, { ...often, ...rest }] }, second],
});
export const flaggedBy = (...flagRules: FlagRule[]): Form => ({ ...before, flags: flagRules });
