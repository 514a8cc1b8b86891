import { differenceSayings } from '../sayings/difference-sayings.ts';
import { allParts, type Noun, partName, theModule } from '../sayings/part-name.ts';
import type { Wording } from '../wording.ts';
import { type Difference, structure, wording } from './difference.ts';
import type { ModuleOutline, StepRef } from './module-outline.ts';

type Section = ModuleOutline['sections'][number];

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);

interface Listing {
  readonly pointer: string;
  readonly noun: Noun;
  readonly of: Wording;
}

/** Which parts are new or gone, and whether those that stayed have changed places with one another. */
const idsDiffer = (
  { pointer, noun, of }: Listing,
  before: readonly string[],
  after: readonly string[],
): Difference[] => {
  const stayed = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id));
  const only = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => !others.includes(id));
  return [
    ...only(before, after).map((id) =>
      structure(pointer, differenceSayings['part-gone'](partName(noun, id), of)),
    ),
    ...only(after, before).map((id) =>
      structure(pointer, differenceSayings['part-new'](partName(noun, id), of)),
    ),
    ...(same(stayed(before, after), stayed(after, before))
      ? []
      : [structure(pointer, differenceSayings['parts-reordered'](allParts(noun), of))]),
  ];
};

/** What `compare` finds in the parts that stayed. */
const inBoth = <Part>(
  before: readonly Part[],
  after: readonly Part[],
  idOf: (part: Part) => string,
  compare: (was: Part, is: Part) => Difference[],
): Difference[] => {
  const old = new Map(before.map((part) => [idOf(part), part]));
  return after.flatMap((part) => {
    const was = old.get(idOf(part));
    return was ? compare(was, part) : [];
  });
};

const stepsDiffer = (before: StepRef, after: StepRef): Difference[] => {
  const pointer = `/steps/${after.stepId}`;
  return [
    ...(same(before.formIds, after.formIds)
      ? []
      : [structure(pointer, differenceSayings['forms-shown-changed'](before.formIds, after.formIds))]),
    ...(before.digest === after.digest ? [] : [wording(pointer, differenceSayings['step-says-else'])]),
  ];
};

const stepIdOf = ({ stepId }: StepRef): string => stepId;
const sectionIdOf = ({ sectionId }: Section): string => sectionId;

const sectionsDiffer = (before: Section, after: Section): Difference[] => {
  const pointer = `/sections/${after.sectionId}`;
  return [
    ...(before.title === after.title ? [] : [wording(pointer, differenceSayings['section-title-changed'])]),
    ...idsDiffer(
      { pointer, noun: 'step', of: partName('section', after.sectionId) },
      before.steps.map(stepIdOf),
      after.steps.map(stepIdOf),
    ),
    ...inBoth(before.steps, after.steps, stepIdOf, stepsDiffer),
  ];
};

/**
 * All in which a module differs from what it was (AUT-8); pointers are within the module. There is a structural difference exactly when
 * `moduleSkeleton` gives another skeleton.
 */
export const compareModules = (before: ModuleOutline, after: ModuleOutline): Difference[] => [
  ...(before.title === after.title ? [] : [wording('', differenceSayings['module-title-changed'])]),
  ...idsDiffer(
    { pointer: '', noun: 'section', of: theModule },
    before.sections.map(sectionIdOf),
    after.sections.map(sectionIdOf),
  ),
  ...inBoth(before.sections, after.sections, sectionIdOf, sectionsDiffer),
];
