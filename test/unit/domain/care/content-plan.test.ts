import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ContentPlan,
  closedForms,
  planFaults,
  planModules,
  planSections,
} from '../../../../shared/domain/care/content-plan.ts';
import { runs } from '../../../support/property-runs.ts';

const moduleIds = ['m1', 'm2', 'm3'];
const sectionIds = ['a', 'b', 'c'];
const today = '2026-11-28';
const day = fc.constantFrom('2026-11-27', today, '2026-11-29');
const part = { shown: fc.boolean(), from: day };
const section = fc.record(
  { sectionId: fc.constantFrom(...sectionIds), ...part },
  { requiredKeys: ['sectionId', 'shown'] },
);
const plannedModule = fc.record(
  {
    moduleId: fc.constantFrom(...moduleIds, 'gone'),
    ...part,
    sections: fc.uniqueArray(section, { selector: ({ sectionId }) => sectionId }),
  },
  { requiredKeys: ['moduleId', 'shown', 'sections'] },
);
const plan: fc.Arbitrary<Pick<ContentPlan, 'modules'> | undefined> = fc.option(
  fc.record({ modules: fc.uniqueArray(plannedModule, { selector: ({ moduleId }) => moduleId }) }),
  { nil: undefined },
);
const waiting = fc.subarray(moduleIds);
const contentsWith = (openedByPractitioner: readonly string[]) => ({
  modules: moduleIds.map((moduleId) => ({ moduleId, title: moduleId.toUpperCase() })),
  openedByPractitioner,
});
const places = moduleIds.map((moduleId, at) => ({
  moduleId,
  places: [
    { sectionId: 'a', formId: 'everywhere' },
    { sectionId: 'b', formId: `only-${at}` },
  ],
}));

const isOpen = (shown: boolean, from: string | undefined): boolean =>
  shown && (from === undefined || from <= today);

describe('CARE-3 a plan of the content', () => {
  it('keeps every module of the version, those it names first and in its order', () => {
    fc.assert(
      fc.property(plan, waiting, (planned, closed) => {
        const shown = planModules(contentsWith(closed), planned, today);
        expect(shown.map(({ moduleId }) => moduleId).toSorted()).toEqual(moduleIds);
        const named = (planned?.modules ?? [])
          .map(({ moduleId }) => moduleId)
          .filter((id) => moduleIds.includes(id));
        expect(shown.map(({ moduleId }) => moduleId).slice(0, named.length)).toEqual(named);
        const others = moduleIds.filter((id) => !named.includes(id));
        expect(shown.map(({ moduleId }) => moduleId).slice(named.length)).toEqual(others);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('decides alone of what it names; of the rest the designer’s word holds', () => {
    fc.assert(
      fc.property(plan, waiting, (planned, closed) => {
        for (const { moduleId, standing } of planModules(contentsWith(closed), planned, today)) {
          const named = planned?.modules.find((module) => module.moduleId === moduleId);
          const open = named ? isOpen(named.shown, named.from) : !closed.includes(moduleId);
          expect(standing === 'open').toBe(open);
          const hidden = named ? !named.shown : closed.includes(moduleId);
          expect(standing === 'hidden').toBe(hidden);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('opens on its very day, in Swedish days', () => {
    const modules = [{ moduleId: 'm1', shown: true, from: today, sections: [] }];
    const standing = (on: string) => planModules(contentsWith([]), { modules }, on)[0];
    expect(standing('2026-11-27')).toMatchObject({ standing: 'dated', from: today });
    expect(standing(today)).toMatchObject({ standing: 'open' });
  });

  it('hides sections, and orders those that are shown', () => {
    const modules = [
      {
        ...{ moduleId: 'm1', shown: true },
        sections: [
          { sectionId: 'c', shown: true, from: '2026-12-01' },
          { sectionId: 'a', shown: false },
        ],
      },
    ];
    const sections = sectionIds.map((sectionId) => ({ sectionId }));
    expect(planSections('m1', sections, { modules }, today)).toEqual([
      { sectionId: 'c', standing: 'dated', from: '2026-12-01' },
      { sectionId: 'b', standing: 'open' },
    ]);
  });

  it('closes a form exactly where no open section of an open module has it', () => {
    fc.assert(
      fc.property(plan, waiting, (planned, openedByPractitioner) => {
        const closed = closedForms(
          planModules({ modules: places, openedByPractitioner }, planned, today),
          planned,
          today,
        );
        const reached = (moduleId: string, sectionId: string): boolean => {
          const named = planned?.modules.find((module) => module.moduleId === moduleId);
          const section = named?.sections.find((one) => one.sectionId === sectionId);
          const moduleOpen = named
            ? isOpen(named.shown, named.from)
            : !openedByPractitioner.includes(moduleId);
          return moduleOpen && (section ? isOpen(section.shown, section.from) : true);
        };
        expect(closed.has('everywhere')).toBe(!moduleIds.some((id) => reached(id, 'a')));
        for (const [at, id] of moduleIds.entries()) expect(closed.has(`only-${at}`)).toBe(!reached(id, 'b'));
        expect(closed.has('nowhere')).toBe(false);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('names every part that is not there or stands twice', () => {
    const known = [{ moduleId: 'm1', sections: [{ sectionId: 'a' }] }];
    const shown = { shown: true, sections: [] };
    const faults = planFaults(
      [
        {
          moduleId: 'm1',
          shown: true,
          sections: [
            { sectionId: 'a', shown: true },
            { sectionId: 'x', shown: true },
          ],
        },
        { moduleId: 'm1', ...shown },
        { moduleId: 'gone', ...shown },
      ],
      known,
    );
    expect(faults).toMatchObject([
      { pointer: '/body/modules/0/sections/1/sectionId', code: 'plan-part-unknown' },
      { pointer: '/body/modules/1/moduleId', code: 'plan-part-twice' },
      { pointer: '/body/modules/2/moduleId', code: 'plan-part-unknown' },
    ]);
  });
});
