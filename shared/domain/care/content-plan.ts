import * as z from 'zod';
import { keptContentId } from '../content/content-id.ts';
import { mostSections } from '../content/module-outline.ts';
import { mostModules } from '../content/outline.ts';
import type { Fault } from '../problem.ts';
import { careSayings } from '../sayings/care-sayings.ts';

/** Whether a part of a moment is shown to the resident, and from which Swedish day on it is open to them. */
const plannedPart = {
  shown: z.boolean(),
  from: z.iso.date().optional().meta({
    description: 'Open from that Swedish day on; until then only its title and that day are shown',
  }),
};

const plannedSection = z.strictObject({ sectionId: keptContentId, ...plannedPart });
export const plannedModule = z.strictObject({
  moduleId: keptContentId,
  ...plannedPart,
  sections: z.array(plannedSection).max(mostSections),
});
export const plannedModules = z.array(plannedModule).max(mostModules);
type PlannedModule = z.infer<typeof plannedModule>;

/**
 * What the practitioner has decided of the content for one resident, in their order (CARE-3). By ids alone, so that it goes on holding
 * whatever a minor version says (PUB-7); of what it does not name the designer's word holds.
 */
export const contentPlan = z.object({ instanceId: z.string(), modules: plannedModules });
export type ContentPlan = z.infer<typeof contentPlan>;

/** `dated`: shown by its title alone, for its day has not come. */
type Standing = 'open' | 'dated' | 'hidden';
export interface Stands {
  readonly standing: Standing;
  readonly from?: string;
}

interface Part {
  readonly shown: boolean;
  readonly from?: string | undefined;
}

const standingOf = ({ shown, from }: Part, today: string): Stands => {
  if (!shown) return { standing: 'hidden' };
  if (from === undefined) return { standing: 'open' };
  return { standing: today < from ? 'dated' : 'open', from };
};

/** Those the plan names, in its order, and after them the others in the order they have. */
const inOrder = <T>(parts: readonly T[], idOf: (part: T) => string, planned: readonly string[]): T[] => {
  const placeOf = (part: T): number => {
    const place = planned.indexOf(idOf(part));
    return place === -1 ? planned.length : place;
  };
  return parts.toSorted((one, other) => placeOf(one) - placeOf(other));
};

/** A module where the plan says nothing of it: open from the start, but those that wait for the practitioner. */
const standingOfModule = (
  planned: PlannedModule | undefined,
  waitsForPractitioner: boolean,
  today: string,
): Stands => standingOf(planned ?? { shown: !waitsForPractitioner }, today);

const standingOfSection = (planned: PlannedModule | undefined, sectionId: string, today: string): Stands =>
  standingOf(planned?.sections.find((section) => section.sectionId === sectionId) ?? { shown: true }, today);

const plannedOf = (plan: Pick<ContentPlan, 'modules'> | undefined, moduleId: string) =>
  plan?.modules.find((module) => module.moduleId === moduleId);

interface Contents<M> {
  readonly modules: readonly M[];
  /** Ids of the modules that are closed until the practitioner opens them. */
  readonly openedByPractitioner: readonly string[];
}

/** Every module in the resident's order, with how it stands for them on a Swedish day. */
export const planModules = <M extends { readonly moduleId: string }>(
  { modules, openedByPractitioner }: Contents<M>,
  plan: Pick<ContentPlan, 'modules'> | undefined,
  today: string,
): (M & Stands)[] =>
  inOrder(modules, ({ moduleId }) => moduleId, plan?.modules.map(({ moduleId }) => moduleId) ?? []).map(
    (module) => ({
      ...module,
      ...standingOfModule(
        plannedOf(plan, module.moduleId),
        openedByPractitioner.includes(module.moduleId),
        today,
      ),
    }),
  );

/** The sections of an open module that are shown, in the resident's order. */
export const planSections = <S extends { readonly sectionId: string }>(
  moduleId: string,
  sections: readonly S[],
  plan: Pick<ContentPlan, 'modules'> | undefined,
  today: string,
): (S & Stands)[] => {
  const planned = plannedOf(plan, moduleId);
  return inOrder(
    sections,
    ({ sectionId }) => sectionId,
    planned?.sections.map(({ sectionId }) => sectionId) ?? [],
  )
    .map((section) => ({ ...section, ...standingOfSection(planned, section.sectionId, today) }))
    .filter(({ standing }) => standing !== 'hidden');
};

/** Where forms stand: by module, in which section. */
interface Placed {
  readonly moduleId: string;
  readonly places: readonly { readonly sectionId: string; readonly formId: string }[];
}

/** Ids of the forms that stand somewhere, but nowhere that is open: the resident neither sees nor answers them. */
export const closedForms = (
  planned: readonly (Placed & Stands)[],
  plan: Pick<ContentPlan, 'modules'> | undefined,
  today: string,
): ReadonlySet<string> => {
  const placed = planned.flatMap(({ moduleId, places, standing }) =>
    places.map(({ sectionId, formId }) => ({
      formId,
      isOpen:
        standing === 'open' &&
        standingOfSection(plannedOf(plan, moduleId), sectionId, today).standing === 'open',
    })),
  );
  const open = new Set(placed.filter(({ isOpen }) => isOpen).map(({ formId }) => formId));
  return new Set(placed.map(({ formId }) => formId).filter((formId) => !open.has(formId)));
};

interface Known {
  readonly moduleId: string;
  readonly sections: readonly { readonly sectionId: string }[];
}

/** Every id in a plan that the version does not have, or that is named twice. */
export const planFaults = (modules: readonly PlannedModule[], known: readonly Known[]): Fault[] => {
  const sectionsOf = new Map(known.map(({ moduleId, sections }) => [moduleId, sections]));
  const idFault = (ids: readonly string[], at: number, isKnown: boolean, pointer: string): Fault[] => {
    const id = ids[at] ?? '';
    if (!isKnown) return [{ pointer, ...careSayings['plan-part-unknown'](id) }];
    return ids.indexOf(id) === at ? [] : [{ pointer, ...careSayings['plan-part-twice'](id) }];
  };
  const moduleIds = modules.map(({ moduleId }) => moduleId);
  return modules.flatMap(({ moduleId, sections }, at) => {
    const own = sectionsOf.get(moduleId);
    const sectionIds = sections.map(({ sectionId }) => sectionId);
    return [
      ...idFault(moduleIds, at, own !== undefined, `/body/modules/${at}/moduleId`),
      ...sectionIds.flatMap((id, place) =>
        idFault(
          sectionIds,
          place,
          own?.some(({ sectionId }) => sectionId === id) === true,
          `/body/modules/${at}/sections/${place}/sectionId`,
        ),
      ),
    ];
  });
};
