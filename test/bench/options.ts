import { parseArgs } from 'node:util';

/** One number of concurrent clients, and how much is asked of them. */
export interface Load {
  readonly clients: number;
  /** Requests in one block; blocks of requests and of bare calls take turns. */
  readonly block: number;
  readonly rounds: number;
}

export interface Options {
  readonly json: boolean;
  readonly writeCost: boolean;
  /** Instances, and as many log entries, in each population measured. */
  readonly sizes: readonly number[];
  readonly loads: readonly Load[];
  readonly warmUp: number;
  /** Times each function's module is loaded; the median counts. */
  readonly moduleLoads: number;
  /** Quick, and misleading: only the first then pays for what all share. */
  readonly loadsInOneNode: boolean;
}

/** The message says what to write instead; show it alone. */
export class OptionUnusable extends Error {
  override readonly name = 'OptionUnusable';
}

const full = {
  sizes: [100, 100_000],
  loads: [
    { clients: 1, block: 50, rounds: 12 },
    { clients: 8, block: 160, rounds: 7 },
  ],
  warmUp: 250,
  moduleLoads: 7,
  loadsInOneNode: false,
} as const;

/** Proves that everything runs; its figures mean nothing. */
const quick = {
  sizes: [20, 40],
  loads: [
    { clients: 1, block: 2, rounds: 1 },
    { clients: 8, block: 8, rounds: 1 },
  ],
  warmUp: 1,
  moduleLoads: 1,
  loadsInOneNode: true,
} as const;

const sizesIn = (text: string): number[] => {
  const sizes = text.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 20)) return sizes;
  throw new OptionUnusable('--sizes takes whole numbers of at least 20, such as --sizes 100,100000');
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        sizes: { type: 'string' },
        'write-cost': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new OptionUnusable(`${(error as Error).message}\nKnown: --json --quick --sizes --write-cost`);
  }
};

/** Throws `OptionUnusable`. */
export const readOptions = (args: readonly string[]): Options => {
  const { json, quick: isQuick, sizes, 'write-cost': writeCost } = parsed(args);
  const usual = isQuick ? quick : full;
  return { ...usual, json, writeCost, sizes: sizes === undefined ? usual.sizes : sizesIn(sizes) };
};
