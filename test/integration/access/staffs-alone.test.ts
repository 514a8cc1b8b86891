import { beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { routes } from '../../../functions/routes.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { login, residents, seedPeople } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { residentToken } from '../../support/tokens.ts';
import { allUseCases } from '../../support/use-cases.ts';
import { type Received, type Sent, World } from '../../support/world.ts';
import { planted, plantedNumbers } from './planted.ts';
import { plantedScene } from './planted-scene.ts';
import { sampleFor } from './samples.ts';
import { formId, type Scene } from './scene.ts';

const other = residents.unapproved;
/** All there is for residents, as the contracts say. */
const own = routes.flatMap(({ contract }) => (contract.caller === 'resident' ? [contract.operationId] : []));

let world: World;
let scene: Scene;
let useCases: ReadonlyMap<string, UseCase>;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  useCases = await allUseCases();
  scene = await plantedScene(world, residents.approved, other);
});

/** Fields that hold what staff make of answers, whatever is in them. */
const staffsFields = [
  'score',
  'scores',
  'scoring',
  'bands',
  'band',
  'flags',
  'flagId',
  'openFlags',
  'urgentFlags',
  'oldestFlagAt',
  'oldestUrgentAt',
  'sum',
  'change',
  'outcome',
  'comment',
  'comments',
];

interface Leaf {
  readonly name: string;
  readonly value: unknown;
}
const leavesOf = (value: unknown, name = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        { name: key, value: undefined },
        ...leavesOf(inner, key),
      ])
    : [{ name, value }];

const isStaffs = ({ name, value }: Leaf): boolean =>
  staffsFields.includes(name) ||
  (typeof value === 'number' && plantedNumbers.includes(value)) ||
  (typeof value === 'string' && [...Object.values(planted), other].some((text) => value.includes(text)));

const staffsIn = ({ body, headers }: Received): Leaf[] => leavesOf([body, headers]).filter(isStaffs);

const ask = async (operationId: string, sent: Partial<Sent>, token: string): Promise<Received> => {
  const sample = await sampleFor(scene, operationId, 'resident');
  return world.call(found(useCases.get(operationId)), { ...sample, ...sent, token });
};

describe('CARE-18 what is staff’s alone', () => {
  it.each(own)('is nowhere in what %s answers, nor in how it refuses', async (operationId) => {
    const answer = await ask(operationId, {}, await residentToken(residents.approved));
    expect(answer.status).toBeLessThan(300);
    const refusals = [
      await ask(operationId, {}, await residentToken(residents.protected)),
      await ask(operationId, { headers: { 'If-Match': '"99"' } }, await residentToken(residents.approved)),
      await ask(
        operationId,
        { body: { changes: { sleep: 'x', alone: 'x' } } },
        await residentToken(residents.approved),
      ),
    ];
    for (const received of [answer, ...refusals]) expect(staffsIn(received)).toEqual([]);
  });

  it('would be found: staff are shown it', async () => {
    const sent = { params: { instanceId: scene.instanceId }, token: await login('practitioner') };
    const form = await succeed(world, readForm, { ...sent, params: { ...sent.params, formId } });
    const results = await succeed(world, viewResults, sent);
    const texts = [...staffsIn(form), ...staffsIn(results)].map(({ name, value }) => value ?? name);
    expect(texts).toEqual(
      expect.arrayContaining([
        planted.calmBand,
        planted.worstBand,
        planted.flag,
        'score',
        'flagId',
        'sum',
        ...plantedNumbers,
      ]),
    );
  });

  it('lies in the tables all the while, every word and number of it', async () => {
    const tables = await Promise.all(
      (['organisation', 'moments', 'instances'] as const).map((one) => world.all(one)),
    );
    const stored = leavesOf(tables).map(({ value }) => value);
    for (const number of plantedNumbers) expect(stored).toContain(number);
    const { otherName: _, ...words } = planted;
    for (const word of [...Object.values(words), other]) expect(stored).toContain(word);
  });
});
