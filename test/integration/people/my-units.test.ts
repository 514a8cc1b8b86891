import { beforeAll, describe, expect, it } from 'vitest';
import { listMyUnits } from '../../../functions/people/list-my-units.ts';
import type { Unit } from '../../../shared/domain/organisation.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  anApproval,
  aUnit,
  county,
  loginResident,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;

const far = 'TST5565594230-5001';
const farPublisher = 'TST5565594230-5002';
const farClosed = 'TST5565594230-5003';
const information = 'Öppet 8–17 🌻';

const approvedAt = (unit: string, state: 'approved' | 'withdrawn' = 'approved') =>
  world.have(entities.approval, anApproval(world, residents.approved, { unit, state }));
const unitIs = (hsaId: string, more: Partial<Unit>) => world.have(entities.unit, aUnit(hsaId, more));

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await unitIs(far, { county: '01', information });
  await unitIs(farPublisher, { county: '01', kind: 'publisher' });
  await unitIs(farClosed, { county: '01', state: 'inactive' });
  for (const unit of [far, farPublisher, farClosed, units.care]) await approvedAt(unit);
});

const shown = async (query: Record<string, string> = {}, who: 'approved' | 'unapproved' = 'approved') => {
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

  it('to nobody else, and no longer when the approval is withdrawn or the unit closed', async () => {
    expect((await shown({}, 'unapproved')).elsewhere).toEqual([]);
    await approvedAt(far, 'withdrawn');
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
