import type { Difference } from '../../content/difference.ts';

/** What differs inside a module or a form, with pointers into it. */
type Inside = ReadonlyMap<string, readonly Difference[]>;

/**
 * In the place of each line that says only that a part differs, those that say in what. A part of which nothing more is known, because
 * it is new or gone, keeps its line. `inside` is by the part's own pointer.
 */
export const detailDifferences = (differences: readonly Difference[], inside: Inside): Difference[] =>
  differences.flatMap((whole) => {
    const within = (inside.get(whole.pointer) ?? []).map((one) => ({
      ...one,
      pointer: whole.pointer + one.pointer,
    }));
    // What an option said in an earlier minor is not to be seen in the two that are compared.
    const isTold = within.some(({ kind }) => kind === whole.kind);
    return isTold ? within : [whole, ...within];
  });
