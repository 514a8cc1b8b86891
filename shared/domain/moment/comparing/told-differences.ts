import type { Difference } from '../../content/difference.ts';
import { isStructural } from './compare-versions.ts';

/** Lines, and bytes of them in both languages, that are told of what differs, and kept with what was published. */
const mostLines = 100;
const mostBytes = 60_000;

interface Told {
  readonly differences: Difference[];
  /** How many there are beside them; absent where that is none. */
  readonly differencesLeft?: number;
}

/** As much of what differs as is told at once. Where that is not all, what is structure comes first: it decides the version. */
export const toldDifferences = (all: readonly Difference[]): Told => {
  let bytes = 0;
  const fits = (one: Difference, at: number): boolean => {
    bytes += Buffer.byteLength(JSON.stringify(one));
    return at < mostLines && (bytes <= mostBytes || at === 0);
  };
  if (all.every(fits)) return { differences: [...all] };
  bytes = 0;
  const ranked = [...all.filter(isStructural), ...all.filter((one) => !isStructural(one))];
  const first = ranked.findIndex((one, at) => !fits(one, at));
  return { differences: ranked.slice(0, first), differencesLeft: all.length - first };
};
