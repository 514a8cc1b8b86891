import { beforeAll, describe, expect, it } from 'vitest';
import { createMoment } from '../../../functions/authoring/moments/create-moment.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  given,
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  provider,
  type StaffName,
  seedPeople,
  units,
} from '../../support/people.ts';
import { staffToken } from '../../support/tokens.ts';
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

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const giving = (unitId = units.care) => sender(world, giveUnitRole, { unitId });
const withdrawing = (unitId = units.care) => sender(world, withdrawUnitRole, { unitId });

describe('ORG-6 the unit’s authorization administrator', () => {
  it.each(['practitioner', 'resident-admin', 'data-admin', 'authorization-admin'])(
    'gives %s',
    async (role) => {
      const staff = newcomer(world);
      const received = await giving()('authorizationAdmin', staff, role);
      expect(outcome(received)).toBe('201');
      expect(received.body).toMatchObject({ staff, role });
      expect(await rolesOf(world, staff)).toEqual([role]);
    },
  );

  it.each(['designer', 'publisher'])('gives %s on publisher units and nowhere else', async (role) => {
    for (const unit of [units.publisher, units.training]) {
      const token = await loginAs(await holderOf(world, 'authorization-admin', unit));
      const staff = newcomer(world);
      expect(outcome(await giving(unit)({ token }, staff, role))).toBe('201');
    }
    const staff = newcomer(world);
    expect(outcome(await giving()('authorizationAdmin', staff, role))).toBe('422 role-not-here');
    expect(await rolesOf(world, staff)).toEqual([]);
  });

  it('gives one person several roles, each once', async () => {
    const staff = newcomer(world);
    const give = giving();
    expect(outcome(await give('authorizationAdmin', staff, 'practitioner'))).toBe('201');
    expect(outcome(await give('authorizationAdmin', staff, 'data-admin'))).toBe('201');
    expect(outcome(await give('authorizationAdmin', staff, 'practitioner'))).toBe('409 already-exists');
    expect(await rolesOf(world, staff)).toEqual(['data-admin', 'practitioner']);
  });

  it('gives each at its unit: the same person may hold the role on another', async () => {
    const staff = newcomer(world);
    const token = await loginAs(await holderOf(world, 'authorization-admin', units.otherCare));
    expect(outcome(await giving()('authorizationAdmin', staff, 'practitioner'))).toBe('201');
    expect(outcome(await giving(units.otherCare)({ token }, staff, 'practitioner'))).toBe('201');
    expect(outcome(await withdrawing()('authorizationAdmin', staff, 'practitioner'))).toBe('201');
    expect(await rolesOf(world, staff)).toEqual(['practitioner']);
  });

  it('is remembered in the role, with the time', async () => {
    world.now = () => new Date('2026-11-23T10:00:00.000Z');
    const staff = newcomer(world);
    await giving()('authorizationAdmin', staff, 'practitioner');
    world.now = () => new Date();
    const kept = await world.runtime.stores.organisation.roleAt(staff, units.care, 'practitioner');
    expect(kept?.value).toEqual({
      ...{ staff, role: 'practitioner', provider, unit: units.care },
      ...{ givenBy: hsaIdOf('authorizationAdmin'), givenAt: '2026-11-23T10:00:00.000Z' },
    });
  });

  it('withdraws what is held, and is told where it is not', async () => {
    const staff = newcomer(world);
    const withdraw = withdrawing();
    expect(outcome(await withdraw('authorizationAdmin', staff, 'practitioner'))).toBe('404 not-found');
    await giving()('authorizationAdmin', staff, 'practitioner');
    const received = await withdraw('authorizationAdmin', staff, 'practitioner');
    expect(outcome(received)).toBe('201');
    expect(received.body).toMatchObject({ staff, role: 'practitioner' });
    expect(await rolesOf(world, staff)).toEqual([]);
    expect(outcome(await withdraw('authorizationAdmin', staff, 'practitioner'))).toBe('404 not-found');
  });

  it('lays down a role of their own', async () => {
    const staff = await holderOf(world, 'authorization-admin', units.care);
    await world.have(entities.roleAssignment, {
      ...{ staff, role: 'practitioner', provider, unit: units.care, ...given },
    });
    const token = await loginAs(staff);
    expect(outcome(await withdrawing()({ token }, staff, 'practitioner'))).toBe('201');
  });
});

describe('ORG-6 a change holds at the next request, whatever the token says', () => {
  it('for a role that was given and then withdrawn', async () => {
    const admin = { token: await loginAs(await holderOf(world, 'authorization-admin', units.publisher)) };
    const staff = newcomer(world, units.publisher);
    const token = await loginAs(staff);
    const create = async () =>
      outcome(
        await world.call(createMoment, {
          params: { unitId: units.publisher },
          body: { title: 'T', kind: 'course' },
          token,
        }),
      );
    expect(await create()).toBe('403 role-missing');
    await giving(units.publisher)(admin, staff, 'designer');
    expect(await create()).toBe('201');
    await withdrawing(units.publisher)(admin, staff, 'designer');
    expect(await create()).toBe('403 role-missing');
  });

  it('also for the right to give roles', async () => {
    const staff = newcomer(world);
    const token = await loginAs(staff);
    const give = async () => outcome(await giving()({ token }, newcomer(world), 'practitioner'));
    expect(await give()).toBe('403 role-missing');
    await giving()('authorizationAdmin', staff, 'authorization-admin');
    expect(await give()).toBe('201');
    await withdrawing()('authorizationAdmin', staff, 'authorization-admin');
    expect(await give()).toBe('403 role-missing');
  });
});

describe('ORG-6 nobody gives themselves a role', () => {
  it.each<[StaffName, string]>([
    ['authorizationAdmin', 'practitioner'],
    ['careProviderAdmin', 'authorization-admin'],
  ])('not the %s', async (name, role) => {
    const before = (await world.activities()).length;
    expect(outcome(await giving()(name, hsaIdOf(name), role))).toBe('403 self-role-change');
    expect(await rolesOf(world, hsaIdOf(name))).not.toContain(role);
    expect((await world.activities()).slice(before)).toMatchObject([
      {
        ...{ outcome: 'denied', problem: 'self-role-change', activity: 'permissions-changed' },
        ...{ operationId: 'giveUnitRole', provider, unit: units.care },
        actor: { kind: 'staff', hsaId: hsaIdOf(name) },
        resource: { staff: hsaIdOf(name), role },
      },
    ]);
  });

  it('nor by writing their HSA-id in other letters', async () => {
    const written = hsaIdOf('authorizationAdmin').toLowerCase();
    expect(outcome(await giving()('authorizationAdmin', written, 'practitioner'))).toBe(
      '403 self-role-change',
    );
  });
});

describe('ORG-6 a care provider administrator', () => {
  it('gives and withdraws authorization-admin on every unit of the provider', async () => {
    for (const unit of [units.care, units.publisher]) {
      await administratorsAre(world, unit, [newcomer(world)]);
      const staff = newcomer(world, unit);
      expect(outcome(await giving(unit)('careProviderAdmin', staff, 'authorization-admin'))).toBe('201');
      expect(outcome(await withdrawing(unit)('careProviderAdmin', staff, 'authorization-admin'))).toBe('201');
    }
    await administratorsAre(world, units.care, [hsaIdOf('authorizationAdmin')]);
  });

  it.each(['practitioner', 'resident-admin', 'data-admin', 'designer', 'publisher'])(
    'neither gives nor withdraws %s, and the attempt is logged (LOG-21)',
    async (role) => {
      const staff = newcomer(world);
      await world.have(entities.roleAssignment, {
        ...{ staff, role: role as 'practitioner', provider, unit: units.publisher, ...given },
      });
      const before = (await world.activities()).length;
      const other = newcomer(world);
      expect(outcome(await giving(units.publisher)('careProviderAdmin', other, role))).toBe(
        '403 role-missing',
      );
      expect(outcome(await withdrawing(units.publisher)('careProviderAdmin', staff, role))).toBe(
        '403 role-missing',
      );
      expect(await rolesOf(world, other)).toEqual([]);
      expect(await rolesOf(world, staff)).toEqual([role]);
      expect((await world.activities()).slice(before)).toMatchObject([
        { outcome: 'denied', problem: 'role-missing', resource: { staff: other, role } },
        { outcome: 'denied', problem: 'role-missing', resource: { staff, role } },
      ]);
    },
  );

  it('who is the unit’s authorization administrator too gives the rest only under a valid commission (ID-3)', async () => {
    const both = newcomer(world, units.care, {
      commissions: [
        aCommission('TST5565594230-BOTH1'),
        aCommission('TST5565594230-BOTH2', { validTo: '2021-01-01T00:00:00Z' }),
      ],
    });
    const held = { staff: both, provider, ...given };
    await world.have(entities.roleAssignment, { ...held, role: 'care-provider-admin' });
    await world.have(entities.roleAssignment, { ...held, role: 'authorization-admin', unit: units.care });
    const under = (commission: string) => staffToken({ hsaId: both, provider, commission });
    const valid = { token: await under('TST5565594230-BOTH1C1') };
    const expired = { token: await under('TST5565594230-BOTH2C1') };
    expect(outcome(await giving()(valid, newcomer(world), 'practitioner'))).toBe('201');
    expect(outcome(await giving()(expired, newcomer(world), 'practitioner'))).toBe('403 role-missing');
    expect(outcome(await giving()(expired, newcomer(world), 'authorization-admin'))).toBe('201');
  });
});

describe('ORG-1, ORG-6 everybody else', () => {
  const others: StaffName[] = [
    'practitioner',
    'residentAdmin',
    'dataAdmin',
    'designer',
    'auditor',
    'regionAdmin',
    'nationalAdmin',
    'roleless',
  ];

  it.each(others)('%s gives and withdraws nothing', async (name) => {
    const staff = newcomer(world);
    expect(outcome(await giving()(name, staff, 'practitioner'))).toBe('403 role-missing');
    expect(outcome(await giving()(name, staff, 'authorization-admin'))).toBe('403 role-missing');
    const victim = hsaIdOf('dataAdmin');
    expect(outcome(await withdrawing()(name, victim, 'data-admin'))).toBe('403 role-missing');
  });

  it('at another unit or another provider has no say here', async () => {
    const staff = newcomer(world);
    const there = giving(units.elsewhere);
    expect(outcome(await there('authorizationAdmin', staff, 'practitioner'))).toBe('403 role-missing');
    expect(outcome(await there('careProviderAdmin', staff, 'authorization-admin'))).toBe('403 role-missing');
    const token = await loginElsewhere('careProviderAdmin');
    expect(outcome(await giving()({ token }, staff, 'authorization-admin'))).toBe('403 role-missing');
    expect(outcome(await giving(units.otherCare)('authorizationAdmin', staff, 'practitioner'))).toBe(
      '403 role-missing',
    );
  });

  it('without a valid commission, without a staff login or without a unit to speak of is refused', async () => {
    const staff = newcomer(world);
    const expired = await login('authorizationAdmin', {
      commissionHsaId: `${hsaIdOf('authorizationAdmin')}C2`,
    });
    expect(outcome(await giving()({ token: expired }, staff, 'practitioner'))).toBe('403 commission-expired');
    const resident = await loginResident('approved');
    expect(outcome(await giving()({ token: resident }, staff, 'practitioner'))).toBe(
      '403 wrong-kind-of-caller',
    );
    expect(outcome(await giving('TST5565594230-9999')('authorizationAdmin', staff, 'practitioner'))).toBe(
      '403 role-missing',
    );
  });
});
