import type { Kind } from '../measuring/asks.ts';
import type { Run } from '../measuring/drive.ts';
import type { Series } from '../measuring/series.ts';
import type { Observation } from '../serving/observation.ts';
import { median, percentile, rounded } from './statistics.ts';

/** One row of the result, as `--json` prints it. */
export interface RequestFigures {
  readonly name: Kind;
  readonly clients: number;
  readonly size: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly rps: number;
  readonly floorP50Ms: number;
  readonly ratio: number;
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const timesOf = (runs: readonly Run[]): number[] => runs.flatMap(({ timesMs }) => timesMs);

const perSecond = (runs: readonly Run[]): number =>
  (timesOf(runs).length * 1000) / runs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);

export const figuresOf = (
  { name, clients }: { name: Kind; clients: number },
  { stage: { size }, requests, floor }: Series,
  { roundTrips, readUnits, writeUnits }: Observation,
): RequestFigures => {
  const times = timesOf(requests);
  const p50 = median(times);
  const floorP50 = median(timesOf(floor));
  return {
    ...{ name, clients, size },
    p50Ms: rounded(p50, 2),
    p99Ms: rounded(percentile(times, 99), 2),
    rps: rounded(perSecond(requests), 0),
    floorP50Ms: rounded(floorP50, 2),
    ratio: rounded(p50 / floorP50, 2),
    ...{ roundTrips, readUnits, writeUnits },
  };
};
