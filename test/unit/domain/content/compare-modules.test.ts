import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareModules } from '../../../../shared/domain/content/compare-modules.ts';
import { type ModuleOutline, moduleSkeleton } from '../../../../shared/domain/content/module-outline.ts';
import type { ContentModule } from '../../../../shared/domain/moment/content.ts';
import { moduleSummaryOf } from '../../../../shared/domain/moment/module-summary.ts';
import { anyContent, type Edit, laid, structuralEdits, wordingEdits } from '../moment/edited-drafts.ts';
import { aLaidModule, anyModule, aRef } from './module-examples.ts';

const kinds = (before: ModuleOutline, after: ModuleOutline) =>
  new Set(compareModules(before, after).map(({ kind }) => kind));

/** The modules of a draft before and after an edit, for those that are in both. */
const pairs = (before: readonly ContentModule[], after: readonly ContentModule[]) =>
  before.flatMap((module) => {
    const now = after.find(({ moduleId }) => moduleId === module.moduleId);
    return now ? [[laid(module), laid(now)] as const] : [];
  });

const afterEdit = (edits: Readonly<Record<string, Edit>>) =>
  fc
    .tuple(anyContent, fc.constantFrom(...Object.values(edits)), fc.nat({ max: 20 }))
    .map(([content, edit, place]) => ({ content, edited: edit(content, place) ?? content }));

describe('AUT-8 what differs in a module', () => {
  it('is only wording after any change of wording', () => {
    fc.assert(
      fc.property(afterEdit(wordingEdits), ({ content, edited }) => {
        for (const [before, after] of pairs(content.modules, edited.modules))
          expect(compareModules(before, after).filter(({ kind }) => kind === 'structure')).toEqual([]);
      }),
    );
  });

  it('is structure exactly where the skeletons differ, and nothing exactly where the digests agree', () => {
    const anyEdit = afterEdit({ ...wordingEdits, ...structuralEdits });
    fc.assert(
      fc.property(anyEdit, ({ content, edited }) => {
        for (const [before, after] of pairs(content.modules, edited.modules)) {
          const same = JSON.stringify(moduleSkeleton(before)) === JSON.stringify(moduleSkeleton(after));
          expect(kinds(before, after).has('structure')).toBe(!same);
          const [one, other] = [moduleSummaryOf(before), moduleSummaryOf(after)];
          const alike = one.structure === other.structure && one.wording === other.wording;
          expect(compareModules(before, after).length === 0).toBe(alike);
        }
      }),
    );
  });

  it('is structure between any two modules that are laid in different ways, and nothing where they are the same', () => {
    fc.assert(
      fc.property(anyModule, anyModule, (before, after) => {
        const same = JSON.stringify(moduleSkeleton(before)) === JSON.stringify(moduleSkeleton(after));
        expect(kinds(before, after)).toEqual(new Set(same ? [] : ['structure']));
      }),
    );
  });

  const before = aLaidModule('m', [aRef('s1', { blocks: '' }), aRef('s2')], [aRef('s3')]);
  const [first, second] = before.sections;
  const withFirst = (steps: ModuleOutline['sections'][number]['steps']): ModuleOutline => ({
    ...before,
    sections: [{ sectionId: 'a', title: 'Avsnitt', steps }, ...(second ? [second] : [])],
  });

  it.each<[string, ModuleOutline, string[]]>([
    ['its title', { ...before, title: 'Ny' }, ['wording  The module has another title']],
    [
      'a section’s title',
      { ...before, sections: before.sections.map((section) => ({ ...section, title: 'Ny' })) },
      [
        'wording /sections/a The section has another title',
        'wording /sections/b The section has another title',
      ],
    ],
    [
      'what a step says',
      withFirst([aRef('s1', { digest: 'new' }), aRef('s2')]),
      ['wording /steps/s1 The step says something else'],
    ],
    [
      'what a step says, though no block tells it',
      withFirst([aRef('s1', { digest: 'new', blocks: '' }), aRef('s2')]),
      ['wording /steps/s1 The step says something else'],
    ],
    [
      'a step’s title, and what it says where its blocks are not known',
      withFirst([aRef('s1', { digest: 'new', title: 'Nytt' }), aRef('s2')]),
      ['wording /steps/s1 The step has another title', 'wording /steps/s1 The step says something else'],
    ],
    [
      'its sections’ order',
      { ...before, sections: before.sections.toReversed() },
      ['structure  The module has its sections in another order'],
    ],
    [
      'a section that is gone',
      { ...before, sections: first ? [first] : [] },
      ['structure  Section b is gone from the module'],
    ],
    [
      'the order of steps',
      withFirst([aRef('s2'), aRef('s1')]),
      ['structure /sections/a Section a has its steps in another order'],
    ],
    [
      'a step that is new',
      withFirst([aRef('s1'), aRef('s2'), aRef('s4')]),
      ['structure /sections/a Step s4 is new in section a'],
    ],
    [
      'a form in a step',
      withFirst([aRef('s1', { formIds: ['f'] }), aRef('s2')]),
      ['structure /steps/s1 The forms of the step were none and are f'],
    ],
  ])('says where: %s', (_, after, lines) => {
    expect(
      compareModules(before, after).map(({ kind, pointer, detail }) => `${kind} ${pointer} ${detail.en}`),
    ).toEqual(lines);
  });
});
