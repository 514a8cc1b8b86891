import { beforeAll, describe, expect, it } from 'vitest';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { renameUnit } from '../../../functions/organisation/rename-unit.ts';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, login, loginElsewhere, provider, seedPeople, units } from '../../support/people.ts';
import { runningInstance, startedInstance, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let token: string;
const empty = 'TST5565594230-6001';

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  const { momentId } = await runningInstance(world);
  await startedInstance(world, momentId);
  token = await login('careProviderAdmin');
});

const anew = (unitId: string, more: Partial<Unit> = {}) => world.have(entities.unit, aUnit(unitId, more));
const sent = (unitId: string, body: object, by = token) => ({
  ...{ params: { unitId }, body, token: by },
  headers: { 'If-Match': '"1"' },
});
const kept = async (unitId: string) => (await world.runtime.stores.organisation.unit(unitId))?.value;

const acts = [
  ['inactivated', setUnitState, { state: 'inactive' }, { state: 'inactive' }],
  ['renamed', renameUnit, { name: 'Nya namnet' }, { name: 'Nya namnet' }],
] as const;

describe('ORG-3 the administrator is told what there is on a unit', () => {
  it.each(acts)(
    'before it is %s, and it is done when they say that they know',
    async (_, useCase, body, after) => {
      await anew(units.care);
      const told = await world.call(useCase, sent(units.care, body));
      expect(told).toMatchObject({ status: 409, body: { code: 'unit-in-use' } });
      expect(told.body.errors).toMatchObject([{ pointer: '/body/confirmed', code: 'unit-use' }]);
      expect(told.body.errors?.[0]?.detail).toBe(
        'Pågående moment: 2. Moment som kan startas: 1. Moment som har gjorts här: 0.',
      );
      expect(await kept(units.care)).toEqual(aUnit(units.care));
      expect(await outcomeOf(world, useCase, sent(units.care, { ...body, confirmed: false }))).toBe(
        '409 unit-in-use',
      );
      expect(await outcomeOf(world, useCase, sent(units.care, { ...body, confirmed: true }))).toBe('200');
      expect(await kept(units.care)).toEqual({ ...aUnit(units.care), ...after });
    },
  );

  it.each(acts)('before a publisher unit is %s: what was made there', async (_, useCase, body) => {
    await anew(units.publisher, { kind: 'publisher' });
    const told = await world.call(useCase, sent(units.publisher, body));
    expect(told.body.errors?.[0]?.detail).toMatch(/har gjorts här: 1\.$/);
    await anew(units.publisher, { kind: 'publisher' });
  });

  it.each(acts)('where there is nothing, it is %s at once', async (_, useCase, body, after) => {
    await anew(empty);
    expect(await outcomeOf(world, useCase, sent(empty, body))).toBe('200');
    expect(await kept(empty)).toMatchObject(after);
  });

  it('who logged in for another provider cannot be told how much runs, and must say so all the same', async () => {
    await anew(empty);
    const other = await login('careProviderAdmin', { healthCareProviderHsaId: undefined });
    expect(await outcomeOf(world, renameUnit, sent(empty, { name: 'X' }, other))).toBe('409 unit-in-use');
    expect(await outcomeOf(world, renameUnit, sent(empty, { name: 'X', confirmed: true }, other))).toBe(
      '200',
    );
  });
});

describe('ORG-3 renaming a unit', () => {
  const named = { name: 'Vårdcentralen Norr', confirmed: true };

  it('shows the new name, whatever its state, and changes nothing else', async () => {
    const before = { state: 'inactive', information: 'Öppet' } as const;
    await anew(empty, before);
    const answer = await succeed(world, renameUnit, sent(empty, named));
    expect(answer.body).toEqual({ unitId: empty, name: named.name });
    expect(answer.headers['etag']).toBe('"2"');
    expect(await kept(empty)).toEqual({ ...aUnit(empty, before), name: named.name });
    const { body } = await succeed(world, getUnit, { params: { unitId: empty }, token });
    expect(body).toMatchObject({ name: named.name, state: 'inactive' });
    expect((await world.activities()).findLast(({ activity }) => activity === 'unit-renamed')).toMatchObject({
      ...{ unit: empty, provider, actor: { role: 'care-provider-admin' } },
    });
  });

  it('demands the version that was read, also at the moment of writing', async () => {
    await anew(empty);
    const stale = { ...sent(empty, named), headers: { 'If-Match': '"7"' } };
    expect(await outcomeOf(world, renameUnit, stale)).toBe('412 version-mismatch');
    const closed = beforeWriting(() => world.have(entities.unit, aUnit(empty, { state: 'inactive' }), 2));
    expect(await outcomeOf(world, renameUnit, sent(empty, named), closed)).toBe('412 version-mismatch');
    expect(await kept(empty)).toMatchObject({ state: 'inactive', name: aUnit(empty).name });
  });

  it('is the provider’s administrator’s alone', async () => {
    await anew(empty);
    for (const name of ['authorizationAdmin', 'residentAdmin', 'regionAdmin', 'nationalAdmin'] as const)
      expect(await outcomeOf(world, renameUnit, sent(empty, named, await login(name)))).toBe(
        '403 role-missing',
      );
    const elsewhere = await loginElsewhere('careProviderAdmin');
    expect(await outcomeOf(world, renameUnit, sent(empty, named, elsewhere))).toBe('403 role-missing');
  });

  it.each([
    [{ name: '' }],
    [{ name: 'x'.repeat(201) }],
    [{ name: 'a\u202eb' }],
    [{ name: 'X', state: 'active' }],
  ])('refuses %j', async (body) => {
    expect(await outcomeOf(world, renameUnit, sent(empty, body))).toBe('400 validation-failed');
  });
});
