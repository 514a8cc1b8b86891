import { beforeAll, describe, expect, it } from 'vitest';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { listMyMandates } from '../../../functions/people/mandates/list-my-mandates.ts';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { refuseMandate } from '../../../functions/people/mandates/refuse-mandate.ts';
import { revokeMyMandate } from '../../../functions/people/mandates/revoke-my-mandate.ts';
import { mostOpenMandates } from '../../../shared/domain/open-mandates.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { loginResident, registered, residents, seedPeople } from '../../support/people.ts';
import { type Running, runningInstance, succeed } from '../../support/story.ts';
import { residentToken } from '../../support/tokens.ts';
import { rows, World } from '../../support/world.ts';
import { completed } from '../../unit/domain/identity-numbers.ts';
import { inAYear, MandateDesk } from './mandate-desk.ts';

const { approved, proxy } = residents;
/** Well-formed, and known to no register. */
const nobody = completed('19700101123');
const dead = completed('19400101123');

let world: World;
let desk: MandateDesk;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  world.registers.persons.set(dead, registered(dead, { registeredInSweden: false }));
  running = await runningInstance(world);
});

const asProxy = async () => {
  const { status, body } = await world.call(openMyInstance, {
    params: { instanceId: running.instanceId },
    token: await loginResident('proxy'),
    headers: { 'Acting-For': approved },
  });
  return `${status} ${body.code ?? ''}`;
};

const mine = async (mandateId: unknown) => (await desk.mine()).find((one) => one['mandateId'] === mandateId);

const represented = async (query: Record<string, string> = {}, who: keyof typeof residents = 'proxy') =>
  succeed(world, listMyRepresented, { query, token: await loginResident(who) });

/** All of it, page after page. */
const everythingTo = async (who: keyof typeof residents = 'proxy', limit = '40') => {
  const found: { mandates: Record<string, unknown>[]; requests: Record<string, unknown>[] } = {
    ...{ mandates: [], requests: [] },
  };
  let cursor: Record<string, string> = {};
  for (;;) {
    const page = await represented({ limit, ...cursor }, who);
    found.mandates.push(...rows(page, 'mandates'));
    found.requests.push(...rows(page, 'requests'));
    if (page.body['next'] === undefined) return found;
    cursor = { cursor: String(page.body['next']) };
  }
};

const outcomeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  `${status} ${body.code ?? ''}`.trim();

describe('ID-7 a mandate until the proxy has accepted it', () => {
  it('opens nothing, and from then on what it names', async () => {
    const { body } = await desk.give(['view']);
    expect(await asProxy()).toBe('403 representation-missing');
    expect(outcomeOf(await desk.accept(body['mandateId']))).toBe('201');
    expect(await asProxy()).toBe('200 ');
    await desk.revoke(body['mandateId']);
    expect(await asProxy()).toBe('403 representation-missing');
  });

  it('shows the giver the number they wrote, and the name only once it is accepted', async () => {
    const { body } = await desk.give(['view']);
    expect(await mine(body['mandateId'])).toMatchObject({ proxy: { personnummer: proxy }, state: 'given' });
    expect((await mine(body['mandateId']))?.['proxy']).not.toHaveProperty('name');
    await desk.accept(body['mandateId']);
    expect(await mine(body['mandateId'])).toMatchObject({
      proxy: { personnummer: proxy, name: 'Person 1964' },
      state: 'accepted',
    });
    await desk.revoke(body['mandateId']);
    expect((await mine(body['mandateId']))?.['proxy']).toEqual({ personnummer: proxy });
  });

  it('asks the proxy, who sees who gave it and for what, apart from what is in force', async () => {
    const { body } = await desk.give(['view']);
    const seen = await everythingTo();
    expect(seen.mandates).toEqual([]);
    expect(seen.requests).toMatchObject([
      { mandateId: body['mandateId'], purposes: ['view'], resident: { personnummer: approved } },
    ]);
    await desk.accept(body['mandateId']);
    const after = await everythingTo();
    expect(after.mandates).toMatchObject([
      { mandateId: body['mandateId'], resident: { personnummer: approved } },
    ]);
    expect(after.requests).toEqual([]);
    await desk.revoke(body['mandateId']);
  });

  it('is the proxy’s alone to accept, by the number of whom it is from, once', async () => {
    const { body } = await desk.give(['view']);
    const { mandateId } = body;
    const before = await world.refusals();
    expect(outcomeOf(await desk.accept(mandateId, { resident: residents.guardian }))).toBe(
      '403 representation-missing',
    );
    expect(await world.refusals()).toBe(before + 1);
    expect(outcomeOf(await desk.accept(mandateId, {}, 'guardian'))).toBe('404 not-found');
    expect(outcomeOf(await desk.accept(mandateId))).toBe('201');
    expect(outcomeOf(await desk.accept(mandateId))).toBe('409 illegal-state');
    await desk.revoke(mandateId);
    expect(outcomeOf(await desk.accept(mandateId))).toBe('404 not-found');
  });

  it('can be refused by the proxy alone, of which the giver is not told', async () => {
    const { body } = await desk.give(['view']);
    const { mandateId } = body;
    const before = await mine(mandateId);
    expect(outcomeOf(await desk.refuse(mandateId, 'guardian'))).toBe('404 not-found');
    expect(outcomeOf(await desk.refuse(mandateId))).toBe('201');
    expect(await mine(mandateId)).toEqual(before);
    expect(outcomeOf(await desk.refuse(mandateId))).toBe('404 not-found');
    for (const more of [{}, { resident: residents.guardian }])
      expect(outcomeOf(await desk.accept(mandateId, more))).toBe('404 not-found');
    expect((await everythingTo()).requests).toEqual([]);
    expect(outcomeOf(await desk.revoke(mandateId))).toBe('201');
  });

  it('is refused once however many refuse at once', async () => {
    const { body } = await desk.give(['view']);
    const token = await loginResident('proxy');
    const refused = await world.call(
      refuseMandate,
      { body: { mandateId: body['mandateId'] }, token },
      {
        before: async ({ command }) => {
          if (command === 'TransactWriteItemsCommand') await desk.accept(body['mandateId']);
        },
      },
    );
    expect(outcomeOf(refused)).toBe('412 version-mismatch');
    expect(await asProxy()).toBe('200 ');
    await desk.revoke(body['mandateId']);
  });

  it('lapses when nobody answers in time', async () => {
    const { body } = await desk.give(['view']);
    world.now = () => new Date(Date.now() + 31 * 86_400_000);
    expect(await mine(body['mandateId'])).toMatchObject({ state: 'lapsed' });
    expect((await everythingTo()).requests).toEqual([]);
    expect(outcomeOf(await desk.accept(body['mandateId']))).toBe('409 illegal-state');
    world.now = () => new Date();
    await desk.revoke(body['mandateId']);
  });
});

describe('ID-7 ID-9 giving a mandate tells nothing of whom it names', () => {
  const numbers = { proxy, nobody, dead, protected: residents.protected, teenager: residents.teenager };

  it('in its answer, nor in the list of what was given', async () => {
    const seen = [];
    for (const number of Object.values(numbers)) {
      const given = await desk.give(['view'], { proxy: number });
      const { mandateId } = given.body;
      const listed = JSON.stringify(await mine(mandateId)).replaceAll(number, 'N');
      seen.push({
        outcome: outcomeOf(given),
        length: given.text.length,
        headers: Object.keys(given.headers).toSorted(),
        calls: given.calls.map(({ command }) => command),
        listed: listed.replaceAll(String(mandateId), 'M').replaceAll(/"[^"]*T[^"]*Z"/g, 'at'),
      });
      await desk.revoke(mandateId, { proxy: number });
    }
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]?.outcome).toBe('201');
  });

  it('and whoever is protected is not told to be so by accepting either', async () => {
    const { body } = await desk.give(['view'], { proxy: residents.protected });
    await desk.accept(body['mandateId'], {}, 'protected');
    expect(await mine(body['mandateId'])).toMatchObject({ state: 'accepted' });
    expect((await mine(body['mandateId']))?.['proxy']).toEqual({ personnummer: residents.protected });
    await desk.revoke(body['mandateId'], { proxy: residents.protected });
  });
});

describe('ID-7 how many mandates can be open', () => {
  const strangers = Array.from({ length: 6 }, (_, at) => completed(`1981010112${at}`));

  const giveAs = async (from: string, to: string) => {
    return world.call(giveMandate, {
      body: { proxy: to, purposes: ['view'], validTo: inAYear() },
      token: await residentToken(from),
    });
  };

  it('is bounded a giver, also where they give at once, and a revoked one makes room', async () => {
    const giver = completed('19820101123');
    world.registers.persons.set(giver, registered(giver));
    const given = [];
    for (let at = 0; at < mostOpenMandates.giver; at += 1) given.push(await giveAs(giver, proxy));
    expect(new Set(given.map(outcomeOf))).toEqual(new Set(['201']));
    const more = await Promise.all([giveAs(giver, nobody), giveAs(giver, proxy), giveAs(giver, dead)]);
    expect(new Set(more.map(outcomeOf))).toEqual(new Set(['409 mandate-limit-reached']));
    for (const { body } of given.slice(1))
      await succeed(world, revokeMyMandate, {
        body: { proxy, mandateId: body['mandateId'] },
        token: await residentToken(giver),
      });
    const after = await Promise.all([giveAs(giver, nobody), giveAs(giver, dead)]);
    expect(after.map(outcomeOf).toSorted()).toEqual(['201', '412 version-mismatch']);
  });

  it('is bounded a proxy by what they have accepted, which is told to nobody else', async () => {
    const { key } = world.personOf(proxy);
    const before = await world.runtime.stores.people.openMandates(key, 'proxy');
    const open = Object.fromEntries(
      Array.from({ length: mostOpenMandates.proxy }, () => [crypto.randomUUID(), inAYear()]),
    );
    await world.have(entities.openMandates, { personKey: key, side: 'proxy', open });
    const given = await desk.give(['view']);
    expect(outcomeOf(given)).toBe('201');
    expect(outcomeOf(await desk.accept(given.body['mandateId']))).toBe('409 mandate-limit-reached');
    await world.have(entities.openMandates, before?.value ?? { personKey: key, side: 'proxy', open: {} });
    expect(outcomeOf(await desk.accept(given.body['mandateId']))).toBe('201');
    await desk.revoke(given.body['mandateId']);
    const after = await world.runtime.stores.people.openMandates(key, 'proxy');
    expect(after?.value.open).not.toHaveProperty(String(given.body['mandateId']));
  });

  it('takes nothing of a proxy’s room for what strangers ask, nor pushes out what they have accepted', async () => {
    const real = await desk.given(['view'], { proxy });
    const before = (await everythingTo()).requests.length;
    for (const one of strangers) world.registers.persons.set(one, registered(one));
    for (const stranger of strangers)
      for (let at = 0; at < mostOpenMandates.giver; at += 1)
        expect(outcomeOf(await giveAs(stranger, proxy))).toBe('201');
    const first = await represented({ limit: '1' });
    expect(rows(first, 'mandates').map(({ mandateId }) => mandateId)).toEqual([real]);
    expect(await asProxy()).toBe('200 ');
    const requests = new Set((await everythingTo()).requests.map(({ mandateId }) => mandateId));
    expect(requests.size).toBe(before + strangers.length * mostOpenMandates.giver);
    await desk.revoke(real);
    const last = await desk.give(['view']);
    expect(outcomeOf(await desk.accept(last.body['mandateId']))).toBe('201');
    await desk.revoke(last.body['mandateId']);
  });

  it('does not count what has ended by itself', async () => {
    const whose = { personKey: world.personOf(residents.renumbered).key, side: 'giver' as const };
    const open = Object.fromEntries(
      Array.from({ length: mostOpenMandates.giver }, () => [crypto.randomUUID(), '2020-01-01T00:00:00.000Z']),
    );
    await world.have(entities.openMandates, { ...whose, open });
    expect(outcomeOf(await giveAs(residents.renumbered, nobody))).toBe('201');
  });
});

describe('ID-7 the list of what was given', () => {
  it('is paged', async () => {
    const token = await loginResident('guardian');
    const given = [];
    for (const number of [residents.child, nobody, dead])
      given.push((await desk.give(['view'], { proxy: number }, { from: 'guardian' })).body['mandateId']);
    const found: unknown[] = [];
    let cursor: Record<string, string> = {};
    for (;;) {
      const page = await succeed(world, listMyMandates, { query: { limit: '2', ...cursor }, token });
      found.push(...rows(page, 'mandates').map(({ mandateId }) => mandateId));
      if (page.body['next'] === undefined) break;
      cursor = { cursor: String(page.body['next']) };
    }
    expect(found.toSorted()).toEqual(given.toSorted());
  });
});
