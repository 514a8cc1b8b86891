import { describe, expect, it } from 'vitest';
import { phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { assertFit, assertShown } from '../../../../shared/domain/moment/answerable-form.ts';
import { refusal } from '../../refusal.ts';

const forms = [
  { formId: 'mood', kind: 'ordinary' as const, digest: 'mood-now' },
  { formId: 'weekly', kind: 'tab' as const, digest: 'weekly-now' },
  { formId: 'sleep', kind: 'calendar' as const, digest: 'sleep-now' },
];

describe('CARE-7 answers are given in a form', () => {
  it.each([
    ['mood', 'mood-now', undefined, undefined],
    ['mood', 'mood-before', undefined, 'form-version-mismatch'],
    ['mood', 'sleep-now', undefined, 'form-version-mismatch'],
    ['anger', 'mood-now', undefined, 'not-found'],
    ['mood', 'mood-now', '1', 'page-unfit'],
    ['mood', 'mood-now', '2026-11-23', 'page-unfit'],
    ['weekly', 'weekly-now', undefined, 'page-unfit'],
    ['weekly', 'weekly-now', '2026-11-23', 'page-unfit'],
    ['weekly', 'weekly-now', '12', undefined],
    ['sleep', 'sleep-now', undefined, 'page-unfit'],
    ['sleep', 'sleep-now', '12', 'page-unfit'],
    ['sleep', 'sleep-now', '2026-11-23', undefined],
  ])('%s as %s at page %s: %s', (formId, formVersion, page, problem) => {
    expect(refusal(() => assertShown(forms, { formId, formVersion, page }))).toBe(problem);
  });

  it('that they fit, or every one that does not is told', () => {
    const wrong = { 'phq-1': 'often', 'phq-99': 'x' };
    expect(refusal(() => assertFit(phq9, {}, 'draft'))).toBeUndefined();
    expect(() => assertFit(phq9, wrong, 'draft')).toThrow(
      expect.objectContaining({
        code: 'answers-invalid',
        faults: [
          expect.objectContaining({ pointer: '/body/changes/phq-1' }),
          expect.objectContaining({ pointer: '/body/changes/phq-99' }),
        ],
      }),
    );
  });
});
