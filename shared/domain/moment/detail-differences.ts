import type { Difference } from '../content/difference.ts';

/** What differs inside a module or a form, with pointers into it. */
type Inside = ReadonlyMap<string, readonly Difference[]>;

/**
 * In the place of each line that says only that a part differs, those that say in what. A part of which nothing more is known, because
 * it is new or gone, keeps its line. `inside` is by the part's own pointer.
 */
export const detailDifferences = (differences: readonly Difference[], inside: Inside): Difference[] =>
  differences.flatMap((whole) => {
    const within = inside.get(whole.pointer) ?? [];
    return within.length === 0
      ? [whole]
      : within.map((one) => ({ ...one, pointer: whole.pointer + one.pointer }));
  });
