import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, given, provider, seedPeople } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { World } from '../../support/world.ts';
import { administratorsAre, loginAs, newcomer, outcome, sender } from './newcomers.ts';

let world: World;
let units = 0;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const role = 'authorization-admin';

/** A new unit with so many administrators. */
const unitWith = async (count: number) => {
  units += 1;
  const unit = `TST5565594230-12${String(units).padStart(3, '0')}`;
  await world.have(entities.unit, aUnit(unit));
  const staff = Array.from({ length: count }, () => newcomer(world, unit));
  await administratorsAre(world, unit, staff);
  const [first = '', second = ''] = staff;
  return { unit, first, second };
};

const changing = async (useCase: UseCase, unit: string, by: string, staff: string, fault?: Interference) =>
  outcome(
    await world.call(
      useCase,
      { params: { unitId: unit }, body: { staff, role }, token: await loginAs(by) },
      fault,
    ),
  );

const assigned = async (unit: string): Promise<unknown[]> =>
  (await world.all('organisation'))
    .filter((item) => item['type'] === 'RoleAssignment' && item['unit'] === unit && item['role'] === role)
    .map(({ staff }) => staff)
    .toSorted();

const listed = async (unit: string): Promise<string[]> =>
  ((await world.runtime.stores.organisation.administrators(unit))?.value.staff ?? []).toSorted();

/** Never none, and the item that guards it says what the roles say. */
const expectGuarded = async (unit: string): Promise<void> => {
  expect(await assigned(unit)).not.toEqual([]);
  expect(await assigned(unit)).toEqual(await listed(unit));
};

/** Runs another request when this one has decided and is about to commit. */
const justBeforeCommit = (act: () => Promise<unknown>): Interference => ({
  before: async ({ command }) => {
    if (command.startsWith('TransactWrite')) await act();
  },
});

describe('ORG-6 the last authorization administrator of a unit', () => {
  it('is never withdrawn, neither by the provider’s administrator nor by themselves', async () => {
    const { unit, first } = await unitWith(1);
    const withdraw = sender(world, withdrawUnitRole, { unitId: unit });
    expect(outcome(await withdraw('careProviderAdmin', first, role))).toBe('409 last-administrator');
    expect(await changing(withdrawUnitRole, unit, first, first)).toBe('409 last-administrator');
    await expectGuarded(unit);
  });

  it('is never withdrawn from a closed unit either', async () => {
    const { unit, first } = await unitWith(1);
    await world.have(entities.unit, aUnit(unit, { state: 'inactive' }), 2);
    expect(await changing(withdrawUnitRole, unit, first, first)).toBe('409 last-administrator');
  });

  it('is withdrawn once there is another', async () => {
    const { unit, first } = await unitWith(1);
    const next = newcomer(world, unit);
    expect(await changing(giveUnitRole, unit, first, next)).toBe('201');
    expect(await changing(withdrawUnitRole, unit, next, first)).toBe('201');
    expect(await changing(withdrawUnitRole, unit, next, next)).toBe('409 last-administrator');
    expect(await listed(unit)).toEqual([next]);
    await expectGuarded(unit);
  });

  it('stays where nothing says that there is another', async () => {
    const unit = 'TST5565594230-1301';
    await world.have(entities.unit, aUnit(unit));
    const [one, other] = [newcomer(world, unit), newcomer(world, unit)];
    for (const staff of [one, other])
      await world.have(entities.roleAssignment, { staff, role, provider, unit, ...given });
    expect(await changing(withdrawUnitRole, unit, one, other)).toBe('409 last-administrator');
  });

  it('may lose every other role', async () => {
    const { unit, first } = await unitWith(1);
    const held = { staff: first, provider, unit, ...given };
    await world.have(entities.roleAssignment, { ...held, role: 'practitioner' });
    const withdraw = sender(world, withdrawUnitRole, { unitId: unit });
    const token = await loginAs(first);
    expect(outcome(await withdraw({ token }, first, 'practitioner'))).toBe('201');
    await expectGuarded(unit);
  });
});

describe('ORG-6 two who act at the same moment', () => {
  it('withdraw each other: the later is told that somebody was quicker', async () => {
    const { unit, first, second } = await unitWith(2);
    let quicker = '';
    const fault = justBeforeCommit(async () => {
      quicker = await changing(withdrawUnitRole, unit, second, first);
    });
    expect(await changing(withdrawUnitRole, unit, first, second, fault)).toBe('412 version-mismatch');
    expect(quicker).toBe('201');
    expect(await listed(unit)).toEqual([second]);
    await expectGuarded(unit);
  });

  it('lay their own roles down: one stays', async () => {
    const { unit, first, second } = await unitWith(2);
    const fault = justBeforeCommit(() => changing(withdrawUnitRole, unit, second, second));
    expect(await changing(withdrawUnitRole, unit, first, first, fault)).toBe('412 version-mismatch');
    await expectGuarded(unit);
  });

  it('withdraw the same one: the later is told that the role is not held', async () => {
    const { unit, first, second } = await unitWith(3);
    const fault = justBeforeCommit(() => changing(withdrawUnitRole, unit, first, second));
    expect(await changing(withdrawUnitRole, unit, first, second, fault)).toBe('404 not-found');
    await expectGuarded(unit);
  });

  it('give the role to two: neither change is lost', async () => {
    const { unit, first, second } = await unitWith(2);
    const [third, fourth] = [newcomer(world, unit), newcomer(world, unit)];
    const fault = justBeforeCommit(() => changing(giveUnitRole, unit, second, fourth));
    expect(await changing(giveUnitRole, unit, first, third, fault)).toBe('412 version-mismatch');
    expect(await changing(giveUnitRole, unit, first, third)).toBe('201');
    expect(await listed(unit)).toEqual([first, second, third, fourth].toSorted());
    await expectGuarded(unit);
  });

  it('give the role to the same one: the later is told', async () => {
    const { unit, first, second } = await unitWith(2);
    const third = newcomer(world, unit);
    const fault = justBeforeCommit(() => changing(giveUnitRole, unit, second, third));
    expect(await changing(giveUnitRole, unit, first, third, fault)).toBe('409 already-exists');
    await expectGuarded(unit);
  });

  it('give a unit its very first: one of them comes first', async () => {
    const unit = 'TST5565594230-1302';
    await world.have(entities.unit, aUnit(unit));
    const [one, other] = [newcomer(world, unit), newcomer(world, unit)];
    const give = sender(world, giveUnitRole, { unitId: unit });
    const outcomes = await Promise.all(
      [one, other].map(async (staff) => outcome(await give('careProviderAdmin', staff, role))),
    );
    for (const result of outcomes) expect(result).toMatch(/^201$|^412 version-mismatch$/);
    expect(outcomes).toContain('201');
    await expectGuarded(unit);
  });

  it('never leave a unit without, however their requests interleave', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const { unit, first, second } = await unitWith(2);
      const outcomes = await Promise.all([
        changing(withdrawUnitRole, unit, first, second),
        changing(withdrawUnitRole, unit, second, first),
      ]);
      for (const result of outcomes) seen.add(result);
      expect(outcomes.filter((result) => result === '201')).toHaveLength(1);
      expect(await listed(unit)).toHaveLength(1);
      await expectGuarded(unit);
    }
    // Where the other was done before this one had read: the list of administrators, or even the role of who asks.
    const late = ['409 last-administrator', '403 role-missing'];
    expect([...seen].filter((result) => !late.includes(result)).toSorted()).toEqual([
      '201',
      '412 version-mismatch',
    ]);
  });
});

describe('ORG-6 whatever is asked in whatever order', () => {
  const act = fc.record({ by: fc.nat(3), on: fc.nat(3), give: fc.boolean(), aside: fc.boolean() });

  it('the unit keeps an administrator, and the item that guards it agrees with the roles', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const { unit, first, second } = await unitWith(2);
        const people = [first, second, newcomer(world, unit), newcomer(world, unit)];
        const asking = ({ by, on, give }: (typeof acts)[number]) =>
          changing(give ? giveUnitRole : withdrawUnitRole, unit, people[by] ?? '', people[on] ?? '');
        let open: Promise<string>[] = [];
        for (const one of acts) {
          open.push(asking(one));
          if (one.aside) continue;
          await Promise.all(open);
          open = [];
        }
        await Promise.all(open);
        await expectGuarded(unit);
      }),
      { numRuns: runs(15) },
    );
  });
});
