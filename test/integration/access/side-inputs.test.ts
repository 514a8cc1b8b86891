import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type ClosedContract, isReplayable } from '../../../shared/contract/contract.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { idempotencyItem } from '../../../shared/persistence/engine/idempotency.ts';
import { loginResident, residents, seedPeople } from '../../support/people.ts';
import { sequentialRoundTrips } from '../../support/recorded-client.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { type Received, type Sent, World } from '../../support/world.ts';
import { credentialsOf } from './callers.ts';
import { type MatrixRow, matrix } from './outcomes.ts';
import { homeOf, sampleFor } from './samples.ts';
import { type Scene, setScene } from './scene.ts';

let world: World;
let scene: Scene;
let useCases: ReadonlyMap<string, UseCase>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
  scene = await setScene(world, residents.approved);
});

afterAll(() => world.registers.behave('well'));

const key = 'a-key-used-before';
/** Of the right shape, and nobody's personnummer: a samordningsnummer. */
const coordination = '199005682397';
const madeUp = '01936a0e-0000-7000-8000-00000000dead';

const contractOf = ({ operationId }: MatrixRow): ClosedContract => {
  const { contract } = found(useCases.get(operationId));
  if (contract.caller === 'anyone') throw new Error(`${operationId} is for anyone`);
  return contract;
};

const takes = (schema: unknown, field: string): boolean =>
  schema instanceof z.ZodObject && Object.hasOwn(schema.shape, field);

/** Everything beside the address that can be wrong with a request and still has the right shape. */
const spoilt = (contract: ClosedContract, sent: Sent): Sent => {
  const body = { ...(sent.body as object | undefined) } as Record<string, unknown>;
  for (const field of ['personnummer', 'resident', 'proxy', 'patient'])
    if (takes(contract.body, field)) body[field] = coordination;
  // Whoever is named by number is not named by id.
  if (takes(contract.body, 'personnummer')) delete body['residentId'];
  if (takes(contract.body, 'cursor')) body['cursor'] = 'x';
  return {
    ...sent,
    ...(contract.body ? { body } : {}),
    ...(takes(contract.query, 'cursor') ? { query: { ...sent.query, cursor: 'x' } } : {}),
    headers: {
      ...sent.headers,
      ...(contract.ifMatch ? { 'If-Match': '"4711"' } : {}),
      ...(isReplayable(contract) ? { 'Idempotency-Key': key } : {}),
    },
  };
};

/** The same request about what is not there. */
const nothingThere = (sent: Sent): Sent => {
  const params = { ...sent.params };
  for (const name of ['instanceId', 'momentId', 'testId', 'mediaId'])
    if (params[name] !== undefined) params[name] = madeUp;
  if (params['unitId'] !== undefined) params['unitId'] = 'TST5565594230-9999';
  if (params['providerId'] !== undefined) params['providerId'] = 'TST5565594230-9998';
  return { ...sent, params };
};

/** The key has answered something else for this very caller. */
const useKey = async ({ operationId }: ClosedContract, { token, headers }: Sent): Promise<void> => {
  const claims = decodeJwt(token ?? '');
  const own = world.personOf(String(claims['personalIdentityNumber'] ?? residents.approved)).key;
  const named = headers?.['Acting-For'];
  const caller =
    claims['employeeHsaId'] === undefined
      ? JSON.stringify([own, named === undefined ? own : world.personOf(named).key])
      : String(claims['employeeHsaId']);
  const attempt = { caller, operationId, key, input: 'another' };
  await world.database.client.send(
    new PutCommand({
      TableName: world.database.tables.activities,
      Item: idempotencyItem(attempt, { body: {} }, new Date().toISOString()),
    }),
  );
};

/** Somebody to whom all of this is another's: with the right role at another provider, or another resident. */
const stranger = async (row: MatrixRow): Promise<Pick<Sent, 'token' | 'headers'>> => {
  if (row.who !== 'resident') return credentialsOf(world, row, 'provider', homeOf(row.operationId));
  if (contractOf(row).path.includes('{instanceId}')) return { token: await loginResident('unapproved') };
  return { token: await loginResident('unapproved'), headers: { 'Acting-For': residents.approved } };
};

/** Who names somebody else is told that the register, which alone knows of guardians, is silent; all others as if it were not. */
const refusalOf = (row: MatrixRow): string => {
  if (row.who !== 'resident') return found(row.outcomes.provider);
  if (contractOf(row).path.includes('{instanceId}')) return '404 not-found';
  return contractOf(row).permission === 'own-data:self'
    ? '403 representation-not-allowed'
    : '503 register-unavailable';
};

const told = ({ status, body, headers }: Received) => {
  const { instance: _, ...rest } = body;
  const { 'x-correlation-id': __, ...others } = headers;
  return { status, body: rest, headers: others };
};

const named = (calls: Received['calls']) => calls.map(({ command }) => command).toSorted();

/** What the caller waits for. */
const work = ({ calls }: Received) => ({
  trips: sequentialRoundTrips(calls),
  asked: named(calls),
  written: calls.filter(({ command }) => /^(Put|Transact)/.test(command)).map(({ command }) => command),
});

/** What was read and made use of, however much was asked for. */
const unpacked = ({ calls }: Received): string[] =>
  calls
    .filter((call) => call.unpacked)
    .flatMap(({ uses }) => uses)
    .filter(({ action }) => /^(Get|Query|Batch)/.test(action))
    .map(({ action, table }) => `${action} ${table}`);

/** Rows that access rests on: the caller’s provider, roles, earlier numbers and mandates; the place, and what part they have in it. */
const grounds: readonly string[] = [
  ...['GetItem organisation', 'GetItem organisation', 'Query organisation'],
  ...['GetItem moments', 'GetItem instances', 'GetItem instances'],
];

const beyondGrounds = (received: Received): string[] => {
  const left = [...grounds];
  return unpacked(received).filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
};

const closed = matrix.filter(({ who }) => who !== 'anyone');

describe('ORG-1 ID-1 LOG-21 another’s, with every side input wrong', () => {
  it.each(closed.map((row) => [`${row.operationId} for ${row.who}`, row] as const))(
    '%s is refused as without, whether it is there or not, with one entry each',
    async (_, row) => {
      const contract = contractOf(row);
      const useCase = found(useCases.get(row.operationId));
      const credentials = await stranger(row);
      const sample = await sampleFor(scene, row.operationId, row.who);
      const bad = spoilt(contract, { ...sample, token: credentials.token });
      const sent = { ...bad, headers: { ...bad.headers, ...credentials.headers } };
      if (isReplayable(contract)) await useKey(contract, sent);
      const before = await world.refusals();
      world.registers.behave('error');
      world.startAnew();
      const there = await world.call(useCase, sent);
      const notThere = await world.call(useCase, nothingThere(sent));
      world.registers.behave('well');
      world.startAnew();
      expect(`${there.status} ${there.body.code}`).toBe(refusalOf(row));
      expect(told(notThere)).toEqual(told(there));
      expect(work(notThere)).toEqual(work(there));
      // What the use case goes on from is not unpacked, for its size would tell by the time it takes.
      for (const refused of [there, notThere]) expect(beyondGrounds(refused)).toEqual([]);
      expect((await world.refusals()) - before).toBe(2);
    },
  );
});

describe('ID-1 ORG-1 a draft that is another’s', () => {
  it.each(['openDraft', 'checkDraft'])('is not even asked for by %s', async (operationId) => {
    const row = found(matrix.find((one) => one.operationId === operationId));
    const sample = await sampleFor(scene, operationId, row.who);
    const { status, calls } = await world.call(found(useCases.get(operationId)), {
      ...sample,
      ...(await stranger(row)),
    });
    expect(status).toBe(404);
    expect(
      calls
        .flatMap(({ uses }) => uses)
        .filter(({ table, action }) => table === 'moments' && action === 'Query'),
    ).toEqual([]);
  });
});
