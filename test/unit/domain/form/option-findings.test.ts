import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionFindings } from '../../../../shared/domain/form/findings/option-findings.ts';

const formWith = (labels: readonly string[]) => ({
  pages: [
    {
      pageId: 'p',
      questions: [
        {
          ...{ type: 'single-choice' as const, questionId: 'q', text: 'Fråga?', required: true },
          options: labels.map((label, at) => ({ optionId: `o${at}`, label })),
        },
      ],
    },
  ],
});

describe('AUT-9 two options that read the same', () => {
  it('are advised on where the second stands', () => {
    expect(optionFindings(formWith(['Ja', 'Nej', ' JA']))).toMatchObject([
      { code: 'option-label-twice', level: 'advice', pointer: '/pages/0/questions/0/options/2' },
    ]);
  });

  it('are not, while each reads in its own way', () => {
    expect(optionFindings(formWith(['Ja', 'Nej', 'Vet inte']))).toEqual([]);
  });

  it('are one finding a question, however many they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Ja', 'Nej', 'ja '), { maxLength: 50 }), (labels) => {
        const distinct = new Set(labels.map((label) => label.trim().toLowerCase()));
        expect(optionFindings(formWith(labels))).toHaveLength(distinct.size < labels.length ? 1 : 0);
      }),
    );
  });
});
