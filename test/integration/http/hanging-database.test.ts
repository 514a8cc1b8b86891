import { type IncomingMessage, request as send } from 'node:http';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { listApprovals } from '../../../functions/people/list-approvals.ts';
import { getHealth } from '../../../functions/system/get-health.ts';
import type { Patience } from '../../../shared/config/aws-patience.ts';
import { openClient } from '../../../shared/persistence/engine/database.ts';
import {
  type Hanging,
  type HangingServer,
  impatientWith,
  startHangingServer,
} from '../../support/hanging-server.ts';
import { login, residents, seedPeople, units } from '../../support/people.ts';
import { World } from '../../support/world.ts';

const unavailable = { status: 503, body: { code: 'unavailable' }, headers: { 'retry-after': '1' } };

let world: World;
let server: HangingServer | undefined;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});
afterEach(() => server?.stop());

const clientOf = (endpoint: string, patience: Patience) =>
  openClient({ ...world.connection, endpoint }, patience);

const on = async (hanging: Hanging): Promise<World> => {
  server = await startHangingServer(hanging);
  return world.through(clientOf(server.endpoint, impatientWith[hanging]));
};

describe.each(['silent', 'stalled'] as const)(
  'LOG-15 a database that takes what it is asked and is %s',
  (hanging) => {
    it('is waited for so long and no longer: the caller is told to come back', async () => {
      const token = await login('residentAdmin');
      const sent = { params: { unitId: units.care }, token };
      expect(await (await on(hanging)).call(listApprovals, sent)).toMatchObject(unavailable);
      expect(await (await on(hanging)).call(getHealth, {})).toMatchObject(unavailable);
    });

    it('is named in the log alone', async () => {
      const { text } = await (await on(hanging)).call(getHealth, {});
      expect(text).not.toMatch(/\d ms|timeout|socket|127\.0\.0\.1/i);
    });
  },
);

describe('LOG-15 a database whose answer never ends', () => {
  it('does not keep the caller longer than a request may take', async () => {
    const slow = await on('trickling');
    Object.assign(slow.runtime, { answeredWithinMs: 100 });
    expect(await slow.call(getHealth, {})).toMatchObject(unavailable);
  });
});

/** Carries every request on to the real database, and keeps what it answers to itself. */
const carrying = () => {
  const carried: Promise<void>[] = [];
  const { hostname, port } = new URL(world.connection.endpoint);
  const take = (request: IncomingMessage): void => {
    const { method, url: path, headers } = request;
    const done = new Promise<void>((resolve, reject) => {
      const forward = send({ hostname, port, method, path, headers }, (answer) => {
        answer.resume().once('end', resolve);
      });
      forward.once('error', reject);
      request.pipe(forward);
    });
    carried.push(done);
  };
  return { take, all: () => Promise.all(carried) };
};

/** Reads as ever, while writes go another way. */
const writingThrough = (hanging: DynamoDBDocumentClient): DynamoDBDocumentClient => {
  const { client } = world.database;
  const choosing = {
    send: (command: TransactWriteCommand) =>
      (command instanceof TransactWriteCommand ? hanging : client).send(command),
  };
  return choosing as unknown as DynamoDBDocumentClient;
};

describe('CARE-7 a write that was carried out, though its answer never came', () => {
  const approving = async (key: string) => ({
    params: { unitId: units.care },
    body: { personnummer: residents.protected, scope: 'support-and-treatment' },
    token: await login('residentAdmin'),
    headers: { 'idempotency-key': key },
  });
  const approvals = async () =>
    (await world.activities()).filter(
      ({ activity, outcome }) => activity === 'resident-approved' && outcome === 'performed',
    ).length;

  it('is neither said to be done nor not; repeated, it gets the first answer and is done once', async () => {
    const before = await approvals();
    const { take, all } = carrying();
    server = await startHangingServer('silent', take);
    const client = clientOf(server.endpoint, { ...impatientWith.silent, answeredWithinMs: 500 });
    const sent = await approving('0198c1d2-0000-7000-8000-00000000aaaa');
    const { body, status } = await world.through(writingThrough(client)).call(approveResident, sent);
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(body['detail']).not.toMatch(/nothing was changed|was done/i);
    await all();
    expect(await approvals()).toBe(before + 1);
    expect((await world.call(approveResident, sent)).status).toBe(201);
    expect(await approvals()).toBe(before + 1);
  });
});
