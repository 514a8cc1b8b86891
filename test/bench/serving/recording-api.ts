import { v7 as uuidv7 } from 'uuid';
import { type Route, routes } from '../../../functions/routes.ts';
import { startApiServer } from '../../../infra/local/api/api-server.ts';
import type { LambdaHandler } from '../../../infra/local/api/load-handler.ts';
import { nationalManagement, staff } from '../../../infra/local/data/demo-data.ts';
import { stageSettings } from '../../../infra/stages/stage-settings.ts';
import { createTokenVerifier } from '../../../shared/auth/token-verifier.ts';
import { requestAnsweredWithinMs } from '../../../shared/config/aws-patience.ts';
import { createPipeline } from '../../../shared/http/pipeline.ts';
import type { Runtime } from '../../../shared/http/runtime.ts';
import { createCursors } from '../../../shared/persistence/engine/cursor.ts';
import type { Database } from '../../../shared/persistence/engine/database.ts';
import { createStores, type Registers } from '../../../shared/persistence/stores.ts';
import { openMediaStore } from '../../../shared/storage/s3-media-store.ts';
import { keySource, residentIssuer, staffIssuer } from '../../support/tokens.ts';
import { loadUseCase } from '../../support/use-cases.ts';
import type { Plan } from '../measuring/replay.ts';
import { type Ask, openHttp } from './http-client.ts';
import { personKeySecret, personKeys } from './local-database.ts';
import { type Observation, observationOf } from './observation.ts';
import { createRecorder, type Recorder, wavesOf } from './recorder.ts';

/** As a function makes it at its first request, less the log. */
const runtimeOver = (database: Database, registers: Registers): Runtime => {
  const now = () => new Date();
  return {
    database,
    stores: createStores(database, createCursors(personKeySecret), {
      ...registers,
      media: openMediaStore(),
    }),
    verifyToken: createTokenVerifier({ issuers: [staffIssuer, residentIssuer], source: keySource, now }),
    personKeys,
    nationalManagement,
    nationalAdministrators: [staff.nationalAdmin],
    careWithoutCard: true,
    allowedOrigins: [],
    mediaLimits: stageSettings.dev.media.limits,
    log: { info: () => undefined, error: (event, fields) => console.error(event, fields) },
    answeredWithinMs: requestAnsweredWithinMs,
    now,
    newId: uuidv7,
  };
};

const serve = (runtime: Runtime) => {
  const pipelineOf = async (route: Route): Promise<LambdaHandler> => {
    const pipeline = createPipeline(await loadUseCase(route), () => runtime);
    return async (event, context) =>
      pipeline(event as Parameters<typeof pipeline>[0], context, () => undefined);
  };
  return startApiServer(0, {
    routes,
    allowedOrigins: [],
    load: pipelineOf,
    page: async () => undefined,
    onError: (error) => console.error('The recording API failed:', error),
  });
};

export interface RecordingApi {
  /** Carries a request out and tells what it took of the database. */
  observe(ask: Ask): Promise<Observation>;
  /** The calls a request needs, with nothing written. */
  plan(ask: Ask): Promise<Plan>;
  stop(): Promise<void>;
}

/**
 * The same pipeline and use cases over a client that notes every call. Bare calls are replayed from what it notes, so
 * that they cannot drift from what the code does.
 */
export const startRecordingApi = async (
  { tables }: Database,
  registers: Registers,
): Promise<RecordingApi> => {
  const recorder: Recorder = createRecorder();
  const database = { client: recorder.client, tables };
  const server = await serve(runtimeOver(database, registers));
  const http = openHttp(server.address.port, 1);
  return {
    observe: (ask) => observationOf(recorder, database, () => http.send(ask)),
    async plan(ask) {
      const { calls } = await recorder.record('hold-writes', () => http.send(ask));
      return { waves: wavesOf(calls) };
    },
    async stop() {
      http.close();
      await server.stop();
    },
  };
};
