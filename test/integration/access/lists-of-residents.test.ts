import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../../functions/routes.ts';
import { found } from '../../../shared/domain/found.ts';
import { login, residents, seedPeople } from '../../support/people.ts';
import { loadUseCase } from '../../support/use-cases.ts';
import { World } from '../../support/world.ts';
import { credentialsOf } from './callers.ts';
import { matrix } from './outcomes.ts';
import { homeOf, sampleFor } from './samples.ts';
import { type Scene, setScene } from './scene.ts';

let world: World;
let scene: Scene;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  scene = await setScene(world, residents.approved);
});

const tellsOfPeople = (schema: unknown): boolean => JSON.stringify(schema).includes('"personnummer"');

/** Some list in the answer tells who people are. */
const listsPeople = (schema: unknown): boolean => {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('type' in schema && schema.type === 'array' && tellsOfPeople(schema)) return true;
  return Object.values(schema).some(listsPeople);
};

const listing = routes.filter(
  ({ contract }) =>
    contract.caller === 'staff' &&
    // The log is searched about one patient, or about nobody.
    contract.operationId !== 'listAuditEntries' &&
    listsPeople(z.toJSONSchema(contract.response, { io: 'input', unrepresentable: 'any' })),
);

/** Only whoever the scene names has any. */
const ofOneself = ['listPractitionerInstances', 'listParticipations'];

describe('LOG-15 every list that shows staff residents', () => {
  it('is among these', () => {
    expect(listing.map(({ contract }) => contract.operationId)).toContain('listApprovals');
  });

  it.each(listing.map((route) => [route.contract.operationId, route] as const))(
    '%s names in its entry everybody it shows',
    async (operationId, route) => {
      const row = found(matrix.find((one) => one.operationId === operationId));
      const credentials = ofOneself.includes(operationId)
        ? { token: await login('practitioner') }
        : await credentialsOf(world, row, 'rightful', homeOf(operationId));
      const sample = await sampleFor(scene, operationId, row.who);
      const { text } = await world.call(await loadUseCase(route), { ...sample, ...credentials });
      const shown = [...text.matchAll(/"personnummer":"(\d{12})"/g)].map(([, number]) => number);
      const entry = (await world.activities()).findLast((one) => one.operationId === operationId);
      expect(shown).not.toEqual([]);
      expect(entry?.patients?.map(({ personnummer }) => personnummer)).toEqual(expect.arrayContaining(shown));
    },
  );
});
