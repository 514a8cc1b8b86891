import { beforeAll, describe, expect, it } from 'vitest';
import { listMyMandates } from '../../../functions/people/mandates/list-my-mandates.ts';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { mostWrongNumbers } from '../../../shared/domain/mandate.ts';
import { loginResident, residents, seedPeople } from '../../support/people.ts';
import { runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
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

  it('is no faster by guessing at once: of those that meet one is answered, the others learn nothing', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    const outcomes = (await Promise.all(wrong.map((resident) => desk.accept(mandateId, { resident })))).map(
      outcomeOf,
    );
    const told = outcomes.filter((one) => one === '403 representation-missing');
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(mostWrongNumbers);
    const silent = outcomes.filter((one) => one !== '403 representation-missing');
    expect(['412 version-mismatch', '409 mandate-locked', '503 unavailable']).toEqual(
      expect.arrayContaining([...new Set(silent)]),
    );
    await desk.revoke(mandateId);
  });

  it('loses to a wrong one that was stored in between, right as it was', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    const between = await desk.accept(mandateId, {}, 'proxy', {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await guess(mandateId, 1);
      },
    });
    expect(outcomeOf(between)).toBe('412 version-mismatch');
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
    const token = await loginResident('approved');
    const listed = rows(await succeed(world, listMyMandates, { token }), 'mandates');
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
