import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualFunctions } from '../../../../shared/domain/content/moment-functions.ts';
import { residentOverview } from '../../../../shared/domain/moment/resident-overview.ts';

const at = '2026-11-23T10:00:00.000Z';
const contents = (formIds: readonly string[]) => ({
  ...{ title: 'Må bättre', welcome: 'Välkommen', functions: usualFunctions },
  modules: [{ moduleId: 'start', title: 'Kom igång' }],
  forms: formIds.map((formId) => ({ formId, title: `Formulär ${formId}`, kind: 'ordinary' as const })),
});

describe('CARE-4 what a resident meets in a moment', () => {
  it('is every form in its order, with what they have done in it, and no more', () => {
    const answered = [
      { formId: 'b', version: 2, draft: { savedAt: at }, submitted: { submittedAt: at } },
      { formId: 'gone', version: 7, draft: { savedAt: at } },
    ];
    expect(residentOverview(contents(['a', 'b']), answered).forms).toEqual([
      { formId: 'a', title: 'Formulär a', kind: 'ordinary', version: 0 },
      { formId: 'b', title: 'Formulär b', kind: 'ordinary', version: 2, draftSavedAt: at, submittedAt: at },
    ]);
  });

  it('shows nothing of the version that is only for staff to know, nor more of a module than its name', () => {
    const stored = { ...contents([]), publishedBy: 'TST5565594230-PUB1' };
    stored.modules = stored.modules.map((module) => ({ ...module, structure: 'digest' }));
    expect(residentOverview(stored, [])).toEqual({
      ...contents([]),
      progress: { formsSubmitted: 0, forms: 0 },
    });
  });

  it('has forms with a page an occasion in it, and not in the progress: they are never finished (CARE-6)', () => {
    const { forms } = contents(['diary']);
    const calendar = {
      ...contents([]),
      forms: forms.map((form) => ({ ...form, kind: 'calendar' as const })),
    };
    const answered = [{ formId: 'diary', page: '2026-11-23', version: 3, submitted: { submittedAt: at } }];
    expect(residentOverview(calendar, answered)).toMatchObject({
      forms: [{ formId: 'diary', version: 0 }],
      progress: { formsSubmitted: 0, forms: 0 },
    });
  });

  it('counts as progress the forms that are submitted, whatever else is saved', () => {
    const state = fc.constantFrom('untouched', 'draft', 'submitted', 'both');
    fc.assert(
      fc.property(fc.array(state, { maxLength: 12 }), (states) => {
        const answered = states.flatMap((one, index) =>
          one === 'untouched'
            ? []
            : [
                {
                  ...{ formId: `f${index}`, version: 1 },
                  ...(one === 'submitted' ? {} : { draft: { savedAt: at } }),
                  ...(one === 'draft' ? {} : { submitted: { submittedAt: at } }),
                },
              ],
        );
        const { progress } = residentOverview(contents(states.map((_, index) => `f${index}`)), answered);
        const formsSubmitted = states.filter((one) => one === 'submitted' || one === 'both').length;
        expect(progress).toEqual({ formsSubmitted, forms: states.length });
      }),
    );
  });
});
