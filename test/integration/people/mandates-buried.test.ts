import { beforeAll, describe, expect, it } from 'vitest';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { mostOpenMandates } from '../../../shared/domain/open-mandates.ts';
import { loginResident, residents, seedPeople } from '../../support/people.ts';
import { runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { MandateDesk } from './mandate-desk.ts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000);
const short = { validTo: inDays(2).toISOString() };

let world: World;
let desk: MandateDesk;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  await runningInstance(world);
});

/** Page after page. */
const requestsTo = async (who: keyof typeof residents) => {
  const token = await loginResident(who);
  const found: unknown[] = [];
  let query: Record<string, string> = { limit: '2' };
  for (;;) {
    const page = await succeed(world, listMyRepresented, { query, token });
    found.push(...rows(page, 'requests').map(({ mandateId }) => mandateId));
    if (page.body['next'] === undefined) return found;
    query = { limit: '2', cursor: String(page.body['next']) };
  }
};

describe('ID-7 what a proxy is asked cannot be buried', () => {
  it('under what is older: the newest comes first, page by page', async () => {
    const given = [];
    for (let at = 0; at < 5; at += 1) given.push((await desk.give(['view'])).body['mandateId']);
    expect(await requestsTo('proxy')).toEqual(given.toReversed());
    for (const mandateId of given) await desk.revoke(mandateId);
  });

  it('under those of a unit, whose keep the room for as long from when they are confirmed', async () => {
    const { mandateId } = (await desk.register(short)).body;
    expect((await desk.confirm(mandateId)).status).toBe(201);
    const { key } = world.personOf(residents.approved);
    const until = (await world.runtime.stores.people.openMandates(key, 'giver'))?.value.open[
      String(mandateId)
    ];
    expect(Date.parse(String(until))).toBeGreaterThan(inDays(29).getTime());
    await desk.withdraw(mandateId);
  });

  it('under ever more that end within days: each keeps the giver’s room for as long as others may be answered', async () => {
    const given = [];
    for (let at = 0; at < mostOpenMandates.giver; at += 1) given.push(await desk.give(['view'], short));
    expect(new Set(given.map(({ status }) => status))).toEqual(new Set([201]));
    world.now = () => inDays(3);
    expect((await desk.give(['view'])).body.code).toBe('mandate-limit-reached');
    expect((await desk.revoke(given[0]?.body['mandateId'])).status).toBe(201);
    expect((await desk.give(['view'])).status).toBe(201);
    world.now = () => inDays(31);
    expect((await desk.give(['view'])).status).toBe(201);
    world.now = () => new Date();
  });
});
