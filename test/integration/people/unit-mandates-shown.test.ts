import { beforeAll, describe, expect, it } from 'vitest';
import { listUnitMandates } from '../../../functions/people/mandates/list-unit-mandates.ts';
import { revokeMyMandate } from '../../../functions/people/mandates/revoke-my-mandate.ts';
import { login, loginResident, residents, seedPeople, shownAt, units } from '../../support/people.ts';
import { runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { MandateDesk } from './mandate-desk.ts';

const resident = residents.approved;
const proxy = residents.proxy;

let world: World;
let desk: MandateDesk;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  await runningInstance(world);
});

const newest = async () => {
  const query = { limit: '1' };
  const token = await login('residentAdmin');
  const page = await succeed(world, listUnitMandates, { params: { unitId: units.care }, query, token });
  return rows(page, 'mandates')[0];
};

describe('ID-7 what the resident knows of a mandate that a unit registered', () => {
  const mine = async (mandateId: unknown) =>
    (await desk.mine()).find((one) => one['mandateId'] === mandateId);
  const revoke = async (mandateId: unknown, who: keyof typeof residents, unit: string = units.care) =>
    world.call(revokeMyMandate, { body: { unit, mandateId }, token: await loginResident(who) });

  it('is not the number of somebody whom the unit alone has named, until that one has accepted', async () => {
    const { mandateId } = (await desk.register()).body;
    expect(await mine(mandateId)).toMatchObject({ proxy: {}, state: 'registered', unit: units.care });
    expect(JSON.stringify(await mine(mandateId))).not.toContain(proxy);
    await desk.confirm(mandateId);
    expect(JSON.stringify(await mine(mandateId))).not.toContain(proxy);
    await desk.accept(mandateId);
    expect(await mine(mandateId)).toMatchObject({ proxy: { personnummer: proxy, name: 'Person 1964' } });
    await desk.resign(mandateId);
    expect(await mine(mandateId)).toMatchObject({ proxy: { personnummer: proxy }, state: 'resigned' });
    expect(await newest()).toMatchObject({ mandateId, state: 'resigned' });
  });

  it('is not to be found out by trying numbers, revoked or not, until then', async () => {
    const { mandateId } = (await desk.register()).body;
    const tried = async () =>
      [
        (await desk.revoke(mandateId)).body.code,
        (await desk.revoke(mandateId, { proxy: residents.guardian })).body.code,
      ].join(' ');
    expect(await tried()).toBe('not-found not-found');
    await desk.confirm(mandateId);
    expect(await tried()).toBe('not-found not-found');
    await revoke(mandateId, 'approved');
    expect(await tried()).toBe('not-found not-found');
    const other = (await desk.register()).body['mandateId'];
    await desk.confirm(other);
    await desk.accept(other);
    expect((await desk.revoke(other)).status).toBe(201);
  });

  it('is enough to revoke it, whoever it names, and nobody else’s', async () => {
    const { mandateId } = (await desk.register()).body;
    expect((await revoke(mandateId, 'unapproved')).body.code).toBe('not-found');
    expect((await revoke(mandateId, 'approved', units.elsewhere)).body.code).toBe('not-found');
    expect((await revoke(mandateId, 'approved')).status).toBe(201);
    expect((await desk.confirm(mandateId)).body.code).toBe('illegal-state');
    expect(await newest()).toMatchObject({ mandateId, state: 'revoked' });
  });

  it('takes the unit’s own room until it is confirmed, and theirs, as long as it lasts, from then on', async () => {
    const { mandateId } = (await desk.register()).body;
    const { people } = world.runtime.stores;
    const { key } = world.personOf(resident);
    const rooms = async () => {
      const both = [
        await people.unconfirmedMandates(key, units.care),
        await people.openMandates(key, 'giver'),
      ];
      const aMonth = Date.now() + 31 * 86_400_000;
      return both.map((room) => {
        const until = room?.value.open[String(mandateId)];
        if (until === undefined) return 'none';
        return Date.parse(until) < aMonth ? 'a month' : 'longer';
      });
    };
    expect(await rooms()).toEqual(['a month', 'none']);
    await desk.confirm(mandateId);
    expect(await rooms()).toEqual(['none', 'longer']);
    await desk.withdraw(mandateId);
    expect(await rooms()).toEqual(['none', 'none']);
  });

  it('is confirmed by the same two numbers alone', async () => {
    const { mandateId } = (await desk.register()).body;
    for (const other of [{ resident: residents.guardian }, { proxy: residents.guardian }])
      expect((await desk.confirm(mandateId, other)).body.code).toBe('not-found');
    await desk.withdraw(mandateId);
  });
});

describe('ID-9 a proxy with protected identity', () => {
  it('is the number a colleague wrote until they accept, and then an id of that unit', async () => {
    const { mandateId } = (await desk.register({ proxy: residents.protected })).body;
    await desk.confirm(mandateId, { proxy: residents.protected });
    const shown = async () => (await newest())?.['proxy'];
    const id = shownAt(world, units.care, residents.protected);
    expect(await shown()).toEqual({ id, personnummer: residents.protected });
    await desk.accept(mandateId, {}, 'protected');
    expect(await shown()).toEqual({ id });
    expect((await desk.withdraw(mandateId)).status).toBe(201);
    expect(await shown()).toEqual({ id });
  });
});
