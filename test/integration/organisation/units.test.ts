import { beforeAll, describe, expect, it } from 'vitest';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { listUnits } from '../../../functions/organisation/list-units.ts';
import { setUnitState } from '../../../functions/organisation/set-unit-state.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  county,
  login,
  loginElsewhere,
  loginResident,
  provider,
  seedPeople,
  units,
} from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from './outcome.ts';

let world: World;
let careProviderAdmin: string;
let made = 0;

const newId = (): string => {
  made += 1;
  return `TST5565594230-2${String(made).padStart(3, '0')}`;
};

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  careProviderAdmin = await login('careProviderAdmin');
});

const read = (unitId: string, token = careProviderAdmin) =>
  world.call(getUnit, { params: { unitId }, token });
const kept = async (unitId: string): Promise<Unit | undefined> =>
  (await world.runtime.stores.organisation.unit(unitId))?.value;

const unitIn = async (state: Unit['state']): Promise<string> => {
  const hsaId = newId();
  await world.have(entities.unit, aUnit(hsaId, { state }));
  return hsaId;
};

const put = (unitId: string, state: string, etag = '"1"', token = careProviderAdmin) => ({
  ...{ params: { unitId }, body: { state }, token },
  headers: { 'If-Match': etag },
});

describe('ORG-3 the states of a unit', () => {
  it('go from handed out to active, inactive and active again', async () => {
    const unitId = await unitIn('handed-out');
    for (const [at, state] of ['active', 'inactive', 'active'].entries()) {
      const answer = await world.call(setUnitState, put(unitId, state, `"${at + 1}"`));
      expect(answer).toMatchObject({ status: 200, body: { unitId, state } });
      expect(answer.headers['etag']).toBe(`"${at + 2}"`);
      expect((await read(unitId)).body).toMatchObject({ state });
    }
  });

  it.each([
    ['handed-out', 'active', '200'],
    ['handed-out', 'inactive', '200'],
    ['active', 'inactive', '200'],
    ['inactive', 'active', '200'],
    ['active', 'active', '409 illegal-state'],
    ['inactive', 'inactive', '409 illegal-state'],
    ['active', 'handed-out', '400 validation-failed'],
    ['active', 'deleted', '400 validation-failed'],
  ] as const)('%s to %s is %s', async (from, to, expected) => {
    expect(await outcomeOf(world, setUnitState, put(await unitIn(from), to))).toBe(expected);
  });

  it('change once when two change them at once', async () => {
    const unitId = await unitIn('handed-out');
    const both = await Promise.all([
      outcomeOf(world, setUnitState, put(unitId, 'active')),
      outcomeOf(world, setUnitState, put(unitId, 'active')),
    ]);
    expect(both.filter((outcome) => outcome === '200')).toHaveLength(1);
    const stored = await kept(unitId);
    const other = await unitIn('handed-out');
    const meanwhile = beforeWriting(() =>
      world.have(entities.unit, { ...aUnit(other), state: 'inactive' }, 2),
    );
    expect(await outcomeOf(world, setUnitState, put(other, 'active'), meanwhile)).toBe(
      '412 version-mismatch',
    );
    expect(stored?.state).toBe('active');
  });

  it('are the provider’s own administrator’s to change, with the version that was read', async () => {
    const unitId = await unitIn('active');
    for (const token of [
      await login('regionAdmin'),
      await login('authorizationAdmin'),
      await login('nationalAdmin'),
    ])
      expect(await outcomeOf(world, setUnitState, put(unitId, 'inactive', '"1"', token))).toBe(
        '403 role-missing',
      );
    const elsewhere = await loginElsewhere('careProviderAdmin');
    expect(await outcomeOf(world, setUnitState, put(unitId, 'inactive', '"1"', elsewhere))).toBe(
      '403 role-missing',
    );
    expect(await outcomeOf(world, setUnitState, put(unitId, 'inactive', '"7"'))).toBe('412 version-mismatch');
    expect(await outcomeOf(world, setUnitState, put(newId(), 'inactive'))).toBe('403 role-missing');
  });

  it('leave a closed unit readable and listed, in no index of active ones', async () => {
    const unitId = await unitIn('handed-out');
    await succeed(world, setUnitState, put(unitId, 'active'));
    const active = () =>
      world.runtime.stores.organisation.activeUnitsIn(county, { limit: 100, cursor: undefined });
    expect((await active()).items.map(({ value }) => value.hsaId)).toContain(unitId);
    await succeed(world, setUnitState, put(unitId, 'inactive', '"2"'));
    expect((await active()).items.map(({ value }) => value.hsaId)).not.toContain(unitId);
    expect((await read(unitId)).body).toMatchObject({ unitId, state: 'inactive' });
    expect(await listed()).toContainEqual(expect.objectContaining({ unitId, state: 'inactive' }));
  });

  it('are logged with the unit', async () => {
    const unitId = await unitIn('active');
    await succeed(world, setUnitState, put(unitId, 'inactive'));
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'unit-state-changed', unit: unitId, provider },
      actor: { role: 'care-provider-admin' },
    });
  });
});

const listed = async (token = careProviderAdmin): Promise<Record<string, unknown>[]> => {
  const all: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  do {
    const page = await succeed(world, listUnits, {
      params: { providerId: provider },
      query: { limit: '3', ...(cursor === undefined ? {} : { cursor }) },
      token,
    });
    all.push(...rows(page, 'units'));
    cursor = page.body['next'] as string | undefined;
  } while (cursor !== undefined);
  return all;
};

describe('ORG-3 the list of units', () => {
  it('has each once, by HSA-id, page by page, of that provider alone', async () => {
    const ids = (await listed()).map(({ unitId }) => String(unitId));
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(ids).toEqual(
      expect.arrayContaining([units.care, units.otherCare, units.publisher, units.training]),
    );
    expect(ids).not.toContain(units.elsewhere);
  });

  it('is for the provider’s administrator and national management; nobody else learns that it exists', async () => {
    expect(await listed(await login('nationalAdmin'))).toEqual(await listed());
    const list = (token: string, providerId = provider) =>
      outcomeOf(world, listUnits, { params: { providerId }, token });
    for (const token of [
      await loginElsewhere('careProviderAdmin'),
      await login('auditor'),
      await login('roleless'),
    ])
      expect(await list(token)).toBe('404 not-found');
    expect(await list(await login('nationalAdmin'), 'TST5590000000-404')).toBe('404 not-found');
  });

  it('refuses a cursor that it did not give', async () => {
    const sent = { params: { providerId: provider }, query: { cursor: 'abc' }, token: careProviderAdmin };
    expect((await world.call(listUnits, sent)).body).toMatchObject({
      ...{ code: 'validation-failed', errors: [{ pointer: '/query/cursor' }] },
    });
  });
});

describe('ORG-1 who may read a unit', () => {
  it.each([
    'practitioner',
    'residentAdmin',
    'dataAdmin',
    'authorizationAdmin',
    'careProviderAdmin',
    'auditor',
  ] as const)('its %s may, without a commission', async (name) => {
    expect((await read(units.care, await login(name, { commissionHsaId: null }))).status).toBe(200);
  });

  it('nobody else learns that it exists', async () => {
    const others = [
      await loginElsewhere('practitioner'),
      await loginElsewhere('careProviderAdmin'),
      await login('designer'),
      await login('roleless'),
    ];
    for (const token of others)
      expect(await read(units.care, token)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await read(newId())).status).toBe(404);
    expect((await read(units.care, await loginResident('approved'))).body.code).toBe('wrong-kind-of-caller');
  });
});
