import { beforeAll, describe, expect, it } from 'vitest';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, hsaIdOf, login, provider, seedPeople, units } from '../../support/people.ts';
import { World } from '../../support/world.ts';
import {
  aCommission,
  administratorsAre,
  holderOf,
  loginAs,
  newcomer,
  outcome,
  rolesOf,
  sender,
} from './newcomers.ts';

let world: World;
const preparing = 'TST5565594230-1021';
const closed = 'TST5565594230-1022';

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await world.have(entities.unit, aUnit(preparing, { state: 'handed-out' }));
  await world.have(entities.unit, aUnit(closed, { state: 'inactive' }));
});

const giving = (unitId = units.care) => sender(world, giveUnitRole, { unitId });
const withdrawing = (unitId = units.care) => sender(world, withdrawUnitRole, { unitId });

describe('ORG-7 whom HSA knows', () => {
  it('may be given a role, also those employed elsewhere', async () => {
    const external = 'SE2321000016-EXT1';
    world.registers.staff.set(external, {
      ...{ hsaId: external, name: 'Extern', protected: false, commissions: [] },
    });
    expect(outcome(await giving()('authorizationAdmin', external, 'practitioner'))).toBe('201');
    expect(outcome(await withdrawing()('authorizationAdmin', external, 'practitioner'))).toBe('201');
  });

  it('and nobody else', async () => {
    const stranger = 'TST5565594230-STRANGER';
    expect(outcome(await giving()('authorizationAdmin', stranger, 'practitioner'))).toBe('422 staff-unknown');
    expect(await rolesOf(world, stranger)).toEqual([]);
  });

  it('and nothing is given while the directory does not answer', async () => {
    const staff = newcomer(world);
    world.registers.behave('error');
    const received = await giving()('careProviderAdmin', staff, 'authorization-admin');
    world.registers.behave('well');
    expect(outcome(received)).toBe('503 register-unavailable');
    expect(await rolesOf(world, staff)).toEqual([]);
  });

  it('but a role is withdrawn from those it no longer knows, and while it does not answer', async () => {
    const unit = units.otherCare;
    const [gone, other] = [newcomer(world, unit), newcomer(world, unit)];
    await administratorsAre(world, unit, [gone, other]);
    world.registers.staff.delete(gone);
    world.registers.behave('error');
    const received = await withdrawing(unit)('careProviderAdmin', gone, 'authorization-admin');
    world.registers.behave('well');
    expect(outcome(received)).toBe('201');
    expect(await rolesOf(world, gone)).toEqual([]);
  });
});

describe('ORG-3 the unit', () => {
  const holder = (unit: string) => holderOf(world, 'authorization-admin', unit);

  it('that is handed out can be staffed before it is activated', async () => {
    const staff = newcomer(world, preparing);
    expect(outcome(await giving(preparing)('careProviderAdmin', staff, 'authorization-admin'))).toBe('201');
    const token = await loginAs(staff);
    expect(outcome(await giving(preparing)({ token }, newcomer(world), 'practitioner'))).toBe('201');
  });

  it('that is closed gets nobody more, but roles on it are withdrawn', async () => {
    const token = await loginAs(await holder(closed));
    expect(outcome(await giving(closed)({ token }, newcomer(world), 'practitioner'))).toBe(
      '409 unit-inactive',
    );
    const staff = await holderOf(world, 'practitioner', closed);
    expect(outcome(await withdrawing(closed)({ token }, staff, 'practitioner'))).toBe('201');
  });

  it('that is closed meanwhile gets nobody more either', async () => {
    const unit = 'TST5565594230-1023';
    await world.have(entities.unit, aUnit(unit));
    const token = await loginAs(await holder(unit));
    const staff = newcomer(world);
    const received = await world.call(
      giveUnitRole,
      { params: { unitId: unit }, body: { staff, role: 'practitioner' }, token },
      {
        before: async ({ command }) => {
          if (command.startsWith('TransactWrite'))
            await world.have(entities.unit, aUnit(unit, { state: 'inactive' }), 2);
        },
      },
    );
    expect(outcome(received)).toBe('409 illegal-state');
    expect(await rolesOf(world, staff)).toEqual([]);
  });
});

describe('ID-3, ORG-6 advice', () => {
  const adviceOn = async (role: string, staff: string, unit = units.care) => {
    const token = await loginAs(await holderOf(world, 'authorization-admin', unit));
    return (await giving(unit)({ token }, staff, role)).body['advice'];
  };
  const without = (commissions: Parameters<typeof newcomer>[2] = { commissions: [] }) =>
    newcomer(world, units.care, commissions);
  const commissioned = (more: object) => {
    const hsaId = 'TST5565594230-ANY';
    return without({ commissions: [aCommission(hsaId, more)] });
  };

  beforeAll(() => administratorsAre(world, units.care, [hsaIdOf('authorizationAdmin'), newcomer(world)], 50));

  it.each(['practitioner', 'resident-admin', 'data-admin', 'authorization-admin'])(
    'says that %s opens nothing without a commission on the unit',
    async (role) => {
      expect(await adviceOn(role, newcomer(world))).toEqual([]);
      expect(await adviceOn(role, without())).toEqual(['commission-missing']);
      expect(await adviceOn(role, commissioned({ validTo: '2021-01-01T00:00:00Z' }))).toEqual([
        'commission-missing',
      ]);
      expect(await adviceOn(role, commissioned({ unit: units.otherCare }))).toEqual(['commission-missing']);
    },
  );

  it('says nothing of commissions where the role needs none', async () => {
    await administratorsAre(world, units.publisher, [newcomer(world), newcomer(world)], 50);
    expect(await adviceOn('designer', without(), units.publisher)).toEqual([]);
    expect(await adviceOn('publisher', without(), units.publisher)).toEqual([]);
  });

  it('asks for two administrators until there are two, and again once there are not', async () => {
    const unit = 'TST5565594230-1024';
    await world.have(entities.unit, aUnit(unit));
    const [first, second] = [newcomer(world, unit), newcomer(world, unit)];
    const give = async (staff: string) =>
      (await giving(unit)('careProviderAdmin', staff, 'authorization-admin')).body['advice'];
    expect(await give(first)).toEqual(['two-administrators']);
    expect(await give(second)).toEqual([]);
    const withdrawn = await withdrawing(unit)('careProviderAdmin', first, 'authorization-admin');
    expect(withdrawn.body['advice']).toEqual(['two-administrators']);
  });

  it('on any role, for as long as it is so', async () => {
    const unit = 'TST5565594230-1025';
    await world.have(entities.unit, aUnit(unit));
    const admin = newcomer(world, unit);
    await administratorsAre(world, unit, [admin]);
    const token = await loginAs(admin);
    const staff = newcomer(world, unit);
    const given = await giving(unit)({ token }, staff, 'practitioner');
    expect(given.body['advice']).toEqual(['two-administrators']);
    const withdrawn = await withdrawing(unit)({ token }, staff, 'practitioner');
    expect(withdrawn.body['advice']).toEqual(['two-administrators']);
  });
});

describe('LOG-21 every change of a role', () => {
  it('is in the log with who, whose and which, where it is done', async () => {
    const staff = newcomer(world);
    const before = (await world.activities()).length;
    await giving()('authorizationAdmin', staff, 'practitioner');
    await withdrawing()('authorizationAdmin', staff, 'practitioner');
    const common = {
      ...{ outcome: 'performed', activity: 'permissions-changed', provider, unit: units.care },
      actor: { hsaId: hsaIdOf('authorizationAdmin'), role: 'authorization-admin' },
      resource: { staff, role: 'practitioner' },
    };
    expect((await world.activities()).slice(before)).toMatchObject([
      { ...common, operationId: 'giveUnitRole' },
      { ...common, operationId: 'withdrawUnitRole' },
    ]);
  });

  it('is made once, however often the request is repeated with its key', async () => {
    const staff = newcomer(world);
    const sent = {
      params: { unitId: units.care },
      body: { staff, role: 'practitioner' },
      token: await login('authorizationAdmin'),
      headers: { 'Idempotency-Key': 'give-once-1' },
    };
    const [first, second] = [await world.call(giveUnitRole, sent), await world.call(giveUnitRole, sent)];
    expect([outcome(first), outcome(second)]).toEqual(['201', '201']);
    expect(second.body).toEqual(first.body);
    const changes = await world.runtime.stores.organisation.roleChanges(units.care, {
      limit: 100,
      cursor: undefined,
    });
    expect(changes.items.filter(({ value }) => value.staff === staff)).toHaveLength(1);
  });
});

describe('ORG-6 what does not fit the contract', () => {
  it.each([
    ['a role of providers', { staff: 'TST5565594230-X1', role: 'care-provider-admin' }, '/body/role'],
    ['the role nobody is given', { staff: 'TST5565594230-X1', role: 'national-admin' }, '/body/role'],
    ['no HSA-id', { staff: '199005082392', role: 'practitioner' }, '/body/staff'],
    ['a field more', { staff: 'TST5565594230-X1', role: 'practitioner', unit: units.care }, '/body/unit'],
  ])('is refused: %s', async (_, body, pointer) => {
    for (const useCase of [giveUnitRole, withdrawUnitRole]) {
      const sent = { params: { unitId: units.care }, body, token: await login('authorizationAdmin') };
      const received = await world.call(useCase, sent);
      expect(outcome(received)).toBe('400 validation-failed');
      expect(received.body.errors?.map((fault) => fault.pointer)).toEqual([pointer]);
    }
  });
});
