import * as z from 'zod';
import { plainLine } from '../plain-text.ts';
import type { Fault } from '../problem.ts';
import { Problem } from '../problem.ts';
import { careSayings } from '../sayings/care-sayings.ts';

/** Categories of a unit, and of one moment. */
const mostCategories = 30;
export const mostOfMoment = 3;

/** Characters of what a category is called. */
const longestCategory = 60;

/** A unit’s own words for its moments, by ids that the moments carry: what is removed is shown nowhere, and no moment is written. */
export const unitCategories = z.object({ unit: z.string(), names: z.record(z.string(), z.string()) });
export type UnitCategories = z.infer<typeof unitCategories>;

export const givenCategories = z
  .array(
    z.strictObject({
      categoryId: z.uuid().optional().meta({ description: 'Of one that is there; a new one has none' }),
      name: plainLine({ min: 1, max: longestCategory }),
    }),
  )
  .max(mostCategories);
type Given = z.infer<typeof givenCategories>;

export const shownCategory = z.object({ categoryId: z.uuid(), name: z.string() });
export type ShownCategory = z.infer<typeof shownCategory>;

type Names = UnitCategories['names'];

const faultsIn = (given: Given, before: Names): Fault[] => {
  const called = given.map(({ name }) => name.toLocaleLowerCase('sv'));
  const ids = given.map(({ categoryId }) => categoryId);
  return given.flatMap(({ categoryId, name }, at) => [
    ...(called.indexOf(name.toLocaleLowerCase('sv')) < at
      ? [{ pointer: `/body/categories/${at}/name`, ...careSayings['category-twice'] }]
      : []),
    ...(categoryId !== undefined && (!Object.hasOwn(before, categoryId) || ids.indexOf(categoryId) < at)
      ? [{ pointer: `/body/categories/${at}/categoryId`, ...careSayings['category-unknown'] }]
      : []),
  ]);
};

/** What the unit’s categories are from then on: kept and renamed by their ids, new where they have none, removed where they are left out. */
export const categoriesAfter = (before: Names, given: Given, newId: () => string): Names => {
  const faults = faultsIn(given, before);
  if (faults.length > 0) throw new Problem('validation-failed', faults);
  return Object.fromEntries(given.map(({ categoryId = newId(), name }) => [categoryId, name]));
};

/** In alphabetical order: all of them, or those of some ids that are there still. */
export const shownCategories = (names: Names, ids: readonly string[] = Object.keys(names)): ShownCategory[] =>
  Object.entries(names)
    .filter(([categoryId]) => ids.includes(categoryId))
    .map(([categoryId, name]) => ({ categoryId, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'sv'));

export const categoryUnknown = (): Problem =>
  new Problem('validation-failed', [{ pointer: '/body/categories', ...careSayings['category-unknown'] }]);
