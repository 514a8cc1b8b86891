import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, arrangeModule } from '../../../../shared/domain/content/arrange-module.ts';
import { type ModuleOutline, stepsOf } from '../../../../shared/domain/content/module-outline.ts';
import { problemIn, refusal } from '../../refusal.ts';
import { aLaidModule, anyModule, aRef, idsIn } from './module-examples.ts';

const module = aLaidModule('m', [aRef('s1'), aRef('s2')], [aRef('s3')]);
const arrangement = (...sections: [string, string[]][]): Arrangement => ({
  title: 'Ny titel',
  sections: sections.map(([sectionId, stepIds]) => ({ sectionId, title: 'Nytt avsnitt', stepIds })),
});

/** All that an arrangement leaves out, said to be deleted. */
const lacking = (any: ModuleOutline, { sections }: Arrangement) => {
  const kept = new Set(sections.flatMap(({ sectionId, stepIds }) => [`§${sectionId}`, ...stepIds]));
  return {
    sectionIds: any.sections.map(({ sectionId }) => sectionId).filter((id) => !kept.has(`§${id}`)),
    stepIds: stepsOf(any)
      .map(({ stepId }) => stepId)
      .filter((id) => !kept.has(id)),
  };
};
const withRemovals = (any: ModuleOutline, wanted: Arrangement): Arrangement => ({
  ...wanted,
  removed: lacking(any, wanted),
});

describe('AUT-1 a module that is arranged anew', () => {
  it('has the titles, sections and steps it was given, in their order', () => {
    const wanted = arrangement(['b', ['s3', 's1']], ['new', ['s2']]);
    const after = arrangeModule(module, { ...wanted, removed: { sectionIds: ['a'] } });
    expect(after).toMatchObject({ moduleId: 'm', title: 'Ny titel' });
    expect(after.sections.map(({ sectionId, title }) => [sectionId, title])).toEqual([
      ['b', 'Nytt avsnitt'],
      ['new', 'Nytt avsnitt'],
    ]);
    expect(idsIn(after)).toEqual([['s3', 's1'], ['s2']]);
  });

  it('loses what is left out and said to go, and nothing else', () => {
    fc.assert(
      fc.property(anyModule, fc.infiniteStream(fc.boolean()), (any, keeps) => {
        const kept = stepsOf(any).filter(() => keeps.next().value);
        const stepIds = kept.map(({ stepId }) => stepId);
        const after = arrangeModule(any, withRemovals(any, arrangement(['a', stepIds])));
        expect(stepsOf(after)).toEqual(kept);
      }),
    );
  });

  it('names every step and section that stands twice or is unknown, all at once', () => {
    const wrong = arrangement(['a', ['s1', 's9']], ['a', ['s1', 's2']]);
    expect(problemIn(() => arrangeModule(module, wrong))?.faults).toMatchObject([
      { pointer: '/body/sections/0/stepIds/1', code: 'step-missing' },
      { pointer: '/body/sections/1/sectionId', code: 'section-twice' },
      { pointer: '/body/sections/1/stepIds/0', code: 'step-twice' },
    ]);
  });

  it('loses nothing that was only forgotten, nor by a name that is not left out (AUT-7)', () => {
    const wanted = arrangement(['a', ['s1']]);
    const removed = { sectionIds: ['a'], stepIds: ['s2', 's9'] };
    const { faults = [] } = problemIn(() => arrangeModule(module, { ...wanted, removed })) ?? {};
    expect(faults.map(({ pointer, code, detail }) => [pointer, code, JSON.stringify(detail)])).toEqual([
      ['/body/removed/sectionIds', 'left-out', expect.stringContaining('section b')],
      ['/body/removed/sectionIds', 'not-left-out', expect.stringContaining('section a')],
      ['/body/removed/stepIds', 'left-out', expect.stringContaining('step s3')],
      ['/body/removed/stepIds', 'not-left-out', expect.stringContaining('step s9')],
    ]);
  });

  it('is refused as long as anything is left out unsaid', () => {
    fc.assert(
      fc.property(anyModule, fc.infiniteStream(fc.boolean()), (any, flips) => {
        const stepIds = stepsOf(any).flatMap(({ stepId }) => (flips.next().value ? [stepId] : []));
        const wanted = withRemovals(any, arrangement(['a', stepIds]));
        const said = wanted.removed?.stepIds ?? [];
        const unsaid = said.filter(() => flips.next().value);
        const removed = { ...wanted.removed, stepIds: said.filter((id) => !unsaid.includes(id)) };
        expect(refusal(() => arrangeModule(any, { ...wanted, removed }))).toBe(
          unsaid.length > 0 ? 'validation-failed' : undefined,
        );
      }),
    );
  });

  it('never ends up with a step that was not in it, or with one twice', () => {
    const anyIds = fc.array(fc.constantFrom('s0', 's1', 's2', 's3', 's4'), { maxLength: 4 });
    fc.assert(
      fc.property(anyModule, anyIds, anyIds, (any, one, other) => {
        const known = new Set(stepsOf(any).map(({ stepId }) => stepId));
        const all = [...one, ...other];
        const sound = all.every((id) => known.has(id)) && new Set(all).size === all.length;
        const wanted = withRemovals(any, arrangement(['a', one], ['b', other]));
        const refused = refusal(() => arrangeModule(any, wanted));
        expect(refused).toBe(sound ? undefined : 'validation-failed');
      }),
    );
  });
});
