import { beforeAll, describe, expect, it } from 'vitest';
import { listUnitMandates } from '../../../functions/people/mandates/list-unit-mandates.ts';
import { login, residents, seedPeople, shownAt, units } from '../../support/people.ts';
import { approvedResident, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { MandateDesk } from './mandate-desk.ts';

let world: World;
let desk: MandateDesk;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  for (const number of [residents.protected, residents.approved, residents.guardian])
    await approvedResident(world, number);
});

const idOf = (number: string, at: string = units.care) => shownAt(world, at, number);
const byIds = (resident: string = residents.protected, proxy: string = residents.guardian) => ({
  ...{ resident: undefined, residentId: idOf(resident) },
  ...{ proxy: undefined, proxyId: idOf(proxy) },
});
const outcome = ({ status, body }: Awaited<ReturnType<MandateDesk['register']>>) =>
  `${status} ${body.code ?? ''}`.trim();

describe('ID-9 ID-7 a mandate of somebody whose number is hidden', () => {
  it('is registered and confirmed by the ids that lists show, and accepted as any other', async () => {
    const registered = await desk.register(byIds());
    expect(outcome(registered)).toBe('201');
    const { mandateId } = registered.body;
    expect(outcome(await desk.confirm(mandateId, byIds()))).toBe('201');
    const page = await succeed(world, listUnitMandates, {
      params: { unitId: units.care },
      token: await login('residentAdmin'),
    });
    expect(rows(page, 'mandates')[0]).toMatchObject({
      ...{ mandateId, state: 'confirmed' },
      resident: { protected: true, id: idOf(residents.protected) },
      proxy: { id: idOf(residents.guardian) },
    });
    expect(outcome(await desk.accept(mandateId, { resident: residents.protected }, 'guardian'))).toBe('201');
  });

  it('is confirmed by the number where it was registered by the id, and the other way round', async () => {
    const numbers = { resident: residents.protected, proxy: residents.guardian };
    const one = await desk.register(byIds());
    expect(outcome(await desk.confirm(one.body['mandateId'], numbers))).toBe('201');
    const other = await desk.register(numbers);
    expect(outcome(await desk.confirm(other.body['mandateId'], byIds()))).toBe('201');
  });

  it('is not confirmed by whoever names another, and an id that the unit does not have is nobody', async () => {
    const { body } = await desk.register(byIds());
    const { mandateId } = body;
    expect(outcome(await desk.confirm(mandateId, byIds(residents.approved)))).toBe('404 not-found');
    expect(outcome(await desk.confirm(mandateId, byIds(residents.protected, residents.approved)))).toBe(
      '404 not-found',
    );
    for (const stranger of [idOf(residents.unapproved), idOf(residents.protected, units.elsewhere)])
      expect(outcome(await desk.register({ ...byIds(), residentId: stranger }))).toBe('404 not-found');
    expect(outcome(await desk.register({ ...byIds(), proxyId: idOf(residents.unapproved) }))).toBe(
      '404 not-found',
    );
  });

  it('has the same bound: ten that wait at the unit, also by ids and at once', async () => {
    const { key } = world.personOf(residents.approved);
    const open = await world.runtime.stores.people.unconfirmedMandates(key, units.care);
    expect(open?.value.open).toEqual({});
    const all = await Promise.all(
      Array.from({ length: 14 }, () => desk.register(byIds(residents.approved)).then(outcome)),
    );
    const through = all.filter((one) => one === '201').length;
    expect(through).toBeLessThanOrEqual(10);
    for (let left = through; left < 10; left += 1)
      expect(outcome(await desk.register(byIds(residents.approved)))).toBe('201');
    expect(outcome(await desk.register(byIds(residents.approved)))).toBe('409 mandate-limit-reached');
    expect(outcome(await desk.register())).toBe('409 mandate-limit-reached');
  });
});
