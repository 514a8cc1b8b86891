import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedPeople, units } from '../../support/people.ts';
import { World } from '../../support/world.ts';
import { beforeWriting } from '../organisation/outcome.ts';
import { ActivationDesk } from './activation-desk.ts';

let world: World;
let desk: ActivationDesk;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

beforeEach(async () => {
  desk = await ActivationDesk.open(world);
});

describe('PUB-3 PUB-5 PUB-6 ORG-2 rules hold at the moment of writing, not of reading', () => {
  const changes: readonly (readonly [string, () => Promise<void>, string])[] = [
    ['unpublished', () => desk.entryIs({ state: 'unpublished' }), '409 moment-unpublished'],
    ['withdrawn from the provider', () => desk.withdrawOffer(), '403 moment-not-offered'],
    ['closed with its unit', () => desk.unitIs('inactive'), '409 unit-inactive'],
  ];

  it.each(changes)('a moment %s meanwhile is not activated', async (_, act, refusal) => {
    expect(await desk.activate('1.0', units.care, beforeWriting(act))).toBe(refusal);
    expect(await desk.stored()).toBeUndefined();
    await desk.unitIs('active');
  });

  it.each(changes)(
    'a later minor of one %s meanwhile is activated, for what runs is mended',
    async (_, act) => {
      await desk.activate('1.0');
      expect(await desk.activateMinor(1, units.care, beforeWriting(act))).toBe('201');
      expect((await desk.stored())?.value.minor).toBe(1);
      await desk.unitIs('active');
    },
  );

  it('nor is one activated whose agreement ended meanwhile', async () => {
    const end = () => desk.agreementEnds('2021-01-01T00:00:00.000Z');
    expect(await desk.activate('1.0', units.elsewhere, beforeWriting(end))).toBe('409 agreement-missing');
    await desk.agreementEnds();
  });

  it('a moment activated meanwhile is not activated twice, nor inactivated twice', async () => {
    const sameTime = async () => {
      expect(await desk.activate('1.1')).toBe('201');
    };
    expect(await desk.activate('1.0', units.care, beforeWriting(sameTime))).toBe('412 version-mismatch');
    expect((await desk.stored())?.value.minor).toBe(1);
    const stopped = async () => {
      await desk.inactivate();
    };
    expect(await desk.inactivate(1, beforeWriting(stopped))).toBe('409 moment-not-active');
  });

  it('a minor activated meanwhile does not keep a moment from being inactivated', async () => {
    await desk.activate('1.0');
    const later = async () => {
      expect(await desk.activateMinor(1)).toBe('201');
    };
    expect(await desk.inactivate(1, beforeWriting(later))).toBe('201');
    expect((await desk.stored())?.value).toMatchObject({ state: 'inactive', minor: 1 });
  });
});
