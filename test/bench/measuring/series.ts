import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Load } from '../options.ts';
import { type Ask, openHttp } from '../serving/http-client.ts';
import type { RecordingApi } from '../serving/recording-api.ts';
import type { Asks, Kind } from './asks.ts';
import { drive, type Run } from './drive.ts';
import { type Plan, replay } from './replay.ts';

/** One population with the API that serves it. */
export interface Stage {
  readonly size: number;
  readonly asks: Asks;
  readonly port: number;
  readonly recording: RecordingApi;
  /** For the bare calls, with the functions' own settings. */
  readonly bare: DynamoDBDocumentClient;
}

/** Times of one kind of request with one number of clients on one stage, and of the bare calls it needs. */
export interface Series {
  readonly stage: Stage;
  readonly requests: Run[];
  readonly floor: Run[];
}

/** Touches nothing: opens the connections, so that no request measured waits for one. */
const greeting: Ask = { method: 'GET', path: '/health', token: 'none', status: 200 };

const requestBlock = async ({ asks, port }: Stage, kind: Kind, { block, clients }: Load): Promise<Run> => {
  const http = openHttp(port, clients);
  const prepared = [];
  for (let at = 0; at < block; at += 1) prepared.push(await asks.next(kind));
  await Promise.all(Array.from({ length: clients }, () => http.send(greeting)));
  const run = await drive(
    prepared.map((ask) => () => http.send(ask)),
    clients,
  );
  http.close();
  return run;
};

/** A plan is made of what is stored, so no two in a block may write to the same place. */
const floorBlocks = async (
  { asks, recording, bare }: Stage,
  kind: Kind,
  { block, clients }: Load,
): Promise<Run[]> => {
  const runs: Run[] = [];
  const lap = asks.lapOf(kind);
  for (let left = block; left > 0; left -= lap) {
    const plans: Plan[] = [];
    for (let at = 0; at < Math.min(left, lap); at += 1)
      plans.push(await recording.plan(await asks.next(kind)));
    runs.push(
      await drive(
        plans.map((plan) => () => replay(bare, plan)),
        clients,
      ),
    );
  }
  return runs;
};

/** Blocks of requests and of bare calls take turns, on all stages, so that what disturbs the machine disturbs all alike. */
export const measure = async (
  stages: readonly Stage[],
  kind: Kind,
  load: Load,
): Promise<readonly Series[]> => {
  const series = stages.map((stage): Series => ({ stage, requests: [], floor: [] }));
  for (let round = 0; round < load.rounds; round += 1)
    for (const { stage, requests, floor } of round % 2 === 0 ? series : series.toReversed()) {
      requests.push(await requestBlock(stage, kind, load));
      floor.push(...(await floorBlocks(stage, kind, load)));
    }
  return series;
};

/** What the compiler makes of the code changes over the first hundreds of requests; those are not counted. */
export const warmUp = async (stage: Stage, kind: Kind, requests: number): Promise<void> => {
  const load = { clients: 4, block: requests, rounds: 1 };
  await requestBlock(stage, kind, load);
  await floorBlocks(stage, kind, load);
};
