import { setUpOrganisation } from '../../../infra/local/demo/acts/organisation.ts';
import type { Stopping } from '../../../infra/local/process/stopping.ts';
import type { Database } from '../../../shared/persistence/engine/database.ts';
import { fill } from '../population/fill.ts';
import { changesOf, createPopulation, itemCount, type Population } from '../population/population.ts';
import { startApiProcess } from '../serving/api-process.ts';
import { openHttp } from '../serving/http-client.ts';
import { personKeys, startLocalDatabase } from '../serving/local-database.ts';
import { startRecordingApi } from '../serving/recording-api.ts';
import { connectRegisters, startBenchRegisters } from '../serving/registers.ts';
import { createAsks } from './asks.ts';
import type { Stage } from './series.ts';
import { takeAt } from './take-at.ts';

interface Opening {
  readonly sizes: readonly number[];
  readonly stopping: Stopping;
  say(step: string): void;
}

/** Items between two words on how far the filling has come. */
const saidEvery = 50_000;

const fillWith = async (population: Population, database: Database, say: Opening['say']): Promise<void> => {
  let told = 0;
  await fill(database, changesOf(population), (written) => {
    if (written - told < saidEvery) return;
    told = written;
    say(`${written} of ${itemCount(population)} items written`);
  });
  say(`Population of ${population.size} instances and ${population.size} log entries written`);
};

/** Through the API, as everybody’s is: who may do what is then written in one place, the demo’s. */
const organise = async (port: number): Promise<void> => {
  const http = openHttp(port, 1);
  await setUpOrganisation(takeAt(http));
  http.close();
};

/** Fills one database with every population, each in tables of its own, and starts an API on each. */
export const openStages = async ({ sizes, stopping, say }: Opening): Promise<Stage[]> => {
  const registers = await startBenchRegisters(Math.max(...sizes));
  stopping.add('registers', registers.stop);
  const local = await startLocalDatabase();
  stopping.add('DynamoDB Local', local.stop);
  const now = new Date();
  const stages: Stage[] = [];
  for (const size of sizes) {
    const population = createPopulation(size, now, personKeys);
    const { database, environment } = await local.open(size, registers.variables);
    await fillWith(population, database, say);
    const recording = await startRecordingApi(database, connectRegisters(registers.variables));
    stopping.add('recording API', recording.stop);
    const api = await startApiProcess(environment);
    stopping.add('API', api.stop);
    await organise(api.port);
    stages.push({ size, asks: createAsks(population), port: api.port, recording, bare: database.client });
  }
  say('Organisations set up');
  return stages;
};
