import { randomUUID } from 'node:crypto';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { createWriteAuditLog } from '../../functions/audit/write-audit-log.ts';
import { type StreamTrigger, triggers } from '../../functions/triggers.ts';
import { DynamoStreamReader } from '../../infra/local/event-source/dynamo-stream-reader.ts';
import { EventSource } from '../../infra/local/event-source/event-source.ts';
import { type Faults, withFaults } from '../../infra/local/event-source/faults.ts';
import { parseFilterPattern } from '../../infra/local/event-source/filter-pattern.ts';
import type { InvocationRecord } from '../../infra/local/event-source/invocation-record.ts';
import type { EventSourceSettings } from '../../infra/local/event-source/settings.ts';
import type { StreamHandler } from '../../infra/local/event-source/stream-handler.ts';
import { openAuditLog } from '../../shared/persistence/audit-log/append-audit-entry.ts';
import type { World } from './world.ts';

const trigger = triggers.find((one): one is StreamTrigger => 'stream' in one && one.name === 'writeAuditLog');
if (!trigger) throw new Error('No writeAuditLog among the triggers');

const settings: EventSourceSettings = {
  ...trigger,
  filters: trigger.filters.map((pattern) => parseFilterPattern(JSON.stringify(pattern))),
  bisectBatchOnFunctionError: true,
  reportBatchItemFailures: true,
};

/** The real consumer, writing to the world's audit log. */
export const consumerOf = (world: World): StreamHandler => {
  const auditLog = openAuditLog(world.database.tables.auditLog, world.database.client);
  const consumer = createWriteAuditLog(() => ({ auditLog, log: world.runtime.log }));
  return (event, context) => Promise.resolve(consumer(event, context, () => undefined));
};

export interface LogStream {
  /** Carries everything now in the outbox to the log. */
  drain(): Promise<void>;
  readonly failed: InvocationRecord[];
}

/** The outbox's stream with its trigger's own settings, and faults where the test wants them. */
export const openLogStream = async (world: World, faults: Faults = { seed: 1 }): Promise<LogStream> => {
  const streams = new DynamoDBStreamsClient(world.connection);
  const { Table } = await world.database.client.send(
    new DescribeTableCommand({ TableName: world.database.tables.activities }),
  );
  const failed: InvocationRecord[] = [];
  const source = new EventSource({
    settings,
    reader: new DynamoStreamReader(streams, Table?.LatestStreamArn ?? ''),
    handler: withFaults(consumerOf(world), faults),
    functionArn: 'arn:aws:lambda:eu-north-1:000000000000:function:write-audit-log',
    clock: { now: () => new Date() },
    newRequestId: randomUUID,
    wait: async () => undefined,
    onFailure: async (record) => void failed.push(record),
    // Attempts that failed: what matters is what became of their records.
    onError: () => undefined,
  });
  return { drain: () => source.drain(), failed };
};
