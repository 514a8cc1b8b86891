import { beforeAll, describe, expect, it } from 'vitest';
import { giveProviderRole } from '../../../functions/staffing/give-provider-role.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { listProviderRoleChanges } from '../../../functions/staffing/list-provider-role-changes.ts';
import { listProviderRoles } from '../../../functions/staffing/list-provider-roles.ts';
import { listUnitRoleChanges } from '../../../functions/staffing/list-unit-role-changes.ts';
import { listUnitRoles } from '../../../functions/staffing/list-unit-roles.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  given,
  hsaIdOf,
  login,
  loginElsewhere,
  provider,
  type StaffName,
  seedPeople,
  units,
} from '../../support/people.ts';
import { nationalManagement, rows, World } from '../../support/world.ts';
import { administratorsAre, loginAs, newcomer, outcome, sender } from './newcomers.ts';

let world: World;
let token: string;
let admin: string;
let hidden: string;
const unit = 'TST5565594230-1401';
const at = (minute: number) => `2026-11-23T10:0${minute}:00.000Z`;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await world.have(entities.unit, aUnit(unit));
  admin = newcomer(world, unit);
  hidden = newcomer(world, unit, { protected: true });
  await administratorsAre(world, unit, [admin]);
  token = await loginAs(admin);
  const give = sender(world, giveUnitRole, { unitId: unit });
  const withdraw = sender(world, withdrawUnitRole, { unitId: unit });
  world.now = () => new Date(at(1));
  await give({ token }, hidden, 'practitioner');
  world.now = () => new Date(at(2));
  await give({ token }, hidden, 'data-admin');
  world.now = () => new Date(at(3));
  await withdraw({ token }, hidden, 'data-admin');
  world.now = () => new Date(at(4));
  await give('careProviderAdmin', hidden, 'authorization-admin');
  world.now = () => new Date();
});

interface Asked {
  readonly as?: string;
  readonly place?: Record<string, string>;
  readonly query?: Record<string, string>;
}

const list = (useCase: UseCase, { as = token, place = { unitId: unit }, query = {} }: Asked = {}) =>
  world.call(useCase, { params: place, query, token: as });

/** Every page of a list, in so small pages. */
const everyPage = async (useCase: UseCase, field: string, asked: Asked = {}) => {
  const pages: Record<string, unknown>[][] = [];
  let cursor: unknown;
  do {
    const query = { limit: '1', ...(cursor === undefined ? {} : { cursor: String(cursor) }) };
    const received = await list(useCase, { ...asked, query });
    pages.push(rows(received, field));
    cursor = received.body['next'];
  } while (cursor !== undefined && pages.length < 20);
  return pages;
};

describe('ORG-6 who holds which role on a unit', () => {
  it('is listed by HSA-id, with who gave it and when', async () => {
    const received = await list(listUnitRoles);
    expect(outcome(received)).toBe('200');
    expect(received.body['roles']).toEqual([
      { staff: admin, name: expect.stringMatching(/^Ny \d+$/), role: 'authorization-admin', ...given },
      {
        ...{ staff: hidden, role: 'authorization-admin' },
        ...{ givenBy: hsaIdOf('careProviderAdmin'), givenAt: at(4) },
      },
      { staff: hidden, role: 'practitioner', givenBy: admin, givenAt: at(1) },
    ]);
    expect(received.body['next']).toBeUndefined();
  });

  it('never names those whose identity is protected (ID-10)', async () => {
    for (const row of rows(await list(listUnitRoles), 'roles'))
      expect('name' in row).toBe(row['staff'] !== hidden);
  });

  it('is listed without names while the staff directory does not answer (ID-10)', async () => {
    const elsewhere = 'TST5565594230-1402';
    await world.have(entities.unit, aUnit(elsewhere));
    const staff = newcomer(world, elsewhere);
    await administratorsAre(world, elsewhere, [staff]);
    world.registers.behave('error');
    const received = await list(listUnitRoles, {
      as: await login('careProviderAdmin'),
      place: { unitId: elsewhere },
    });
    world.registers.behave('well');
    expect(received.body['roles']).toEqual([{ staff, role: 'authorization-admin', ...given }]);
  });

  it('keeps to the unit: neither the provider’s roles nor another unit’s are there', async () => {
    const all = rows(await list(listUnitRoles), 'roles').map(({ staff }) => staff);
    expect(new Set(all)).toEqual(new Set([admin, hidden]));
  });

  it('comes in pages that make up the whole', async () => {
    const pages = await everyPage(listUnitRoles, 'roles');
    expect(pages.flat()).toEqual((await list(listUnitRoles)).body['roles']);
    expect(pages.every((page) => page.length <= 1)).toBe(true);
  });

  it('does not take a cursor of another unit’s list, nor of the history', async () => {
    const as = await login('careProviderAdmin');
    const { body } = await list(listUnitRoles, { as, query: { limit: '1' } });
    const query = { cursor: String(body['next']) };
    const elsewhere = await list(listUnitRoles, { as, place: { unitId: units.care }, query });
    expect(outcome(elsewhere)).toBe('400 validation-failed');
    expect(outcome(await list(listUnitRoleChanges, { as, query }))).toBe('400 validation-failed');
  });

  it('bounds its pages', async () => {
    for (const limit of ['0', '101', 'many'])
      expect(outcome(await list(listUnitRoles, { query: { limit } }))).toBe('400 validation-failed');
  });
});

describe('ORG-6 the history of a unit’s roles', () => {
  const by = () => hsaIdOf('careProviderAdmin');
  const history = () => [
    { staff: hidden, role: 'authorization-admin', act: 'given', by: by(), at: at(4) },
    { staff: hidden, role: 'data-admin', act: 'withdrawn', by: admin, at: at(3) },
    { staff: hidden, role: 'data-admin', act: 'given', by: admin, at: at(2) },
    { staff: hidden, role: 'practitioner', act: 'given', by: admin, at: at(1) },
  ];

  it('says newest first who gave and withdrew what', async () => {
    const received = await list(listUnitRoleChanges);
    expect(outcome(received)).toBe('200');
    expect(received.body['changes']).toEqual(history());
  });

  it('comes in pages that make up the whole', async () => {
    const pages = await everyPage(listUnitRoleChanges, 'changes');
    expect(pages.flat()).toEqual(history());
  });

  it('keeps nothing of what was refused', async () => {
    const give = sender(world, giveUnitRole, { unitId: unit });
    await give({ token }, admin, 'practitioner');
    await give({ token }, hidden, 'practitioner');
    await give({ token }, newcomer(world), 'designer');
    expect((await list(listUnitRoleChanges)).body['changes']).toEqual(history());
  });
});

describe('ORG-6 roles on a provider', () => {
  const place = { providerId: provider };

  it('are listed with their history, without those on its units', async () => {
    const staff = newcomer(world);
    await sender(world, giveProviderRole, place)('careProviderAdmin', staff, 'auditor');
    const as = await login('careProviderAdmin');
    const roles = rows(await list(listProviderRoles, { as, place }), 'roles');
    expect(roles.map((row) => [row['staff'], row['role']])).toEqual(
      [
        [hsaIdOf('auditor'), 'auditor'],
        [hsaIdOf('careProviderAdmin'), 'care-provider-admin'],
        [hsaIdOf('regionAdmin'), 'region-admin'],
        [staff, 'auditor'],
      ].toSorted(),
    );
    expect(roles.every(({ name }) => typeof name === 'string')).toBe(true);
    const changes = rows(await list(listProviderRoleChanges, { as, place }), 'changes');
    expect(changes).toMatchObject([
      { staff, role: 'auditor', act: 'given', by: hsaIdOf('careProviderAdmin') },
    ]);
    expect((await everyPage(listProviderRoles, 'roles', { as, place })).flat()).toEqual(roles);
  });

  it('of the national management are listed though it is no registered provider', async () => {
    const national = { providerId: nationalManagement };
    const staff = newcomer(world);
    await sender(world, giveProviderRole, national)('nationalAdmin', staff, 'auditor');
    const as = await login('nationalAdmin');
    const roles = rows(await list(listProviderRoles, { as, place: national }), 'roles');
    expect(roles).toMatchObject([{ staff, role: 'auditor', givenBy: hsaIdOf('nationalAdmin') }]);
    const changes = rows(await list(listProviderRoleChanges, { as, place: national }), 'changes');
    expect(changes).toMatchObject([{ staff, act: 'given' }]);
    const nowhere = { providerId: 'TST5565594230-9999' };
    expect(outcome(await list(listProviderRoles, { as, place: nowhere }))).toBe('404 not-found');
    expect(outcome(await list(listProviderRoleChanges, { as, place: nowhere }))).toBe('404 not-found');
  });
});

describe('ORG-1, ORG-6 who may look', () => {
  const readers: Record<'unit' | 'provider', readonly StaffName[]> = {
    unit: ['authorizationAdmin', 'careProviderAdmin'],
    provider: ['careProviderAdmin', 'auditor', 'nationalAdmin'],
  };
  const everybody: StaffName[] = [
    'authorizationAdmin',
    'careProviderAdmin',
    'auditor',
    'nationalAdmin',
    'regionAdmin',
    'practitioner',
    'residentAdmin',
    'dataAdmin',
    'designer',
    'publisher',
    'roleless',
  ];

  it.each(everybody)('%s sees no more than the role is for', async (name) => {
    const as = await login(name);
    const onUnit = readers.unit.includes(name) ? '200' : '403 role-missing';
    const onProvider = readers.provider.includes(name) ? '200' : '403 role-missing';
    const there = { as, place: { unitId: units.care } };
    expect(outcome(await list(listUnitRoles, there))).toBe(onUnit);
    expect(outcome(await list(listUnitRoleChanges, there))).toBe(onUnit);
    const above = { as, place: { providerId: provider } };
    expect(outcome(await list(listProviderRoles, above))).toBe(onProvider);
    expect(outcome(await list(listProviderRoleChanges, above))).toBe(onProvider);
  });

  it('nobody from another provider, and nobody at a unit that does not exist', async () => {
    const as = await loginElsewhere('careProviderAdmin');
    for (const useCase of [listUnitRoles, listUnitRoleChanges]) {
      expect(outcome(await list(useCase, { as }))).toBe('403 role-missing');
      const place = { unitId: 'TST5565594230-9999' };
      expect(outcome(await list(useCase, { place }))).toBe('403 role-missing');
    }
    const place = { providerId: provider };
    for (const useCase of [listProviderRoles, listProviderRoleChanges])
      expect(outcome(await list(useCase, { as, place }))).toBe('403 role-missing');
  });
});

describe('LOG-15 looking at roles', () => {
  it('is in the log, with the place', async () => {
    const before = (await world.activities()).length;
    const as = await login('careProviderAdmin');
    await list(listUnitRoles, { as });
    await list(listUnitRoleChanges, { as });
    await list(listProviderRoles, { as, place: { providerId: provider } });
    await list(listProviderRoleChanges, { as, place: { providerId: provider } });
    const common = { outcome: 'performed', activity: 'permissions-viewed', provider };
    expect((await world.activities()).slice(before)).toMatchObject([
      { ...common, unit, operationId: 'listUnitRoles' },
      { ...common, unit, operationId: 'listUnitRoleChanges' },
      { ...common, operationId: 'listProviderRoles' },
      { ...common, operationId: 'listProviderRoleChanges' },
    ]);
  });
});
