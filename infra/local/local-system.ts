import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Route, routes } from '../../functions/routes.ts';
import type { Table } from '../../shared/contract/grant.ts';
import { requestSayings } from '../../shared/domain/sayings/request-sayings.ts';
import { startApiServer } from './api/api-server.ts';
import { referencePage } from './api/docs-page.ts';
import { loadHandler } from './api/load-handler.ts';
import { createReadiness, type Readiness } from './api/readiness.ts';
import { startDynamoDbLocal } from './data/dynamodb-local.ts';
import { withJava } from './data/java.ts';
import { createLocalTables, tablesInTemplate } from './data/tables.ts';
import { wait } from './event-source/wait.ts';
import { startIdentityProviders } from './identity/identity-providers.ts';
import { startObjectStore } from './object-store/object-store-server.ts';
import { scanUpload } from './object-store/scanner.ts';
import { assertPortsFree } from './process/free-ports.ts';
import { keptFile } from './process/kept-file.ts';
import {
  allowedOriginsAt,
  handlerEnvironment,
  type LocalSettings,
  localBuckets,
  localKey,
  origin,
  pathIn,
} from './process/settings.ts';
import { claimRun } from './process/single-run.ts';
import type { Stopping } from './process/stopping.ts';
import { readRegisterData } from './registers/register-data.ts';
import { startRegisters } from './registers/registers-server.ts';
import { startObjectEvents } from './triggers/object-events.ts';
import { startSchedules } from './triggers/schedules.ts';
import { startStreams } from './triggers/streams.ts';

interface Start {
  readonly settings: LocalSettings;
  /** Everything started is added at once, so that a start that fails half-way can be undone. */
  readonly stopping: Stopping;
  /** Told of each step when it is done. */
  say(step: string): void;
}

const tablePrefix = 'local-';

const startDatabase = async ({ settings, stopping, say }: Start) => {
  const database = await startDynamoDbLocal({ path: pathIn(settings, 'dynamodb') });
  stopping.add('DynamoDB Local', database.stop);
  if (database.ended !== undefined)
    say(`Process ${database.ended} still had the data of an earlier start: ended`);
  say(`DynamoDB Local answers at ${database.endpoint}`);
  const { endpoint } = database;
  const connection = {
    endpoint,
    region: 'eu-north-1',
    credentials: localKey,
  };
  const client = new DynamoDBClient(connection);
  const tables = await createLocalTables(client, tablesInTemplate(), tablePrefix);
  say(`Tables: ${Object.values(tables).join(', ')}`);
  return { endpoint, client, streams: new DynamoDBStreamsClient(connection), tables };
};

const keptSecret = (settings: LocalSettings, name: string): Promise<string> =>
  keptFile(pathIn(settings, name), () => randomBytes(32).toString('base64url'));

/** The functions read their environment from the process, as in Lambda. Gives the key the registers know them by. */
const prepareFunctions = async (
  { settings }: Start,
  { endpoint, tables }: { endpoint: string; tables: Record<Table, string> },
): Promise<string> => {
  const personKeySecret = await keptSecret(settings, 'person-key-secret');
  const registerKey = await keptSecret(settings, 'register-key');
  Object.assign(
    process.env,
    handlerEnvironment(settings, {
      ...{ endpoint, tables, personKeySecret, registerKey },
      mediaEndpoint: origin(settings.ports.media),
    }),
  );
  // The functions' own log lines would drown the words of the start; failures still come through.
  process.env['POWERTOOLS_LOG_LEVEL'] ??= 'WARN';
  return registerKey;
};

const startPeopleRegisters = async ({ settings, stopping, say }: Start, key: string): Promise<void> => {
  const known = await readRegisterData();
  const registers = await startRegisters({ port: settings.ports.registers, key, ...known });
  stopping.add('registers', registers.stop);
  say(
    `Registers at ${origin(settings.ports.registers)}: ${known.persons.length} people in the person register, ` +
      `${known.staff.length} in the staff directory`,
  );
};

/** Uploads wake the functions, and are scanned; what the scanner says wakes them again. */
const startMedia = async ({ settings, stopping, say }: Start): Promise<void> => {
  const onError = (error: unknown) => console.error('Media:', error);
  const events = await startObjectEvents({
    load: ({ context, name }) => loadHandler(context, name),
    ...{ wait, onError },
  });
  const store = await startObjectStore({
    port: settings.ports.media,
    directory: pathIn(settings, 'media'),
    buckets: localBuckets,
    allowedOrigins: allowedOriginsAt(settings),
    secretOf: (key) => (key === localKey.accessKeyId ? localKey.secretAccessKey : undefined),
    onEvent(event) {
      events.tell(event);
      if (event.name === 'ObjectCreated:Post') scanUpload(store, event).catch(onError);
    },
    onError,
  });
  stopping.add('object store', store.stop);
  stopping.add('object events', events.stop);
  say(`Object store at ${store.endpoint}: what is uploaded is scanned`);
};

const startLogins = async ({ settings, stopping, say }: Start): Promise<void> => {
  const { ports } = settings;
  const providers = await startIdentityProviders(settings);
  stopping.add('identity providers', providers.stop);
  say(`Identity providers: staff at ${origin(ports.staff)}, residents at ${origin(ports.resident)}`);
  const schedules = await startSchedules((error) => console.error('A scheduled function failed:', error));
  stopping.add('schedules', schedules.stop);
  say('Their public keys are stored for the functions');
};

const startApi = async ({ settings, stopping, say }: Start, { page }: Readiness): Promise<void> => {
  const load = ({ folder, contract }: Route) => loadHandler(folder, contract.operationId);
  // Now and not at the first request: a route without its function is found out at once.
  await Promise.all(routes.map(load));
  const server = await startApiServer(settings.ports.api, {
    routes,
    allowedOrigins: allowedOriginsAt(settings),
    load,
    page: async (path) => page(path) ?? referencePage(path),
    onError: (error) => console.error('The API server failed:', error),
  });
  stopping.add('API', server.stop);
  say(`API: ${routes.length} routes at ${origin(settings.ports.api)}`);
};

/**
 * Starts the whole system on this machine, which says that it is not ready until told that it is. Throws one of the explained errors,
 * with what was started left to `stopping`.
 */
export const startSystem = async (start: Start): Promise<Readiness> => {
  const { settings, stopping, say } = start;
  // Before anything else: without it nothing of this can be.
  await withJava(process.env);
  const claim = await claimRun(settings);
  stopping.add('claim', claim.release);
  await assertPortsFree(settings);
  const database = await startDatabase(start);
  const registerKey = await prepareFunctions(start, database);
  await startPeopleRegisters(start, registerKey);
  await startLogins(start);
  await startMedia(start);
  const streams = await startStreams({ settings, ...database });
  stopping.add('streams', streams.stop);
  say(`Streams feed ${streams.consumers.join(', ')}`);
  const readiness = createReadiness(requestSayings['still-being-set-up']);
  await startApi(start, readiness);
  return readiness;
};
