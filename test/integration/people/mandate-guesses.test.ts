import { beforeAll, describe, expect, it } from 'vitest';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { mostWrongNumbers } from '../../../shared/domain/mandate.ts';
import { loginResident, residents, seedPeople, units } from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { runningInstance, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { completed } from '../../unit/domain/identity-numbers.ts';
import { MandateDesk } from './mandate-desk.ts';

let world: World;
let desk: MandateDesk;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  await runningInstance(world);
});

const wrong = Array.from({ length: 12 }, (_, at) => completed(`199001${10 + at}123`));

const outcomeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
  `${status} ${body.code ?? ''}`.trim();

const guess = async (mandateId: unknown, times: number) => {
  const outcomes: string[] = [];
  for (const resident of wrong.slice(0, times))
    outcomes.push(outcomeOf(await desk.accept(mandateId, { resident })));
  return outcomes;
};

describe('ID-7 guessing whom a mandate is from', () => {
  it('is a denied attempt as often as may be, and then nobody can accept it, by whatever number', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    const before = await world.refusals();
    expect(new Set(await guess(mandateId, mostWrongNumbers))).toEqual(
      new Set(['403 representation-missing']),
    );
    expect(await world.refusals()).toBe(before + mostWrongNumbers);
    expect(outcomeOf(await desk.accept(mandateId, { resident: wrong[9] }))).toBe('409 mandate-locked');
    expect(outcomeOf(await desk.accept(mandateId))).toBe('409 mandate-locked');
    const { body } = await succeed(world, listMyRepresented, { token: await loginResident('proxy') });
    expect(JSON.stringify(body)).not.toContain(String(mandateId));
    expect(outcomeOf(await desk.refuse(mandateId))).toBe('201');
    const anew = (await desk.give(['view'])).body['mandateId'];
    expect(outcomeOf(await desk.accept(anew))).toBe('201');
    await desk.revoke(anew);
  });

  it('is possible still one wrong number earlier', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    await guess(mandateId, mostWrongNumbers - 1);
    expect(outcomeOf(await desk.accept(mandateId))).toBe('201');
    await desk.revoke(mandateId);
  });

  it('of one that a unit registered is counted alike, and the unit’s copy with it', async () => {
    const { mandateId } = (await desk.register()).body;
    await desk.confirm(mandateId);
    await guess(mandateId, mostWrongNumbers);
    expect(outcomeOf(await desk.accept(mandateId))).toBe('409 mandate-locked');
    expect(outcomeOf(await desk.withdraw(mandateId))).toBe('201');
  });

  it('is no faster by guessing at once: as many are answered as one after the other, and each of those stands in the log', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    const before = await world.refusals();
    const outcomes = (await Promise.all(wrong.map((resident) => desk.accept(mandateId, { resident })))).map(
      outcomeOf,
    );
    const told = outcomes.filter((one) => one === '403 representation-missing');
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(mostWrongNumbers);
    const silent = outcomes.filter((one) => one !== '403 representation-missing');
    expect(['409 mandate-locked', '503 unavailable']).toEqual(expect.arrayContaining([...new Set(silent)]));
    expect(await world.refusals()).toBeGreaterThanOrEqual(before + told.length);
    await desk.revoke(mandateId);
  });

  /** What the first writing of a request finds changed under it. */
  const meanwhile = (act: () => Promise<unknown>): Interference => {
    let isFirst = true;
    return {
      before: async ({ command }) => {
        if (command !== 'TransactWriteItemsCommand' || !isFirst) return;
        isFirst = false;
        await act();
      },
    };
  };

  it('is counted also where another was stored in between', async () => {
    const { mandateId } = (await desk.register()).body;
    await desk.confirm(mandateId);
    const between = meanwhile(() => guess(mandateId, 1));
    const outcome = outcomeOf(await desk.accept(mandateId, { resident: wrong[9] }, 'proxy', between));
    expect(outcome).toBe('403 representation-missing');
    const parties = [world.personOf(residents.approved).key, world.personOf(residents.proxy).key] as const;
    const { people } = world.runtime.stores;
    const kept = await people.mandate(...parties, String(mandateId));
    expect(kept?.value.wrongNumbers).toBe(2);
    expect(await people.unitMandate(units.care, String(mandateId))).toEqual(kept);
    expect(outcomeOf(await desk.accept(mandateId))).toBe('201');
    await desk.withdraw(mandateId);
  });

  it.each([
    ['right as it was', residents.approved, 0],
    ['and stands in the log where it was wrong', wrong[9], 1],
  ])('is told nothing once others in between have locked it, %s', async (_, resident, denials) => {
    const { mandateId } = (await desk.give(['view'])).body;
    const before = await world.refusals();
    const between = meanwhile(() => guess(mandateId, mostWrongNumbers));
    const outcome = outcomeOf(await desk.accept(mandateId, { resident }, 'proxy', between));
    expect(outcome).toBe('409 mandate-locked');
    expect(await world.refusals()).toBe(before + mostWrongNumbers + denials);
    await desk.revoke(mandateId);
  });

  it.each([
    ['right', residents.approved, 0],
    ['wrong', wrong[9], 1],
  ])('is told the same of one that was refused in between, %s or not', async (_, resident, denials) => {
    const { mandateId } = (await desk.give(['view'])).body;
    const before = await world.refusals();
    const between = meanwhile(() => desk.refuse(mandateId));
    const outcome = outcomeOf(await desk.accept(mandateId, { resident }, 'proxy', between));
    expect(outcome).toBe('409 illegal-state');
    expect(await world.refusals()).toBe(before + denials);
    await desk.revoke(mandateId);
  });

  it('goes on being counted past the denials whose entries name somebody', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { mandateId } = (await desk.give(['view'])).body;
      await guess(mandateId, mostWrongNumbers);
      expect(outcomeOf(await desk.accept(mandateId))).toBe('409 mandate-locked');
      await desk.revoke(mandateId);
    }
  });
});

describe('ID-7 a proxy who will act no longer', () => {
  it('lays down what they accepted, which the giver sees, and both have room again', async () => {
    const mandateId = await desk.given(['view']);
    expect(outcomeOf(await desk.resign(mandateId, 'guardian'))).toBe('404 not-found');
    expect(outcomeOf(await desk.resign(mandateId))).toBe('201');
    const listed = await desk.mine();
    expect(listed.find((one) => one['mandateId'] === mandateId)).toMatchObject({ state: 'resigned' });
    for (const [who, side] of [['approved', 'giver'] as const, ['proxy', 'proxy'] as const]) {
      const { key } = world.personOf(residents[who]);
      const open = await world.runtime.stores.people.openMandates(key, side);
      expect(Object.keys(open?.value.open ?? {})).not.toContain(mandateId);
    }
    expect(outcomeOf(await desk.revoke(mandateId))).toBe('409 illegal-state');
    expect(outcomeOf(await desk.resign(mandateId))).toBe('404 not-found');
  });

  it('cannot lay down what they have not accepted', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    expect(outcomeOf(await desk.resign(mandateId))).toBe('404 not-found');
    await desk.revoke(mandateId);
  });
});
