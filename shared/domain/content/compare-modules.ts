import { differenceSayings } from '../sayings/difference-sayings.ts';
import { allParts, type Noun, partName, theModule } from '../sayings/part-name.ts';
import type { Wording } from '../wording.ts';
import { compareBlocks } from './compare-blocks.ts';
import { type Difference, structure, wording } from './difference.ts';
import type { StepRef } from './module-outline.ts';

type Step = Pick<StepRef, 'stepId' | 'title' | 'digest' | 'formIds' | 'blocks'>;
interface Section {
  readonly sectionId: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** What of a module is compared. Titles may be digests of them, in both. */
export interface ComparedModule {
  readonly title: string;
  readonly sections: readonly Section[];
}

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

/** Where the blocks are not known, no more than that something differs. */
const insideDiffers = (place: { readonly pointer: string }, before: Step, after: Step): Difference[] => {
  const otherwise = [wording(place.pointer, differenceSayings['step-says-else'])];
  if (before.blocks === undefined || after.blocks === undefined) return otherwise;
  const formsDiffer = !same(before.formIds, after.formIds);
  const told = compareBlocks(
    { ...place, name: partName('step', after.stepId) },
    [before.blocks, after.blocks],
    formsDiffer ? ['form'] : [],
  );
  const isTold = told.length > 0 || formsDiffer || before.title !== after.title;
  return isTold ? told : otherwise;
};

const stepsDiffer = (before: Step, after: Step): Difference[] => {
  const place = { pointer: `/steps/${after.stepId}` };
  return [
    ...(same(before.formIds, after.formIds)
      ? []
      : [structure(place.pointer, differenceSayings['forms-shown-changed'](before.formIds, after.formIds))]),
    ...(before.title === after.title
      ? []
      : [wording(place.pointer, differenceSayings['step-title-changed'])]),
    ...(before.digest === after.digest ? [] : insideDiffers(place, before, after)),
  ];
};

const stepIdOf = ({ stepId }: Step): string => stepId;
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
export const compareModules = (before: ComparedModule, after: ComparedModule): Difference[] => [
  ...(before.title === after.title ? [] : [wording('', differenceSayings['module-title-changed'])]),
  ...idsDiffer(
    { pointer: '', noun: 'section', of: theModule },
    before.sections.map(sectionIdOf),
    after.sections.map(sectionIdOf),
  ),
  ...inBoth(before.sections, after.sections, sectionIdOf, sectionsDiffer),
];
