import type { Said } from '../../sayings/said.ts';

/** Something in a form that cannot be kept; `path` leads to it from the form. */
export interface FormFault extends Said {
  readonly path: (string | number)[];
}

/** What stands more than once, each named once. */
const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, at) => ids.indexOf(id) !== at)),
];

/** One fault for each id that stands more than once. */
export const repeats = (
  saying: (id: string) => Said,
  ids: readonly string[],
  path: FormFault['path'],
): FormFault[] => repeated(ids).map((id) => ({ path, ...saying(id) }));
