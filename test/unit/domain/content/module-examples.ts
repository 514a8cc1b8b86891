import fc from 'fast-check';
import type { ModuleOutline, StepRef } from '../../../../shared/domain/content/module-outline.ts';

export const aRef = (stepId: string, more: Partial<StepRef> = {}): StepRef => ({
  ...{ stepId, title: 'Steg', digest: `what ${stepId} says`, bytes: 100 },
  ...{ formIds: [], mediaIds: [], findings: [] },
  ...more,
});

/** A module of sections `a`, `b` …, each with the steps given. */
export const aLaidModule = (moduleId: string, ...sections: (readonly StepRef[])[]): ModuleOutline => ({
  moduleId,
  title: 'Modul',
  sections: sections.map((steps, at) => ({
    sectionId: String.fromCharCode(97 + at),
    title: 'Avsnitt',
    steps: [...steps],
  })),
});

export const idsIn = ({ sections }: ModuleOutline): string[][] =>
  sections.map(({ steps }) => steps.map(({ stepId }) => stepId));

/** Up to four sections with ten steps among them, no two alike. */
export const anyModule: fc.Arbitrary<ModuleOutline> = fc
  .tuple(fc.nat({ max: 10 }), fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat({ max: 3 })))
  .map(([steps, sections, places]) => {
    const where = Array.from({ length: steps }, () => (places.next().value ?? 0) % sections);
    return aLaidModule(
      'm',
      ...Array.from({ length: sections }, (_, section) =>
        where.flatMap((place, at) => (place === section ? [aRef(`s${at}`)] : [])),
      ),
    );
  });
