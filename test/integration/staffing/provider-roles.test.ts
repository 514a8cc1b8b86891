import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../../functions/audit/list-audit-entries.ts';
import { giveProviderRole } from '../../../functions/staffing/give-provider-role.ts';
import { withdrawProviderRole } from '../../../functions/staffing/withdraw-provider-role.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  type StaffName,
  seedPeople,
} from '../../support/people.ts';
import { nationalManagement, World } from '../../support/world.ts';
import { loginAs, newcomer, outcome, rolesOf, sender } from './newcomers.ts';

let world: World;
const municipality = 'TST2120000142-3000';

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await world.have(entities.provider, {
    ...{ hsaId: municipality, name: 'Kommunen', kind: 'municipality', organisationNumber: '2120000142' },
    county: '12',
  });
});

const giving = (providerId = provider) => sender(world, giveProviderRole, { providerId });
const withdrawing = (providerId = provider) => sender(world, withdrawProviderRole, { providerId });

const readsLogOf = async (providerId: string, token: string) =>
  outcome(await world.call(listAuditEntries, { params: { providerId }, body: {}, token }));

describe('ORG-6 a care provider administrator', () => {
  it.each(['care-provider-admin', 'auditor'])('gives and withdraws %s at the provider', async (role) => {
    const staff = newcomer(world);
    const received = await giving()('careProviderAdmin', staff, role);
    expect(outcome(received)).toBe('201');
    expect(received.body).toEqual({ staff, role, advice: [] });
    expect(await rolesOf(world, staff)).toEqual([role]);
    expect(outcome(await giving()('careProviderAdmin', staff, role))).toBe('409 already-exists');
    const withdrawn = await withdrawing()('careProviderAdmin', staff, role);
    expect(outcome(withdrawn)).toBe('201');
    expect(withdrawn.body).toEqual({ staff, role, advice: [] });
    expect(await rolesOf(world, staff)).toEqual([]);
    expect(outcome(await withdrawing()('careProviderAdmin', staff, role))).toBe('404 not-found');
  });

  it('neither gives nor withdraws region-admin, and the attempt is logged (LOG-21)', async () => {
    const staff = newcomer(world);
    const before = (await world.activities()).length;
    expect(outcome(await giving()('careProviderAdmin', staff, 'region-admin'))).toBe('403 role-missing');
    const victim = hsaIdOf('regionAdmin');
    expect(outcome(await withdrawing()('careProviderAdmin', victim, 'region-admin'))).toBe(
      '403 role-missing',
    );
    expect(await rolesOf(world, staff)).toEqual([]);
    expect(await rolesOf(world, victim)).toEqual(['region-admin']);
    expect((await world.activities()).slice(before)).toMatchObject([
      { outcome: 'denied', problem: 'role-missing', resource: { staff, role: 'region-admin' } },
      { outcome: 'denied', problem: 'role-missing', resource: { staff: victim, role: 'region-admin' } },
    ]);
  });

  it('has no say at another provider (ORG-1)', async () => {
    const staff = newcomer(world);
    const token = await loginElsewhere('careProviderAdmin');
    expect(outcome(await giving()({ token }, staff, 'auditor'))).toBe('403 role-missing');
    expect(outcome(await giving(otherProvider)('careProviderAdmin', staff, 'auditor'))).toBe(
      '403 role-missing',
    );
    expect(outcome(await withdrawing()({ token }, hsaIdOf('auditor'), 'auditor'))).toBe('403 role-missing');
    expect(outcome(await giving(nationalManagement)('careProviderAdmin', staff, 'auditor'))).toBe(
      '403 role-missing',
    );
  });
});

describe('ORG-1, ORG-6 national administrators', () => {
  it.each([provider, otherProvider, municipality])(
    'give %s its care provider administrators and auditors',
    async (at) => {
      for (const role of ['care-provider-admin', 'auditor']) {
        const staff = newcomer(world);
        expect(outcome(await giving(at)('nationalAdmin', staff, role))).toBe('201');
        expect(outcome(await withdrawing(at)('nationalAdmin', staff, role))).toBe('201');
        expect(await rolesOf(world, staff)).toEqual([]);
      }
    },
  );

  it('give region administrators at regions alone', async () => {
    const staff = newcomer(world);
    expect(outcome(await giving()('nationalAdmin', staff, 'region-admin'))).toBe('201');
    for (const at of [otherProvider, municipality, nationalManagement])
      expect(outcome(await giving(at)('nationalAdmin', staff, 'region-admin'))).toBe('422 role-not-here');
    expect(await rolesOf(world, staff)).toEqual(['region-admin']);
    expect(outcome(await withdrawing()('nationalAdmin', staff, 'region-admin'))).toBe('201');
  });

  it('give the national management auditors of its own log, and nobody else', async () => {
    const staff = newcomer(world);
    const token = await loginAs(staff);
    expect(await readsLogOf(nationalManagement, token)).toBe('403 role-missing');
    expect(outcome(await giving(nationalManagement)('nationalAdmin', staff, 'auditor'))).toBe('201');
    expect(await readsLogOf(nationalManagement, token)).toBe('200');
    expect(await readsLogOf(provider, token)).toBe('403 role-missing');
    expect(outcome(await giving(nationalManagement)('nationalAdmin', staff, 'care-provider-admin'))).toBe(
      '422 role-not-here',
    );
    expect(outcome(await withdrawing(nationalManagement)('nationalAdmin', staff, 'auditor'))).toBe('201');
    expect(await readsLogOf(nationalManagement, token)).toBe('403 role-missing');
  });

  it('find no other provider that is not registered', async () => {
    const nowhere = 'TST5565594230-9999';
    const staff = newcomer(world);
    expect(outcome(await giving(nowhere)('nationalAdmin', staff, 'auditor'))).toBe('404 not-found');
    expect(outcome(await withdrawing(nowhere)('nationalAdmin', staff, 'auditor'))).toBe('404 not-found');
    expect(await rolesOf(world, staff)).toEqual([]);
  });
});

describe('ORG-6 nobody gives themselves a role', () => {
  it.each<[StaffName, string, string]>([
    ['careProviderAdmin', 'auditor', provider],
    ['nationalAdmin', 'care-provider-admin', provider],
    ['nationalAdmin', 'auditor', nationalManagement],
  ])('not the %s %s at %s', async (name, role, at) => {
    const before = (await world.activities()).length;
    expect(outcome(await giving(at)(name, hsaIdOf(name), role))).toBe('403 self-role-change');
    expect(await rolesOf(world, hsaIdOf(name))).not.toContain(role);
    expect((await world.activities()).slice(before)).toMatchObject([
      { outcome: 'denied', problem: 'self-role-change', actor: { hsaId: hsaIdOf(name) } },
    ]);
  });
});

describe('ORG-6 everybody else', () => {
  it.each<StaffName>(['auditor', 'regionAdmin', 'authorizationAdmin', 'practitioner', 'roleless'])(
    '%s gives and withdraws nothing',
    async (name) => {
      const staff = newcomer(world);
      for (const role of ['auditor', 'care-provider-admin', 'region-admin'])
        expect(outcome(await giving()(name, staff, role))).toBe('403 role-missing');
      expect(outcome(await withdrawing()(name, hsaIdOf('dataAdmin'), 'auditor'))).toBe('403 role-missing');
    },
  );
});

describe('ORG-6 a change holds at the next request, whatever the token says', () => {
  it('for an auditor', async () => {
    const staff = newcomer(world);
    const token = await loginAs(staff);
    expect(await readsLogOf(provider, token)).toBe('403 role-missing');
    await giving()('careProviderAdmin', staff, 'auditor');
    expect(await readsLogOf(provider, token)).toBe('200');
    await withdrawing()('careProviderAdmin', staff, 'auditor');
    expect(await readsLogOf(provider, token)).toBe('403 role-missing');
  });
});

describe('ORG-7 whom HSA knows', () => {
  it('may be given a role, nobody else, and nothing is given while it does not answer', async () => {
    const stranger = 'TST5565594230-STRANGER';
    expect(outcome(await giving()('careProviderAdmin', stranger, 'auditor'))).toBe('422 staff-unknown');
    const staff = newcomer(world);
    world.registers.behave('error');
    const received = await giving()('careProviderAdmin', staff, 'auditor');
    world.registers.behave('well');
    expect(outcome(received)).toBe('503 register-unavailable');
    expect(await rolesOf(world, staff)).toEqual([]);
  });

  it('is not asked when a role is withdrawn', async () => {
    const staff = newcomer(world);
    await giving()('careProviderAdmin', staff, 'auditor');
    world.registers.staff.delete(staff);
    world.registers.behave('error');
    const received = await withdrawing()('careProviderAdmin', staff, 'auditor');
    world.registers.behave('well');
    expect(outcome(received)).toBe('201');
  });
});

describe('LOG-21 every change of a role', () => {
  it('is in the provider’s log with who, whose and which', async () => {
    const staff = newcomer(world);
    const before = (await world.activities()).length;
    await giving()('careProviderAdmin', staff, 'auditor');
    await withdrawing()('nationalAdmin', staff, 'auditor');
    const common = {
      ...{ outcome: 'performed', activity: 'permissions-changed', provider },
      resource: { staff, role: 'auditor' },
    };
    const written = (await world.activities()).slice(before);
    expect(written).toMatchObject([
      { ...common, operationId: 'giveProviderRole', actor: { role: 'care-provider-admin' } },
      { ...common, operationId: 'withdrawProviderRole', actor: { role: 'national-admin' } },
    ]);
    for (const activity of written) expect(activity).not.toHaveProperty('unit');
  });
});

describe('ORG-6 what does not fit the contract', () => {
  it.each(['national-admin', 'practitioner', 'authorization-admin'])(
    'is refused: the role %s',
    async (role) => {
      for (const useCase of [giveProviderRole, withdrawProviderRole]) {
        const body = { staff: 'TST5565594230-X1', role };
        const sent = { params: { providerId: provider }, body, token: await login('nationalAdmin') };
        const received = await world.call(useCase, sent);
        expect(outcome(received)).toBe('400 validation-failed');
        expect(received.body.errors?.map(({ pointer }) => pointer)).toEqual(['/body/role']);
      }
    },
  );
});
