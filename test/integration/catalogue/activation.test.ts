import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { listActivations } from '../../../functions/catalogue/activations/list-activations.ts';
import { login, otherProvider, provider, seedPeople, units } from '../../support/people.ts';
import { approvedResident, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';
import { ActivationDesk } from './activation-desk.ts';

let world: World;
let desk: ActivationDesk;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
});

beforeEach(async () => {
  desk = await ActivationDesk.open(world);
});

describe('PUB-5 activation', () => {
  it('makes a version available on a unit, each major by itself', async () => {
    expect(await desk.activate('1.1')).toBe('201');
    expect(await desk.activate('2.0')).toBe('201');
    expect((await desk.stored(1))?.value).toMatchObject({ state: 'active', major: 1, minor: 1 });
    expect((await desk.stored(2))?.value).toMatchObject({ state: 'active', major: 2, minor: 0 });
    expect(await desk.start(1)).toBe('201');
    expect(await desk.start(2)).toBe('201');
  });

  it('is refused where it is active already, at whatever minor', async () => {
    await desk.activate('1.0');
    expect(await desk.activate('1.0')).toBe('409 already-active');
    expect(await desk.activate('1.2')).toBe('409 already-active');
  });

  it('is not found for what was never published', async () => {
    expect(await desk.activate('7.0')).toBe('404 not-found');
    expect(await desk.activate('1.9')).toBe('404 not-found');
  });

  it('is another provider’s own affair (ORG-1)', async () => {
    const sent = {
      params: { unitId: units.elsewhere },
      body: { momentId: desk.entry.momentId, momentVersion: '1.0' },
    };
    expect(await outcomeOf(world, activateMoment, { ...sent, token: await login('careProviderAdmin') })).toBe(
      '403 role-missing',
    );
  });

  it('is refused to a provider the publisher did not name (PUB-3), and after unpublishing (PUB-6)', async () => {
    await desk.entryIs({ offeredTo: [provider] });
    expect(await desk.activate('1.0', units.elsewhere)).toBe('403 moment-not-offered');
    await desk.entryIs({ state: 'unpublished' });
    expect(await desk.activate('1.0')).toBe('409 moment-unpublished');
  });
});

describe('PUB-5 PUB-7 a later minor', () => {
  it('takes the place of the earlier', async () => {
    await desk.activate('1.0');
    expect(await desk.activateMinor(2)).toBe('201');
    expect((await desk.stored())?.value).toMatchObject({ state: 'active', minor: 2 });
  });

  it('must be later, published, and of what is active', async () => {
    expect(await desk.activateMinor(1)).toBe('404 not-found');
    await desk.activate('1.1');
    expect(await desk.activateMinor(1)).toBe('409 version-not-later');
    expect(await desk.activateMinor(0)).toBe('409 version-not-later');
    expect(await desk.activateMinor(9)).toBe('404 not-found');
  });

  it('reaches what runs where the major has been inactivated, which it stays', async () => {
    await desk.activate('1.0');
    await desk.inactivate();
    expect(await desk.activateMinor(2)).toBe('201');
    expect((await desk.stored())?.value).toMatchObject({ state: 'inactive', minor: 2 });
    expect(await desk.start()).toBe('409 moment-not-active');
  });

  it('reaches what runs of what has been unpublished (PUB-6), and where the offer is withdrawn (PUB-3)', async () => {
    await desk.activate('1.0');
    await desk.entryIs({ state: 'unpublished' });
    expect(await desk.activateMinor(1)).toBe('201');
    await desk.entryIs({ state: 'unpublished', offeredTo: [] });
    expect(await desk.activateMinor(2)).toBe('201');
    expect((await desk.stored())?.value.minor).toBe(2);
  });

  it('is activated once by two at once', async () => {
    await desk.activate('1.0');
    const outcomes = await Promise.all([desk.activateMinor(1), desk.activateMinor(2)]);
    expect(outcomes.toSorted()).toEqual(['201', '412 version-mismatch']);
  });
});

describe('PUB-5 inactivation', () => {
  it('stops new starts, and those of that major alone', async () => {
    await desk.activate('1.0');
    await desk.activate('2.0');
    expect(await desk.inactivate()).toBe('201');
    expect(await desk.start(1)).toBe('409 moment-not-active');
    expect(await desk.start(2)).toBe('201');
    expect(await desk.inactivate()).toBe('409 moment-not-active');
  });

  it('is undone at the minor it had or a later one, never an earlier', async () => {
    await desk.activate('1.1');
    await desk.inactivate();
    expect(await desk.activate('1.0')).toBe('409 version-not-later');
    expect(await desk.activate('1.1')).toBe('201');
    await desk.inactivate();
    expect(await desk.activate('1.2')).toBe('201');
    expect((await desk.stored())?.value).toMatchObject({ state: 'active', minor: 2 });
    expect(await desk.start()).toBe('201');
  });

  it('is always possible: of what has been unpublished, withdrawn, or lies on a closed unit', async () => {
    await desk.activate('1.0');
    await desk.entryIs({ state: 'unpublished', offeredTo: [] });
    await desk.unitIs('inactive');
    expect(await desk.inactivate()).toBe('201');
    await desk.unitIs('active');
  });

  it('is not found where nothing was ever activated', async () => {
    expect(await desk.inactivate()).toBe('404 not-found');
  });
});

describe('ORG-2 ORG-3 what is activated needs an active unit and an agreement in force', () => {
  it('a closed unit activates nothing', async () => {
    await desk.activate('1.0');
    await desk.unitIs('inactive');
    expect(await desk.activate('2.0')).toBe('409 unit-inactive');
    expect(await desk.activateMinor(1), 'what runs is mended').toBe('201');
    await desk.unitIs('active');
    expect((await desk.stored())?.value.minor).toBe(1);
  });

  it('nor a private provider’s whose agreement has ended', async () => {
    expect(await desk.activate('1.0', units.elsewhere)).toBe('201');
    await desk.agreementEnds('2021-01-01T00:00:00.000Z');
    expect(await desk.activate('2.0', units.elsewhere)).toBe('409 agreement-missing');
    expect(await desk.activateMinor(1, units.elsewhere), 'what runs is mended').toBe('201');
    await desk.agreementEnds();
    expect((await desk.stored(1, units.elsewhere))?.value.minor).toBe(1);
  });
});

describe('PUB-5 what can be started on a unit', () => {
  const listed = async (query: Record<string, string> = {}, token?: string) =>
    rows(
      await succeed(world, listActivations, {
        params: { unitId: units.care },
        query,
        token: token ?? (await login('careProviderAdmin')),
      }),
      'activations',
    )
      .filter(({ momentId }) => momentId === desk.entry.momentId)
      .map(({ momentVersion, state, etag }) => [momentVersion, state, etag]);

  it('is told to those who start, and the rest to who asks for it', async () => {
    await desk.activate('1.0');
    await desk.activateMinor(1);
    await desk.activate('2.0');
    await desk.inactivate(2);
    expect(await listed({}, await login('practitioner'))).toEqual([['1.1', 'active', '"2"']]);
    expect(await listed({}, await login('residentAdmin'))).toEqual([['1.1', 'active', '"2"']]);
    expect(await listed({ state: 'inactive' })).toEqual([['2.0', 'inactive', '"2"']]);
    expect(await listed({ state: 'all' })).toHaveLength(2);
  });

  it('is told with the minor that waits, active or not, and where the offer is withdrawn', async () => {
    const waits = async (query: Record<string, string>) =>
      rows(
        await succeed(world, listActivations, {
          ...{ params: { unitId: units.care }, query },
          token: await login('careProviderAdmin'),
        }),
        'activations',
      )
        .filter(({ momentId }) => momentId === desk.entry.momentId)
        .map((row) => [row['momentVersion'], row['waits']]);
    await desk.activate('1.1');
    await desk.activate('2.0');
    expect(await waits({})).toEqual([
      ['1.1', '1.2'],
      ['2.0', undefined],
    ]);
    await desk.inactivate();
    expect(await waits({ state: 'waiting' })).toEqual([['1.1', '1.2']]);
    await desk.entryIs({ offeredTo: [otherProvider] });
    expect(await waits({ state: 'waiting' })).toEqual([['1.1', '1.2']]);
    await desk.activateMinor(2);
    expect(await waits({ state: 'waiting' })).toEqual([]);
  });

  it('is told without a SITHS card in a care role where the stage lets care work do without, which changing it never may (ID-2)', async () => {
    await desk.activate('1.0');
    Object.assign(world.runtime, { careWithoutCard: true });
    expect(await listed({}, await login('residentAdmin', { amr: ['pwd'] }))).toHaveLength(1);
    const token = await login('careProviderAdmin', { amr: ['pwd'] });
    const params = { unitId: units.care };
    const body = { momentId: desk.entry.momentId, major: 1 };
    expect(await outcomeOf(world, listActivations, { params, token })).toBe('403 siths-required');
    expect(await outcomeOf(world, inactivateMoment, { params, body, token })).toBe('403 siths-required');
    Object.assign(world.runtime, { careWithoutCard: false });
  });
});
