import { randomUUID } from 'node:crypto';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type StreamTrigger, triggers } from '../../../functions/triggers.ts';
import type { Table } from '../../../shared/contract/grant.ts';
import { loadHandler } from '../api/load-handler.ts';
import { DynamoStreamReader } from '../event-source/dynamo-stream-reader.ts';
import { EventSource } from '../event-source/event-source.ts';
import { FileCheckpoints } from '../event-source/file-checkpoints.ts';
import type { FilterPattern } from '../event-source/filter-pattern.ts';
import type { InvocationRecord } from '../event-source/invocation-record.ts';
import type { EventSourceSettings } from '../event-source/settings.ts';
import { wait } from '../event-source/wait.ts';
import { type LocalSettings, pathIn } from '../process/settings.ts';
import { keepFailedRecord } from './failed-records.ts';

/** Milliseconds that stopping waits for the streams to run empty; the checkpoints keep what is left. */
const drainPatience = 10_000;

interface Surroundings {
  readonly settings: LocalSettings;
  readonly client: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly tables: Readonly<Record<Table, string>>;
}

export interface Streams {
  readonly consumers: readonly string[];
  stop(): Promise<void>;
}

const mappingOf = (trigger: StreamTrigger): EventSourceSettings => ({
  batchSize: trigger.batchSize,
  maximumRetryAttempts: trigger.maximumRetryAttempts,
  maximumRecordAgeSeconds: trigger.maximumRecordAgeSeconds,
  filters: trigger.filters as readonly FilterPattern[],
  bisectBatchOnFunctionError: true,
  reportBatchItemFailures: true,
});

const readerOf = async ({ client, streams, tables }: Surroundings, table: Table) => {
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName: tables[table] }));
  if (described?.LatestStreamArn === undefined) throw new Error(`The table ${table} has no stream`);
  return new DynamoStreamReader(streams, described.LatestStreamArn);
};

interface Consumer {
  readonly name: string;
  readonly source: EventSource;
  stop(): Promise<void>;
}

const openConsumer = async (surroundings: Surroundings, trigger: StreamTrigger): Promise<Consumer> => {
  const { settings } = surroundings;
  const { name, context, stream } = trigger;
  let stopping = false;
  const source = new EventSource({
    reader: await readerOf(surroundings, stream),
    checkpoints: new FileCheckpoints(pathIn(settings, 'checkpoints', `${name}.json`)),
    settings: mappingOf(trigger),
    functionArn: `arn:aws:lambda:eu-north-1:000000000000:function:${name}`,
    handler: await loadHandler(context, name),
    clock: { now: () => new Date() },
    newRequestId: randomUUID,
    wait,
    async onFailure(record: InvocationRecord) {
      const file = await keepFailedRecord(pathIn(settings, 'failed-records'), record);
      console.error(`${name} gave up on ${record.DDBStreamBatchInfo.batchSize} records; they lie in ${file}`);
    },
    // While stopping, one line says it all.
    onError: (error) => (stopping ? undefined : console.error(`${name}:`, error)),
  });
  const stop = () => {
    stopping = true;
    return drainAndStop(name, source);
  };
  return { name, source, stop };
};

/** Runs empty what can be run empty: a consumer that keeps failing must not hold the stop up. */
const drainAndStop = async (name: string, source: EventSource): Promise<void> => {
  const patience = new AbortController();
  const drained = source.drain().then(
    () => true,
    () => false,
  );
  const late = wait(drainPatience, patience.signal).then(() => false);
  if (!(await Promise.race([drained, late])))
    console.error(`${name} was not done; it gets what is left at the next start`);
  patience.abort();
  await source.stop();
};

/** Feeds each stream to the function that the triggers name, with its own settings, as its event source mapping would. */
export const startStreams = async (surroundings: Surroundings): Promise<Streams> => {
  const wanted = triggers.filter((trigger) => 'stream' in trigger);
  const consumers = await Promise.all(wanted.map((trigger) => openConsumer(surroundings, trigger)));
  for (const { source } of consumers) source.start();
  return {
    consumers: consumers.map(({ name }) => name),
    async stop() {
      await Promise.all(consumers.map((consumer) => consumer.stop()));
    },
  };
};
