import type { Load, Options } from '../options.ts';
import { figuresOf, type RequestFigures } from '../reporting/figures.ts';
import type { Observation } from '../serving/observation.ts';
import { type Kind, kinds } from './asks.ts';
import { measure, type Stage, warmUp } from './series.ts';

type Observations = Readonly<Record<Kind, Observation>>;

const observe = async ({ recording, asks }: Stage): Promise<Observations> => {
  const seen: [Kind, Observation][] = [];
  for (const kind of kinds) seen.push([kind, await recording.observe(await asks.next(kind))]);
  return Object.fromEntries(seen) as Record<Kind, Observation>;
};

interface Measured {
  readonly figures: RequestFigures[];
  /** What each request took of the largest population. */
  readonly units: Observations;
}

/** Every kind of request on every stage with every number of clients. */
export const measureRequests = async (
  stages: readonly Stage[],
  { loads, warmUp: times }: Options,
  say: (step: string) => void,
): Promise<Measured> => {
  const observed = new Map<Stage, Observations>();
  for (const stage of stages) {
    for (const kind of kinds) await warmUp(stage, kind, times);
    observed.set(stage, await observe(stage));
  }
  say('Warm');
  const figuresAt = async (name: Kind, load: Load): Promise<RequestFigures[]> => {
    const all = await measure(stages, name, load);
    say(`${name} measured with ${load.clients} at a time`);
    return all.map((series) =>
      figuresOf({ name, clients: load.clients }, series, observationIn(observed, series.stage)[name]),
    );
  };
  const figures: RequestFigures[] = [];
  for (const kind of kinds) for (const load of loads) figures.push(...(await figuresAt(kind, load)));
  return { figures, units: observationIn(observed, stages.at(-1)) };
};

const observationIn = (
  observed: ReadonlyMap<Stage, Observations>,
  stage: Stage | undefined,
): Observations => {
  const found = stage && observed.get(stage);
  if (!found) throw new Error('Nothing was observed');
  return found;
};
