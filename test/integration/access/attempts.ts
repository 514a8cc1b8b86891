import { expect } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { residents, seedPeople } from '../../support/people.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { World } from '../../support/world.ts';
import { credentialsOf } from './callers.ts';
import { type Caller, type MatrixRow, matrix } from './outcomes.ts';
import { homeOf, sampleFor } from './samples.ts';
import { type Scene, setScene } from './scene.ts';
import { sentByThemselves } from './test-preparations.ts';

const contextsOfContent = new Set(['authoring', 'media', 'catalogue']);
const operationsOfContent = new Set(
  routes.filter(({ context }) => contextsOfContent.has(context)).map(({ contract }) => contract.operationId),
);

/** The rows of the matrix on either side of one border: what designers and publishers make, and all else. */
export const { content: rowsOfContent = [], rest: otherRows = [] } = Object.groupBy(
  matrix,
  ({ operationId }) => (operationsOfContent.has(operationId) ? 'content' : 'rest'),
);

export const named = (rows: readonly MatrixRow[]) =>
  rows.map((row) => [`${row.operationId} for ${row.who}`, row] as const);

const revokedMandate = (world: World) =>
  world.have(entities.mandate, {
    mandateId: '00000000-0000-4000-8000-000000000001',
    resident: world.personOf(residents.approved),
    proxy: world.personOf(residents.proxy),
    purposes: ['view', 'answer', 'messages'],
    validFrom: '2020-01-01T00:00:00.000Z',
    validTo: '2099-01-01T00:00:00.000Z',
    answerBy: '2020-02-01T00:00:00.000Z',
    state: 'revoked',
  });

interface Stand {
  readonly world: World;
  readonly scene: Scene;
  readonly useCases: ReadonlyMap<string, UseCase>;
}

/** Those refused first: they change nothing, so that one request serves them all. The rightful caller comes last. */
const outcomesOf = async ({ world, scene, useCases }: Stand, row: MatrixRow) => {
  const useCase = found(useCases.get(row.operationId));
  const sample = await sampleFor(scene, row.operationId, row.who);
  const came: Record<string, string> = {};
  const order = (Object.keys(row.outcomes) as Caller[]).toSorted(
    (one, other) => Number(row.outcomes[one] === 'ok') - Number(row.outcomes[other] === 'ok'),
  );
  for (const caller of order) {
    const letIn = row.outcomes[caller] === 'ok';
    const fresh = letIn && caller !== 'rightful';
    const sent = fresh ? await sampleFor(scene, row.operationId, row.who) : sample;
    const credentials = await credentialsOf(world, row, caller, homeOf(row.operationId));
    const signed = { ...sent, ...credentials, headers: { ...sent.headers, ...credentials.headers } };
    const { status, body } = await world.call(
      useCase,
      letIn ? await sentByThemselves(scene, row.operationId, signed) : signed,
    );
    came[caller] = status < 300 ? 'ok' : `${status} ${body.code}`;
  }
  return came;
};

interface Attempts {
  readonly attempt: (row: MatrixRow) => Promise<void>;
  /** Of what has been tried: every refusal of somebody known is in the log, those told as 404 too. */
  readonly expectEntries: () => Promise<void>;
}

/** In a world of its own all callers try one row, and then the next. */
export const prepareAttempts = async (): Promise<Attempts> => {
  const world = await World.create();
  await seedPeople(world);
  const useCases = await allUseCases();
  const scene = await setScene(world, residents.approved);
  await revokedMandate(world);
  const expected = new Map<string, number>();
  return {
    attempt: async (row) => {
      expect(await outcomesOf({ world, scene, useCases }, row)).toEqual(row.outcomes);
      const refused = Object.values(row.outcomes).filter((outcome) => /^40[34]/.test(outcome)).length;
      if (refused > 0) expected.set(row.operationId, (expected.get(row.operationId) ?? 0) + refused);
    },
    expectEntries: async () => {
      const denied = (await world.activities()).filter(({ outcome }) => outcome === 'denied');
      const came = Map.groupBy(denied, ({ operationId }) => operationId);
      expect(new Map([...came].map(([name, entries]) => [name, entries.length]))).toEqual(expected);
    },
  };
};
