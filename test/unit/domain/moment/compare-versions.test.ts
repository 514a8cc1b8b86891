import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../shared/domain/content/difference.ts';
import {
  compareVersions,
  isStructural,
} from '../../../../shared/domain/moment/comparing/compare-versions.ts';
import type { Content } from '../../../../shared/domain/moment/content.ts';
import { moduleSummaryOf } from '../../../../shared/domain/moment/module-summary.ts';
import { nextVersion } from '../../../../shared/domain/moment/next-version.ts';
import { runs } from '../../../support/property-runs.ts';
import { aContent, aModule, aModuleShowing, aStep } from '../content-examples.ts';
import { aChoice, ofQuestions } from '../form/form-examples.ts';
import {
  anyContent,
  candidateFrom,
  type Edit,
  laid,
  publishedFrom,
  structuralEdits,
  wordingEdits,
} from './edited-drafts.ts';

const place = fc.nat({ max: 20 });
const differ = (before: Content, after: Content): Difference[] =>
  compareVersions(publishedFrom(before, '3.4'), candidateFrom(after));
const kinds = (differences: readonly Difference[]) => [...new Set(differences.map(({ kind }) => kind))];

/** Edits one after the other; those there is no room for are left out. */
const edited = (before: Content, edits: readonly (readonly [Edit, number])[]): Content =>
  edits.reduce((content, [edit, at]) => edit(content, at) ?? content, before);

const someWording = fc.array(fc.tuple(fc.constantFrom(...Object.values(wordingEdits)), place), {
  minLength: 1,
  maxLength: 4,
});

describe('AUT-8 what would be published is compared with what is', () => {
  it('finds nothing in the same content, in whatever order its forms are kept', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const same = structuredClone({ ...content, forms: content.forms.toReversed() });
        expect(differ(content, same)).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  it.each(Object.entries(wordingEdits))('%s is wording, and makes a minor version', (_, edit) => {
    fc.assert(
      fc.property(anyContent, place, (content, at) => {
        const differences = differ(content, edited(content, [[edit, at]]));
        expect(kinds(differences)).toEqual(['wording']);
        expect(nextVersion({ basis: '3.4', latest: '3.4' }, differences)).toBe('3.5');
      }),
      { numRuns: runs(20) },
    );
  });

  it('any edits of wording together make a minor version', () => {
    fc.assert(
      fc.property(anyContent, someWording, (content, edits) => {
        const differences = differ(content, edited(content, edits));
        expect(kinds(differences)).toEqual(['wording']);
        expect(nextVersion({ basis: '3.4', latest: '3.4' }, differences)).toBe('3.5');
      }),
      { numRuns: runs(60) },
    );
  });

  it.each(Object.entries(structuralEdits))(
    '%s is structure, and makes a major version whatever else is reworded',
    (_, edit) => {
      fc.assert(
        fc.property(anyContent, place, fc.option(someWording, { nil: [] }), (content, at, wording) => {
          const rebuilt = edit(content, at);
          fc.pre(rebuilt !== undefined);
          const differences = differ(content, edited(rebuilt, wording));
          expect(kinds(differences)).toContain('structure');
          expect(nextVersion({ basis: '3.4', latest: '3.4' }, differences)).toBe('4.0');
        }),
        { numRuns: runs(20) },
      );
    },
  );
});

describe('AUT-8 a structural change says what made it so', () => {
  const form = ofQuestions([aChoice('q')]);
  const modules = [aModule('m1'), aModuleShowing('m2', form.formId)];
  const before = aContent({ modules, forms: [form] });
  const [first, second] = modules;
  const because = (after: Partial<Content>) =>
    differ(before, { ...before, ...after })
      .filter(isStructural)
      .map(({ pointer }) => pointer);

  it.each([
    ['a module that is gone', { modules: modules.slice(0, 1) }, ['/modules/m2']],
    ['one that is new', { modules: [...modules, aModule('m3')] }, ['/modules/m3']],
    ['one built otherwise', { modules: [aModule('m1', []), ...modules.slice(1)] }, ['/modules/m1']],
    ['their order', { modules: modules.toReversed() }, ['/outline/moduleIds']],
    ['a form that is gone', { forms: [] }, [`/forms/${form.formId}`]],
    ['one built otherwise', { forms: [ofQuestions([aChoice('q', [1, 2])])] }, [`/forms/${form.formId}`]],
    ['the kind', { kind: 'course' }, ['/outline/kind']],
    ['openness', { open: true }, ['/outline/open']],
    [
      'a module left to the practitioner (CARE-3)',
      { openedByPractitioner: ['m1'] },
      ['/outline/openedByPractitioner'],
    ],
    [
      'what stays open in maintenance (CARE-2)',
      { maintenance: { messages: false, formIds: [form.formId] } },
      ['/outline/maintenance'],
    ],
    [
      'functions, each',
      { functions: { ...before.functions, messages: false, reminders: true } },
      ['/outline/functions/messages', '/outline/functions/reminders'],
    ],
  ] as const)('%s', (_, after, pointers) => {
    expect(because(after as Partial<Content>)).toEqual(pointers);
  });

  it('but not a module that the practitioner need not open any more (CARE-3)', () => {
    const differences = differ({ ...before, openedByPractitioner: ['m1'] }, before);
    expect(differences.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      'wording /outline/openedByPractitioner',
    ]);
  });

  it('all of it at once, and the wording beside it', () => {
    const differences = differ(before, {
      ...before,
      title: 'Nytt namn',
      kind: 'course',
      modules: second && first ? [{ ...second, title: 'Nytt' }] : [],
    });
    expect(differences.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      'wording /outline/title',
      'structure /outline/kind',
      'structure /modules/m1',
      'wording /modules/m2',
    ]);
  });

  it('but not what was found in a step: another release may find other things in the same content', () => {
    const module = laid(aModule('m1', [aStep('empty')]));
    const sections = module.sections.map((section) => ({
      ...section,
      steps: section.steps.map((step) => ({ ...step, findings: [] })),
    }));
    expect(module.sections[0]?.steps[0]?.findings).not.toEqual([]);
    expect(moduleSummaryOf({ ...module, sections })).toEqual(moduleSummaryOf(module));
  });
});
