import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../shared/domain/content/content-digest.ts';
import { scoringSkeleton } from '../../../../shared/domain/form/comparing/skeleton.ts';
import type { Form } from '../../../../shared/domain/form/form-shape.ts';
import {
  asking,
  before,
  first,
  flaggedBy,
  flags,
  note,
  often,
  oftenAs,
  pain,
  scoredBy,
  scoring,
  second,
  unscored,
  weight,
} from './compared-forms.ts';
import { aText, aYesNo, someChoices } from './form-examples.ts';

describe('AUT-9 a change of scoring', () => {
  const scores = (value: Form): string => digestOf(scoringSkeleton(value));

  it.each<[string, Form]>([
    ['other bands', scoredBy({ bands: [{ from: 0, to: 4, label: 'Låg' }] })],
    ['other questions', scoredBy({ questionIds: ['tired'] })],
    ['a flag less', flaggedBy(...flags.slice(1))],
    ['a flag at another sum', flaggedBy(...flags.map((flag) => ({ ...flag, when: [{ sum: { from: 4 } }] })))],
    ['a flag that is urgent', flaggedBy(...flags.map((flag) => ({ ...flag, level: 'urgent' as const })))],
    [
      'another score of an option',
      oftenAs({ options: often.options.with(1, { optionId: 'o1', label: 'Svar 1', score: 5 }) }),
    ],
    [
      'another type of question',
      {
        ...before,
        pages: [
          { ...first, questions: [first.questions[0] ?? often, someChoices('often', [0, 1, 2])] },
          second,
        ],
      },
    ],
    [
      'another score of yes',
      {
        ...before,
        pages: [{ ...first, questions: [aYesNo('tired', { scores: { yes: 3, no: 0 } }), often] }, second],
      },
    ],
  ])('is %s', (_, after) => {
    expect(scores(after)).not.toBe(scores(before));
  });

  it.each<[string, Form]>([
    ['other words', scoredBy({ bands: scoring.bands.map((band) => ({ ...band, label: 'Annat' })) })],
    ['a new question outside the sum', asking(pain, weight, note, aText('more'))],
    [
      'flags in another order and in other words',
      flaggedBy(...flags.toReversed().map((flag) => ({ ...flag, label: 'Annat' }))),
    ],
    ['options in another order', oftenAs({ options: often.options.toReversed() })],
    ['what must be answered', oftenAs({ required: false })],
  ])('is not %s', (_, after) => {
    expect(scores(after)).toBe(scores(before));
  });

  it('is none in a form without scoring', () => {
    expect(scoringSkeleton(unscored)).toBeUndefined();
  });
});
