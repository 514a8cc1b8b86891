import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { residents, seedPeople } from '../../support/people.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { World } from '../../support/world.ts';
import { credentialsOf } from './callers.ts';
import { callers, type MatrixRow, matrix } from './outcomes.ts';
import { homeOf, sampleFor } from './samples.ts';
import { type Scene, setScene } from './scene.ts';
import { sentByThemselves } from './test-preparations.ts';

let world: World;
let scene: Scene;
let useCases: ReadonlyMap<string, UseCase>;
/** Refusals in the log before the row at hand. */
let counted: number;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
  scene = await setScene(world, residents.approved);
  await world.have(entities.mandate, {
    mandateId: '00000000-0000-4000-8000-000000000001',
    resident: world.personOf(residents.approved),
    proxy: world.personOf(residents.proxy),
    purposes: ['view', 'answer', 'messages'],
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: '2099-01-01T00:00:00.000Z',
    answerBy: '2020-02-01T00:00:00.000Z',
    state: 'revoked',
  });
  counted = await world.refusals();
});

/** Those refused first: they change nothing, so that one request serves them all. The rightful caller comes last. */
const outcomesOf = async (row: MatrixRow) => {
  const useCase = found(useCases.get(row.operationId));
  const sample = await sampleFor(scene, row.operationId, row.who);
  const came: Record<string, string> = {};
  const order = callers.toSorted(
    (one, other) => Number(row.outcomes[one] === 'ok') - Number(row.outcomes[other] === 'ok'),
  );
  for (const caller of order) {
    const fresh = row.outcomes[caller] === 'ok' && caller !== 'rightful';
    const sent = fresh ? await sampleFor(scene, row.operationId, row.who) : sample;
    const credentials = await credentialsOf(world, row, caller, homeOf(row.operationId));
    const signed = { ...sent, ...credentials, headers: { ...sent.headers, ...credentials.headers } };
    const letIn = row.outcomes[caller] === 'ok';
    const { status, body } = await world.call(
      useCase,
      letIn ? await sentByThemselves(scene, row.operationId, signed) : signed,
    );
    came[caller] = status < 300 ? 'ok' : `${status} ${body.code}`;
  }
  const before = counted;
  counted = await world.refusals();
  return { came, denied: counted - before };
};

describe('ORG-1 ORG-6 ID-1 ID-2 ID-3 ID-6 ID-7 LOG-21 the access matrix', () => {
  it('has a row for every route, and none for what is not there', () => {
    const rowed = new Set(matrix.map(({ operationId }) => operationId));
    expect([...rowed].toSorted()).toEqual(routes.map(({ contract }) => contract.operationId).toSorted());
  });

  it.each(matrix.map((row) => [`${row.operationId} for ${row.who}`, row] as const))('%s', async (_, row) => {
    const { came, denied } = await outcomesOf(row);
    expect(came).toEqual(row.outcomes);
    // Every refusal of somebody known is in the log, those told as 404 too.
    const refused = Object.values(row.outcomes).filter((outcome) => /^40[34]/.test(outcome));
    expect(denied).toBe(refused.length);
  });
});
