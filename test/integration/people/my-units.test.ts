import { beforeAll, describe, expect, it } from 'vitest';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { listMyUnits } from '../../../functions/people/list-my-units.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { aUnit, county, login, loginResident, residents, seedPeople, units } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;

const far = 'TST5565594230-5001';
const farPublisher = 'TST5565594230-5002';
const farClosed = 'TST5565594230-5003';
const information = 'Öppet 8–17 🌻';

const approvedAt = (unit: string, number = residents.approved) =>
  world.have(entities.approvedAt, { personKey: world.personOf(number).key, unit });
const noLongerAt = (unit: string) =>
  world.lose(entities.approvedAt, { personKey: world.personOf(residents.approved).key, unit });
const unitIs = (hsaId: string, more: Partial<Unit>) => world.have(entities.unit, aUnit(hsaId, more));

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await unitIs(far, { county: '01', information });
  await unitIs(farPublisher, { county: '01', kind: 'publisher' });
  await unitIs(farClosed, { county: '01', state: 'inactive' });
  for (const unit of [far, farPublisher, farClosed, units.care]) await approvedAt(unit);
});

const shown = async (query: Record<string, string> = {}, who: keyof typeof residents = 'approved') => {
  const page = await succeed(world, listMyUnits, { query, token: await loginResident(who) });
  const ids = (field: string) => rows(page, field).map(({ unitId }) => unitId);
  return { page, here: ids('units'), elsewhere: ids('approvedElsewhere') };
};

describe('ORG-4 the unit’s own text is shown to all it has approved, wherever they live', () => {
  it('beside the units of the resident’s county, each once', async () => {
    const { page, here, elsewhere } = await shown();
    expect(page.body['county']).toBe(county);
    expect(here).toContain(units.care);
    expect(here).not.toContain(far);
    expect(rows(page, 'approvedElsewhere')).toEqual([{ unitId: far, name: aUnit(far).name, information }]);
    expect(elsewhere).toEqual([far]);
  });

  it('also under a number the resident had before, whether or not they have linked it', async () => {
    await approvedAt(far, residents.earlier);
    expect((await shown({}, 'renumbered')).elsewhere).toEqual([far]);
    await approvedAt(far, residents.renumbered);
    expect((await shown({}, 'renumbered')).elsewhere).toEqual([far]);
  });

  it('a hundred at most, and says how many are left out', async () => {
    const more = Array.from({ length: 102 }, (_, at) => `TST5565594230-7${String(at).padStart(3, '0')}`);
    for (const unit of more) {
      await unitIs(unit, { county: '01' });
      await approvedAt(unit, residents.protected);
    }
    const { page, elsewhere } = await shown({}, 'protected');
    expect(elsewhere).toEqual(more.slice(0, 100));
    expect(page.body['approvedElsewhereLeft']).toBe(2);
    expect((await shown()).page.body).not.toHaveProperty('approvedElsewhereLeft');
  });

  it('from the approval itself until it is withdrawn', async () => {
    const token = await login('residentAdmin');
    const at = { params: { unitId: units.care }, token };
    const personnummer = residents.renumbered;
    const places = () => world.runtime.stores.people.approvingUnits(world.personOf(personnummer).key);
    const approving = { ...at, body: { personnummer, scope: 'all-services' } };
    await succeed(world, approveResident, approving);
    await succeed(world, approveResident, approving);
    expect(await places()).toContain(units.care);
    await succeed(world, withdrawApproval, { ...at, body: { personnummer } });
    expect(await places()).not.toContain(units.care);
  });

  it('to nobody else, and no longer when the approval is withdrawn or the unit closed', async () => {
    expect((await shown({}, 'unapproved')).elsewhere).toEqual([]);
    await noLongerAt(far);
    expect((await shown()).elsewhere).toEqual([]);
    await approvedAt(far);
    await unitIs(far, { county: '01', information, state: 'inactive' });
    expect((await shown()).elsewhere).toEqual([]);
    await unitIs(far, { county: '01', information });
    expect((await shown()).elsewhere).toEqual([far]);
  });

  it('on the first page alone', async () => {
    const first = await shown({ limit: '1' });
    expect(first.elsewhere).toEqual([far]);
    const cursor = String(first.page.body['next']);
    const second = await shown({ limit: '1', cursor });
    expect(second.elsewhere).toEqual([]);
    expect(second.here).not.toEqual(first.here);
  });
});

describe('ORG-5 only care units are shown to residents', () => {
  it('in their county and elsewhere', async () => {
    const { here, elsewhere } = await shown();
    expect(here).toEqual(expect.arrayContaining([units.care, units.otherCare]));
    for (const unit of [units.publisher, units.training]) expect(here).not.toContain(unit);
    expect(elsewhere).not.toContain(farPublisher);
  });
});
