import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../functions/routes.ts';
import type { RequestSample } from '../../../shared/contract/contract.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { registered, residents, seedPeople } from '../../support/people.ts';
import { residentToken } from '../../support/tokens.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { World } from '../../support/world.ts';
import { credentialsOf } from './callers.ts';
import { type MatrixRow, matrix } from './outcomes.ts';
import { homeOf, sampleFor } from './samples.ts';
import { type Scene, setScene } from './scene.ts';
import { sentByThemselves } from './test-preparations.ts';

const hidden = residents.protected;
const name = 'Selma Skyddad';
const protectedStaff = 'Greta Gömd';

let world: World;
let scene: Scene;
let useCases: ReadonlyMap<string, UseCase>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
  scene = await setScene(world, hidden);
  const practitioner = world.registers.staff.get('TST5565594230-PRA1');
  if (practitioner) Object.assign(practitioner, { name: protectedStaff, protected: true });
  world.startAnew();
});

const sampleOf = (row: MatrixRow) => sampleFor(scene, row.operationId, row.who);

const answerTo = async (row: MatrixRow, who: 'rightful' | 'withdrawn', sent: RequestSample) => {
  const useCase = found(useCases.get(row.operationId));
  const credentials =
    row.who === 'resident' && who === 'rightful'
      ? { token: await residentToken(hidden) }
      : await credentialsOf(world, row, who, homeOf(row.operationId));
  const signed = { ...sent, ...credentials, headers: { ...sent.headers, ...credentials.headers } };
  return world.call(
    useCase,
    who === 'rightful' ? await sentByThemselves(scene, row.operationId, signed) : signed,
  );
};

/** Whatever tells who they are: the number in any spelling, and the name whole or in part. */
const identifying = [
  hidden,
  hidden.slice(2),
  `${hidden.slice(0, 8)}-${hidden.slice(8)}`,
  name,
  'Selma',
  'Skyddad',
];

const traces = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

/** The law demands the patient’s identity in the log (HSLF-FS 2016:40 4 kap. 9 §), and the auditor is who reads it there. */
const isTheLog = ({ operationId }: MatrixRow) => operationId === 'listAuditEntries';

describe('ID-9 ID-10 nothing identifies who is protected', () => {
  it('asks every route, so that none is left out', () => {
    const asked = new Set(matrix.map(({ operationId }) => operationId));
    expect([...asked].toSorted()).toEqual(routes.map(({ contract }) => contract.operationId).toSorted());
  });

  it.each(matrix.map((row) => [`${row.operationId} for ${row.who}`, row] as const))(
    '%s: neither in the answer nor in a refusal',
    async (_, row) => {
      const sample = await sampleOf(row);
      const refusal = await answerTo(row, 'withdrawn', sample);
      const answer = await answerTo(row, 'rightful', sample);
      expect(answer.status).toBeLessThan(300);
      for (const { body, headers } of [answer, refusal]) {
        const said = JSON.stringify([body, headers]);
        expect(traces(said, isTheLog(row) ? [name, 'Selma'] : identifying)).toEqual([]);
        expect(traces(said, [protectedStaff, 'Greta'])).toEqual([]);
      }
    },
  );

  it('nor in any log line, and no name in the audit log', async () => {
    expect(traces(JSON.stringify(world.logLines), [...identifying, protectedStaff])).toEqual([]);
    expect(traces(JSON.stringify(await world.activities()), [name, 'Selma', protectedStaff])).toEqual([]);
  });

  it('would be found: an unprotected resident’s number is in the answers', async () => {
    world.registers.persons.set(hidden, registered(hidden, { name }));
    const row = found(matrix.find(({ operationId }) => operationId === 'openInstance'));
    const { body } = await answerTo(row, 'rightful', await sampleOf(row));
    expect(traces(JSON.stringify(body), identifying)).toContain(name);
    world.registers.persons.set(hidden, registered(hidden, { name, protected: true }));
  });

  it('in keys, either: no table has the number in one', async () => {
    for (const table of ['organisation', 'moments', 'instances', 'activities'] as const)
      for (const { pk, sk } of await world.all(table)) expect(`${pk} ${sk}`).not.toContain(hidden);
  });
});
