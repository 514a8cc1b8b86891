import { AsyncLocalStorage } from 'node:async_hooks';
import { type DynamoDBClientConfig, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DynamoAction, Table } from '../../shared/contract/grant.ts';
import { openClient } from '../../shared/persistence/engine/database.ts';
import type { Connection } from './database/connection.ts';

/** One permission used, as IAM would see it. */
export interface Use {
  readonly table: Table;
  readonly action: DynamoAction;
  readonly index: string | undefined;
}

export interface RecordedCall {
  readonly command: string;
  readonly uses: readonly Use[];
  readonly started: number;
  ended: number;
  /** Its answer was parsed, not only asked for. */
  unpacked?: boolean;
  /** DynamoDB refused the transaction: nothing was written, and what follows tells so or tries again. */
  cancelled?: boolean;
}

/** What to do to a call before or after it reaches the database: the faults a test injects. */
export interface Interference {
  before?(call: RecordedCall): void | Promise<void>;
  after?(call: RecordedCall): void | Promise<void>;
}

export interface Recording {
  readonly calls: RecordedCall[];
  /** Refuses what the function has no grant for, as IAM does and DynamoDB Local does not. */
  readonly allow?: (use: Use) => boolean;
  readonly interference?: Interference;
}

export const recordings = new AsyncLocalStorage<Recording>();

interface AnyInput {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly RequestItems?: Record<string, unknown>;
  readonly TransactItems?: Record<string, { TableName: string }>[];
}

const transactActions: Record<string, DynamoAction> = {
  Put: 'PutItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Update: 'UpdateItem',
};

const usesOf = (command: string, input: AnyInput, tableOf: (name: string) => Table): Use[] => {
  if (input.TransactItems)
    return input.TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => ({
        table: tableOf(TableName),
        action: transactActions[kind] as DynamoAction,
        index: undefined,
      })),
    );
  const action = command.replace(/Command$/, '') as DynamoAction;
  const names = input.RequestItems ? Object.keys(input.RequestItems) : [input.TableName ?? ''];
  return names.map((name) => ({ table: tableOf(name), action, index: input.IndexName }));
};

/**
 * Longest chain of calls each begun after the one before it had ended: the round trips a caller waits for. Transactions that were
 * cancelled do not count, for they wrote nothing.
 */
export const sequentialRoundTrips = (calls: readonly RecordedCall[]): number => {
  let trips = 0;
  let waitedUntil = Number.NEGATIVE_INFINITY;
  for (const { started, ended } of calls
    .filter(({ cancelled }) => !cancelled)
    .toSorted((one, other) => one.ended - other.ended)) {
    if (started < waitedUntil) continue;
    trips += 1;
    waitedUntil = ended;
  }
  return trips;
};

const denial = ({ action, table, index }: Use): Error =>
  Object.assign(new Error(`${action} on ${table}${index ? `/${index}` : ''} is not granted`), {
    name: 'AccessDeniedException',
    $metadata: {},
  });

/** DynamoDB Local reads whose a request is and checks no signature; what a function signs is seen in test/infra/bundling. */
const unsigned = ({ region, credentials }: Connection): NonNullable<DynamoDBClientConfig['signer']> => {
  const scope = `${credentials.accessKeyId}/20260101/${region}/dynamodb/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
  return {
    sign: async (request) => {
      Object.assign(request.headers, { authorization });
      return request;
    },
  };
};

let ticks = 0;

/** A client of DynamoDB Local that records, and where told to refuses or fails, every call of the request it belongs to. */
export const recordedClient = (
  connection: Connection,
  tableOf: (name: string) => Table,
): DynamoDBDocumentClient => {
  const client = openClient({ ...connection, signer: unsigned(connection), maxAttempts: 1 });
  const callIn = new WeakMap<object, RecordedCall>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args);
      const call = callIn.get(context);
      if (call) call.unpacked = true;
      return result;
    },
    { step: 'deserialize', name: 'unpacked' },
  );
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName = '' } = context;
      const recording = recordings.getStore();
      if (!recording) return next(args);
      ticks += 1;
      const uses = usesOf(commandName, args.input as AnyInput, tableOf);
      const call: RecordedCall = {
        command: commandName,
        uses,
        started: ticks,
        ended: Number.POSITIVE_INFINITY,
      };
      recording.calls.push(call);
      callIn.set(context, call);
      const refused = recording.allow && uses.find((use) => !recording.allow?.(use));
      if (refused) throw denial(refused);
      await recordings.exit(async () => recording.interference?.before?.(call));
      try {
        const result = await next(args);
        await recordings.exit(async () => recording.interference?.after?.(call));
        return result;
      } catch (error) {
        call.cancelled = error instanceof TransactionCanceledException;
        throw error;
      } finally {
        ticks += 1;
        call.ended = ticks;
      }
    },
    { step: 'initialize', name: 'recording' },
  );
  return client;
};
