import { blockName, otherFields } from '../sayings/block-name.ts';
import { differenceSayings } from '../sayings/difference-sayings.ts';
import { within } from '../sayings/part-name.ts';
import type { Wording } from '../wording.ts';
import { type BlockKind, blockIn, blocksIn } from './block-fingerprint.ts';
import { type Difference, wording } from './difference.ts';

/** A block in its place; `print` is its fingerprint. */
interface Placed {
  readonly at: number;
  readonly print: string;
}
type Pair = readonly [was: Placed, is: Placed];
type Alike = (was: Placed, is: Placed) => boolean;
interface Both {
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
}

const isSame: Alike = (was, is) => was.print === is.print;
const isOfOneKind: Alike = (was, is) => was.print.charAt(0) === is.print.charAt(0);

/** The longest row of pairs that are alike, in the order of both. */
const longestRow = ({ before, after }: Both, alike: Alike): Pair[] => {
  const rows: Pair[][] = [...after, undefined].map(() => []);
  for (const was of before.toReversed()) {
    let diagonal: Pair[] = [];
    for (const [at, is] of [...after.entries()].toReversed()) {
      const [below = [], right = []] = [rows[at], rows[at + 1]];
      const longer = right.length > below.length ? right : below;
      rows[at] = alike(was, is) ? [[was, is], ...diagonal] : longer;
      diagonal = below;
    }
  }
  return rows[0] ?? [];
};

/** Those that begin, or end, both lists alike stand as they did, also where another block says the same. */
const standing = ({ before, after }: Both): Pair[] => {
  const shorter = Math.min(before.length, after.length);
  const pairAt = (was?: Placed, is?: Placed): Pair[] => (was && is && isSame(was, is) ? [[was, is]] : []);
  const first: Pair[] = [];
  while (first.length < shorter) {
    const next = pairAt(before[first.length], after[first.length]);
    if (next.length === 0) break;
    first.push(...next);
  }
  const last: Pair[] = [];
  while (first.length + last.length < shorter) {
    const next = pairAt(before.at(-1 - last.length), after.at(-1 - last.length));
    if (next.length === 0) break;
    last.unshift(...next);
  }
  const middle = {
    before: before.slice(first.length, before.length - last.length),
    after: after.slice(first.length, after.length - last.length),
  };
  return [...first, ...longestRow(middle, isSame), ...last];
};

const without = ({ before, after }: Both, pairs: readonly Pair[]): Both => ({
  before: before.filter((one) => !pairs.some(([was]) => was === one)),
  after: after.filter((one) => !pairs.some(([, is]) => is === one)),
});

/** Each that is there again somewhere else. */
const movedIn = ({ before, after }: Both): Pair[] => {
  const left = [...before];
  return after.flatMap((is): Pair[] => {
    const at = left.findIndex((was) => isSame(was, is));
    const [was] = at < 0 ? [] : left.splice(at, 1);
    return was ? [[was, is]] : [];
  });
};

/** Blocks of one kind that stand, in the same order, between the same two that stand as they did: one that says something else. */
const changedIn = ({ before, after }: Both, stood: readonly Pair[]): Pair[] => {
  const gapOf = (side: 0 | 1, { at }: Placed) => stood.filter((pair) => pair[side].at < at).length;
  return [...stood.keys(), stood.length].flatMap((gap) =>
    longestRow(
      {
        before: before.filter((one) => gapOf(0, one) === gap),
        after: after.filter((one) => gapOf(1, one) === gap),
      },
      isOfOneKind,
    ),
  );
};

const placed = (fingerprint: string): Placed[] => blocksIn(fingerprint).map((print, at) => ({ at, print }));

interface Step {
  readonly pointer: string;
  readonly name: Wording;
}

const nameOf = ({ at, print }: Placed): Wording => blockName(blockIn(print).kind, at);

const fieldsDiffer = ({ pointer, name }: Step, [was, is]: Pair): Difference[] => {
  const before = blockIn(was.print).digests;
  return [...blockIn(is.print).digests]
    .filter(([field, digest]) => before.get(field) !== digest)
    .map(([field]) =>
      wording(
        `${pointer}/blocks/${is.at}/${field}`,
        differenceSayings['block-has-other'](within(nameOf(is), name), otherFields[field]),
      ),
    );
};

/**
 * Which blocks of a step are others than they were, and in what; from their fingerprints, and all of it wording. Left out are the kinds
 * that are told of otherwise.
 */
export const compareBlocks = (
  step: Step,
  [before, after]: readonly [string, string],
  toldOtherwise: readonly BlockKind[] = [],
): Difference[] => {
  const isTold = ({ print }: Placed) => !toldOtherwise.includes(blockIn(print).kind);
  const both = { before: placed(before), after: placed(after) };
  const stood = standing(both);
  const others = without(both, stood);
  const moved = movedIn(others);
  const changed = changedIn(without(others, moved), stood);
  const { before: gone, after: added } = without(others, [...moved, ...changed]);
  const at = (one: Placed) => `${step.pointer}/blocks/${one.at}`;
  return [
    ...gone
      .filter(isTold)
      .map((one) => wording(at(one), differenceSayings['part-gone'](nameOf(one), step.name))),
    ...added
      .filter(isTold)
      .map((one) => wording(at(one), differenceSayings['part-new'](nameOf(one), step.name))),
    ...moved
      .filter(([, is]) => isTold(is))
      .map(([, is]) => wording(at(is), differenceSayings['part-moved'](nameOf(is), step.name))),
    ...changed.filter(([, is]) => isTold(is)).flatMap((pair) => fieldsDiffer(step, pair)),
  ];
};
