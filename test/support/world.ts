import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  paginateScan,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { v7 as uuidv7 } from 'uuid';
import { inject } from 'vitest';
import { createLocalTables } from '../../infra/local/data/tables.ts';
import { type LocalRegisters, startRegisters } from '../../infra/local/registers/registers-server.ts';
import { stageSettings } from '../../infra/stages/stage-settings.ts';
import type { AuditEntry } from '../../shared/audit/entry.ts';
import { createPersonKeys } from '../../shared/auth/person-keys.ts';
import { createTokenVerifier } from '../../shared/auth/token-verifier.ts';
import type { Table } from '../../shared/contract/grant.ts';
import { grantsOf } from '../../shared/contract/grants-of.ts';
import { createPipeline } from '../../shared/http/pipeline.ts';
import type { Runtime } from '../../shared/http/runtime.ts';
import type { UseCase } from '../../shared/http/use-case.ts';
import type { LogFields } from '../../shared/observability/log.ts';
import { createCursors } from '../../shared/persistence/engine/cursor.ts';
import type { Database } from '../../shared/persistence/engine/database.ts';
import type { Entity } from '../../shared/persistence/engine/entity.ts';
import { createStores } from '../../shared/persistence/stores.ts';
import { noMediaStore } from '../../shared/storage/media-store.ts';
import { type Connection, giveBack, lendDatabase } from './database/connection.ts';
import { putTogether, type Seed, seedOf } from './database/seeds.ts';
import { whenFileEnds } from './endings.ts';
import { ObjectStorage } from './object-storage.ts';
import {
  type Interference,
  type RecordedCall,
  recordedClient,
  recordings,
  sequentialRoundTrips,
  type Use,
} from './recorded-client.ts';
import { connect, registerKey } from './register-connections.ts';
import { keySource, residentIssuer, staffIssuer } from './tokens.ts';

const secret = 'a secret of the tests, long enough to be one';
export const nationalManagement = 'TST5565594230-0001';
export const nationalAdministrator = 'TST5565594230-NAT1';

/** What came back: a problem's members by name, everything else to be looked into by what the test expects. */
interface Body {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly [field: string]: unknown;
}

/** A request as a test writes it. `token` undefined = no Authorization header. */
export interface Sent {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  /** Sent as it is, where the body is not JSON. */
  readonly rawBody?: string;
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
}

export interface Received {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Body;
  /** The body as it came, for what is not JSON. */
  readonly text: string;
  readonly calls: readonly RecordedCall[];
}

/** The list in a field of the answer. */
export const rows = ({ body }: Received, field: string): Record<string, unknown>[] =>
  body[field] as Record<string, unknown>[];

const eventOf = (
  { contract }: UseCase,
  { params, query, body, rawBody, token, headers }: Sent,
): APIGatewayProxyEvent => {
  const sent = rawBody ?? (body === undefined ? null : JSON.stringify(body));
  return {
    httpMethod: contract.method,
    path: contract.path,
    resource: contract.path,
    pathParameters: params ?? null,
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: null,
    headers: {
      ...(sent === null ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    multiValueHeaders: {},
    stageVariables: null,
    isBase64Encoded: false,
    body: sent,
    requestContext: { requestId: randomUUID() } as APIGatewayProxyEvent['requestContext'],
  };
};

const receivedOf = (
  { statusCode, headers, body }: APIGatewayProxyResult,
  calls: readonly RecordedCall[],
): Received => ({
  status: statusCode,
  headers: (headers ?? {}) as Record<string, string>,
  body: (String(headers?.['content-type']).includes('json') ? JSON.parse(body) : {}) as Body,
  text: body,
  calls,
});

/** The whole system but HTTP and Lambda: real pipeline, real tokens, real DynamoDB engine, real storage, IAM grants enforced. */
export class World {
  /** To its database, for clients that a test opens itself. */
  readonly connection: Connection;
  readonly database: Database;
  readonly runtime: Runtime;
  readonly personOf = createPersonKeys(secret).personOf;
  readonly logLines: { event: string; fields: LogFields }[] = [];
  /** Every grant used so far, as `operationId table action index`. */
  readonly used = new Set<string>();
  /** What the person register and the staff directory know; tests put in and take out (ID-3, ID-9). */
  readonly registers: LocalRegisters;
  readonly objects: ObjectStorage;
  private gathered: Seed[] | undefined;
  /** Replaced by tests that need another time. */
  now: () => Date = () => new Date();

  private constructor(
    connection: Connection,
    client: DynamoDBDocumentClient,
    tables: Record<Table, string>,
    { registers, objects }: { registers: LocalRegisters; objects: ObjectStorage },
  ) {
    this.connection = connection;
    this.database = { client, tables };
    this.registers = registers;
    this.objects = objects;
    const write = (event: string, fields: LogFields) => this.logLines.push({ event, fields });
    this.runtime = {
      database: this.database,
      stores: createStores(this.database, createCursors(secret), {
        ...connect(registers, () => this.now().getTime()),
        media: noMediaStore,
      }),
      verifyToken: createTokenVerifier({
        issuers: [staffIssuer, residentIssuer],
        source: keySource,
        now: () => new Date(),
      }),
      personKeys: createPersonKeys(secret),
      nationalManagement,
      nationalAdministrators: [nationalAdministrator],
      careWithoutCard: false,
      allowedOrigins: ['https://vard.test'],
      mediaLimits: stageSettings.dev.media.limits,
      log: { info: write, error: write },
      // Long, for a loaded machine; tests of what never answers say less.
      answeredWithinMs: 60_000,
      now: () => this.now(),
      newId: uuidv7,
    };
  }

  static async create(): Promise<World> {
    const lent = lendDatabase();
    const { connection } = lent;
    const client = recordedClient(connection, (name) => name as Table);
    const admin = new DynamoDBClient(connection);
    const tables = await createLocalTables(admin, inject('tables'), '');
    const registers = await startRegisters({ port: 0, key: registerKey, persons: [], staff: [] });
    const objects = await ObjectStorage.start(() => new Date());
    whenFileEnds(async () => {
      // First, so that nothing that the file left running reaches the next one's tables.
      client.destroy();
      await Promise.all([registers.stop(), objects.server.stop(), giveBack(lent, admin)]);
      admin.destroy();
    });
    return new World(connection, client, tables, { registers, objects });
  }

  /**
   * Sends a request through the pipeline, with the function's own grants and, where given, faults.
   * Insists on the budget of two sequential round trips, so that every test of every use case proves it.
   */
  async call(useCase: UseCase, sent: Sent, interference: Interference = {}): Promise<Received> {
    const calls: RecordedCall[] = [];
    const allow = (use: Use) => this.isGranted(useCase, use);
    const { operationId: name, storage } = useCase.contract;
    const media = this.objects.mediaStoreOf({ name, storage });
    const runtime = { ...this.runtime, stores: { ...this.runtime.stores, media } };
    const handler = createPipeline(useCase, () => runtime);
    const result = await recordings.run({ calls, allow, interference }, () =>
      handler(eventOf(useCase, sent), { awsRequestId: 'test' } as Context, () => undefined),
    );
    if (!result) throw new Error('The pipeline gave no response');
    const trips = sequentialRoundTrips(calls);
    // What merges is loaded anew where somebody was quicker; nothing else is.
    const merges = useCase.kind === 'write' && useCase.steps.merges;
    const overtaken = merges ? calls.filter(({ cancelled }) => cancelled).length : 0;
    if (trips > 2 + overtaken)
      throw new Error(`${useCase.contract.operationId} took ${trips} round trips in a row`);
    return receivedOf(result, calls);
  }

  private isGranted({ contract }: UseCase, { table, action, index }: Use): boolean {
    const grant = grantsOf(contract).find((row) => row.table === table && row.actions.includes(action));
    const granted = grant !== undefined && (index === undefined || grant.indexes?.includes(index) === true);
    if (granted) this.used.add([contract.operationId, table, action, index ?? ''].join(' ').trimEnd());
    return granted;
  }

  /** The same system over another connection to the database, whose calls are not recorded. */
  through(client: DynamoDBDocumentClient): World {
    const { connection, registers, objects } = this;
    return new World(connection, client, { ...this.database.tables }, { registers, objects });
  }

  /** As in a function that has just been started: nothing of the staff directory kept, no register given up. */
  startAnew(answerWithin?: number): void {
    Object.assign(
      this.runtime.stores,
      connect(this.registers, () => this.now().getTime(), answerWithin),
    );
  }

  /** Puts a value as the application would have left it. */
  async have<T extends object>(kind: Entity<T>, value: T, version = 1): Promise<void> {
    const seed = seedOf(this.database, kind, value, version);
    if (this.gathered) this.gathered.push(seed);
    else await this.database.client.send(new PutCommand(seed));
  }

  /** What is had within is there once all of it is done. */
  async together(seeding: () => Promise<void>): Promise<void> {
    const gathered: Seed[] = [];
    this.gathered = gathered;
    await seeding().finally(() => {
      this.gathered = undefined;
    });
    await putTogether(this.database, gathered);
  }

  /** Takes a value away, as another request might. */
  async lose<T extends object>(kind: Entity<T>, value: T): Promise<void> {
    const Key = { ...kind.key(value) };
    await this.database.client.send(new DeleteCommand({ TableName: this.database.tables[kind.table], Key }));
  }

  /** Everything in a table; for tests only, no function may scan. */
  async all(table: Table): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await this.database.client.send(
        new ScanCommand({ TableName: this.database.tables[table], ConsistentRead: true, ExclusiveStartKey }),
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  }

  /** The outbox: what was done and refused, oldest first. */
  async activities(): Promise<AuditEntry[]> {
    const items = (await this.all('activities')).filter(({ type }) => type === 'Activity');
    return (items as unknown as AuditEntry[]).toSorted((one, other) =>
      one.eventId.localeCompare(other.eventId),
    );
  }

  /** How often something was refused; counted by the database, for whole activities are dear where there are thousands. */
  async refusals(): Promise<number> {
    const pages = paginateScan(
      { client: this.database.client },
      {
        TableName: this.database.tables.activities,
        ...{ ConsistentRead: true, Select: 'COUNT', FilterExpression: '#type = :type AND outcome = :denied' },
        ExpressionAttributeNames: { '#type': 'type' },
        ExpressionAttributeValues: { ':type': 'Activity', ':denied': 'denied' },
      },
    );
    let count = 0;
    for await (const { Count = 0 } of pages) count += Count;
    return count;
  }
}
