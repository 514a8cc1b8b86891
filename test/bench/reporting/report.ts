import type { FunctionFigures } from '../measuring/functions.ts';
import type { RequestFigures } from './figures.ts';
import { rounded } from './statistics.ts';

export interface Result {
  readonly requests: readonly RequestFigures[];
  readonly functions: readonly FunctionFigures[];
}

/** Columns as wide as their widest cell, numbers to the right. */
const table = (rows: readonly Readonly<Record<string, string | number>>[]): string => {
  const names = Object.keys(rows[0] ?? {});
  const width = (name: string) => Math.max(name.length, ...rows.map((row) => String(row[name]).length));
  const cell = (name: string, value: string | number = '') =>
    typeof value === 'number' ? String(value).padStart(width(name)) : value.padEnd(width(name));
  const numeric = (name: string) => typeof rows[0]?.[name] === 'number';
  const head = names.map((name) => (numeric(name) ? name.padStart(width(name)) : cell(name, name)));
  return [head, ...rows.map((row) => names.map((name) => cell(name, row[name])))]
    .map((cells) => `  ${cells.join('  ').trimEnd()}`)
    .join('\n');
};

const requestTable = (requests: readonly RequestFigures[]): string =>
  table(
    requests.map(({ name, clients, size, ...row }) => ({
      ...{ request: name, clients, size, ratio: row.ratio, 'p50 ms': row.p50Ms, 'bare p50': row.floorP50Ms },
      ...{ 'p99 ms': row.p99Ms, rps: row.rps, trips: row.roundTrips },
      ...{ 'read units': row.readUnits, 'write units': row.writeUnits },
    })),
  );

export interface Growth {
  readonly request: string;
  readonly clients: number;
  readonly from: number;
  readonly to: number;
  /** How many times the p50 of the smaller population the larger one's is; and of its bare calls. */
  readonly growth: number;
  readonly bareGrowth: number;
}

/** The largest population against the smallest, for each request and number of clients. */
export const growthIn = (requests: readonly RequestFigures[]): Growth[] =>
  [...Map.groupBy(requests, ({ name, clients }) => `${name} ${clients}`).values()].flatMap((rows) => {
    const bySize = rows.toSorted((one, other) => one.size - other.size);
    const [small, large] = [bySize[0], bySize.at(-1)];
    if (!small || !large || small === large) return [];
    return [
      {
        ...{ request: small.name, clients: small.clients, from: small.size, to: large.size },
        growth: rounded(large.p50Ms / small.p50Ms, 2),
        bareGrowth: rounded(large.floorP50Ms / small.floorP50Ms, 2),
      },
    ];
  });

const growthTable = (requests: readonly RequestFigures[]): string =>
  table(
    growthIn(requests).map(({ growth, bareGrowth, ...row }) => ({
      ...row,
      'p50 grows': growth,
      'bare grows': bareGrowth,
    })),
  );

const functionTable = (functions: readonly FunctionFigures[]): string =>
  table(
    functions.map(({ name, bundleBytes, loadMs }) => ({
      function: name,
      bytes: bundleBytes,
      'load ms': loadMs,
    })),
  );

const aboutRegisters = [
  '  Lookups in the person register and the staff directory are HTTP and no calls to DynamoDB: part of what a request takes,',
  '  but not of its bare calls. openInstance, readForm and the lists of residents make one each; of the staff directory an answer is',
  '  kept for a minute. The registers here are local ones in the bench’s own process: real ones take longer.',
].join('\n');

export const reportOf = ({ requests, functions }: Result): string =>
  [
    'Requests over HTTP beside the bare SDK calls each needs',
    requestTable(requests),
    aboutRegisters,
    'What grows with the population',
    growthTable(requests),
    'Functions as they are deployed',
    functionTable(functions),
  ].join('\n\n');
