import type { Stopping } from '../../infra/local/process/stopping.ts';
import { startApiProcess } from './api-process.ts';
import { createAsks } from './asks.ts';
import { fill } from './fill.ts';
import { personKeys, startLocalDatabase } from './local-database.ts';
import { changesOf, createPopulation, itemCount } from './population.ts';
import { startRecordingApi } from './recording-api.ts';
import type { Stage } from './series.ts';

interface Opening {
  readonly sizes: readonly number[];
  readonly stopping: Stopping;
  say(step: string): void;
}

/** Items between two words on how far the filling has come. */
const saidEvery = 50_000;

/** Fills one database with every population, each in tables of its own, and starts an API on each. */
export const openStages = async ({ sizes, stopping, say }: Opening): Promise<Stage[]> => {
  const local = await startLocalDatabase();
  stopping.add('DynamoDB Local', local.stop);
  const now = new Date();
  const stages: Stage[] = [];
  for (const size of sizes) {
    const population = createPopulation(size, now, personKeys);
    const { database, environment } = await local.open(size, now);
    let told = 0;
    await fill(database, changesOf(population), (written) => {
      if (written - told < saidEvery) return;
      told = written;
      say(`${written} of ${itemCount(population)} items written`);
    });
    say(`Population of ${size} instances and ${size} log entries written`);
    const recording = await startRecordingApi(database);
    stopping.add('recording API', recording.stop);
    const api = await startApiProcess(environment);
    stopping.add('API', api.stop);
    stages.push({ size, asks: createAsks(population), port: api.port, recording, bare: database.client });
  }
  return stages;
};
