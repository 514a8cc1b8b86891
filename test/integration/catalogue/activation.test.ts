import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startInstance } from '../../../functions/care/start-instance.ts';
import { activateMinor } from '../../../functions/catalogue/activate-minor.ts';
import { activateMoment } from '../../../functions/catalogue/activate-moment.ts';
import { inactivateMoment } from '../../../functions/catalogue/inactivate-moment.ts';
import { listActivations } from '../../../functions/catalogue/list-activations.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import { approvedResident, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { inCatalogue, withVersion } from './catalogue-world.ts';

let world: World;
let admin: string;
let privateAdmin: string;
let entry: CatalogueEntry;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  admin = await login('careProviderAdmin');
  privateAdmin = await loginElsewhere('careProviderAdmin');
});

beforeEach(async () => {
  entry = await inCatalogue(world, {
    latest: '2.0',
    versions: ['2.0', '1.2'],
    offeredTo: [provider, otherProvider],
  });
  for (const version of ['1.0', '1.1', '1.2', '2.0']) await withVersion(world, entry, version);
});

const stored = (major = 1, unitId = units.care) =>
  world.runtime.stores.moments.activation(unitId, entry.momentId, major);

const activate = (momentVersion = '1.0', unitId = units.care, interference?: Interference) =>
  outcomeOf(
    world,
    activateMoment,
    {
      params: { unitId },
      body: { momentId: entry.momentId, momentVersion },
      token: unitId === units.elsewhere ? privateAdmin : admin,
    },
    interference,
  );

const activateLater = async (minor: number, unitId = units.care, interference?: Interference) =>
  outcomeOf(
    world,
    activateMinor,
    {
      params: { unitId, momentId: entry.momentId, major: '1' },
      body: { minor },
      token: unitId === units.elsewhere ? privateAdmin : admin,
      headers: { 'If-Match': `"${(await stored(1, unitId))?.version ?? 0}"` },
    },
    interference,
  );

const inactivate = (interference?: Interference, major = 1) =>
  outcomeOf(
    world,
    inactivateMoment,
    { params: { unitId: units.care }, body: { momentId: entry.momentId, major }, token: admin },
    interference,
  );

const start = async (major = 1) =>
  outcomeOf(world, startInstance, {
    params: { unitId: units.care },
    body: {
      personnummer: residents.approved,
      momentId: entry.momentId,
      major,
      practitioner: hsaIdOf('practitioner'),
    },
    token: await login('practitioner'),
  });

const setEntry = (state: CatalogueEntry['state']) =>
  world.have(entities.catalogueEntry, { ...entry, state }, 2);

describe('PUB-5 activation', () => {
  it('makes a version available on a unit, each major by itself', async () => {
    expect(await activate('1.1')).toBe('201');
    expect(await activate('2.0')).toBe('201');
    expect((await stored(1))?.value).toMatchObject({ state: 'active', major: 1, minor: 1 });
    expect((await stored(2))?.value).toMatchObject({ state: 'active', major: 2, minor: 0 });
    expect(await start(1)).toBe('201');
    expect(await start(2)).toBe('201');
  });

  it('is refused where it is active already, at whatever minor', async () => {
    await activate('1.0');
    expect(await activate('1.0')).toBe('409 already-active');
    expect(await activate('1.2')).toBe('409 already-active');
  });

  it('is not found for what was never published', async () => {
    expect(await activate('7.0')).toBe('404 not-found');
    expect(await activate('1.9')).toBe('404 not-found');
  });

  it('is another provider’s own affair (ORG-1)', async () => {
    const sent = {
      params: { unitId: units.elsewhere },
      body: { momentId: entry.momentId, momentVersion: '1.0' },
    };
    expect(await outcomeOf(world, activateMoment, { ...sent, token: admin })).toBe('403 role-missing');
  });

  it('is refused to a provider the publisher did not name (PUB-3), and after unpublishing (PUB-6)', async () => {
    await world.have(entities.catalogueEntry, { ...entry, offeredTo: [provider] }, 2);
    expect(await activate('1.0', units.elsewhere)).toBe('403 moment-not-offered');
    await setEntry('unpublished');
    expect(await activate('1.0')).toBe('409 moment-unpublished');
  });
});

describe('PUB-5 PUB-7 a later minor', () => {
  it('takes the place of the earlier', async () => {
    await activate('1.0');
    expect(await activateLater(2)).toBe('201');
    expect((await stored())?.value).toMatchObject({ state: 'active', minor: 2 });
  });

  it('must be later, published, and of what is active', async () => {
    expect(await activateLater(1)).toBe('404 not-found');
    await activate('1.1');
    expect(await activateLater(1)).toBe('409 version-not-later');
    expect(await activateLater(0)).toBe('409 version-not-later');
    expect(await activateLater(9)).toBe('404 not-found');
    await inactivate();
    expect(await activateLater(2)).toBe('409 moment-not-active');
  });

  it('is not activated of what has been unpublished', async () => {
    await activate('1.0');
    await setEntry('unpublished');
    expect(await activateLater(1)).toBe('409 moment-unpublished');
    expect((await stored())?.value.minor).toBe(0);
  });

  it('is activated once by two at once', async () => {
    await activate('1.0');
    const outcomes = await Promise.all([activateLater(1), activateLater(2)]);
    expect(outcomes.toSorted()).toEqual(['201', '412 version-mismatch']);
  });
});

describe('PUB-5 inactivation', () => {
  it('stops new starts, and those of that major alone', async () => {
    await activate('1.0');
    await activate('2.0');
    expect(await inactivate()).toBe('201');
    expect(await start(1)).toBe('409 moment-not-active');
    expect(await start(2)).toBe('201');
    expect(await inactivate()).toBe('409 moment-not-active');
  });

  it('is undone at the minor it had or a later one, never an earlier', async () => {
    await activate('1.1');
    await inactivate();
    expect(await activate('1.0')).toBe('409 version-not-later');
    expect(await activate('1.1')).toBe('201');
    await inactivate();
    expect(await activate('1.2')).toBe('201');
    expect((await stored())?.value).toMatchObject({ state: 'active', minor: 2 });
    expect(await start()).toBe('201');
  });

  it('is always possible: of what has been unpublished, withdrawn, or lies on a closed unit', async () => {
    await activate('1.0');
    await world.have(entities.catalogueEntry, { ...entry, state: 'unpublished', offeredTo: [] }, 2);
    await world.have(entities.unit, aUnit(units.care, { state: 'inactive' }));
    expect(await inactivate()).toBe('201');
    await world.have(entities.unit, aUnit(units.care));
  });

  it('is not found where nothing was ever activated', async () => {
    expect(await inactivate()).toBe('404 not-found');
  });
});

const unitIs = (state: 'active' | 'inactive', unitId = units.care) => {
  const more = unitId === units.elsewhere ? { provider: otherProvider, underAgreement: true } : {};
  return world.have(entities.unit, aUnit(unitId, { ...more, state }));
};
const agreement = {
  ...{ provider: otherProvider, region: provider, reference: 'Avtal 1' },
  validFrom: '2020-01-01T00:00:00.000Z',
};

describe('ORG-2 ORG-3 what is activated needs an active unit and an agreement in force', () => {
  it('a closed unit activates nothing', async () => {
    await activate('1.0');
    await unitIs('inactive');
    expect(await activate('2.0')).toBe('409 unit-inactive');
    expect(await activateLater(1)).toBe('409 unit-inactive');
    await unitIs('active');
    expect(await activateLater(1)).toBe('201');
  });

  it('nor a private provider’s whose agreement has ended', async () => {
    expect(await activate('1.0', units.elsewhere)).toBe('201');
    await world.have(entities.agreement, { ...agreement, validTo: '2021-01-01T00:00:00.000Z' });
    expect(await activate('2.0', units.elsewhere)).toBe('409 agreement-missing');
    expect(await activateLater(1, units.elsewhere)).toBe('409 agreement-missing');
    await world.have(entities.agreement, agreement);
    expect(await activateLater(1, units.elsewhere)).toBe('201');
  });
});

describe('PUB-3 PUB-5 PUB-6 ORG-2 rules hold at the moment of writing, not of reading', () => {
  const withdraw = () => world.lose(entities.offer, { momentId: entry.momentId, provider });
  const changes: readonly (readonly [string, () => Promise<void>, string])[] = [
    ['unpublished', () => setEntry('unpublished'), '409 moment-unpublished'],
    ['withdrawn from the provider', withdraw, '409 illegal-state'],
    ['closed with its unit', () => unitIs('inactive'), '409 unit-inactive'],
  ];

  it.each(changes)('a moment %s meanwhile is not activated', async (_, act, refusal) => {
    expect(await activate('1.0', units.care, beforeWriting(act))).toBe(refusal);
    expect(await stored()).toBeUndefined();
    await unitIs('active');
  });

  it.each(changes)('nor a later minor of one %s meanwhile', async (_, act, refusal) => {
    await activate('1.0');
    expect(await activateLater(1, units.care, beforeWriting(act))).toBe(refusal);
    expect((await stored())?.value.minor).toBe(0);
    await unitIs('active');
  });

  it('nor one whose agreement ended meanwhile', async () => {
    const end = () => world.have(entities.agreement, { ...agreement, validTo: '2021-01-01T00:00:00.000Z' });
    expect(await activate('1.0', units.elsewhere, beforeWriting(end))).toBe('409 agreement-missing');
    await world.have(entities.agreement, agreement);
  });

  it('a moment activated meanwhile is not activated twice, nor inactivated twice', async () => {
    const sameTime = async () => {
      expect(await activate('1.1')).toBe('201');
    };
    expect(await activate('1.0', units.care, beforeWriting(sameTime))).toBe('412 version-mismatch');
    expect((await stored())?.value.minor).toBe(1);
    const stopped = async () => {
      await inactivate();
    };
    expect(await inactivate(beforeWriting(stopped))).toBe('409 moment-not-active');
  });

  it('a minor activated meanwhile does not keep a moment from being inactivated', async () => {
    await activate('1.0');
    const later = async () => {
      expect(await activateLater(1)).toBe('201');
    };
    expect(await inactivate(beforeWriting(later))).toBe('201');
    expect((await stored())?.value).toMatchObject({ state: 'inactive', minor: 1 });
  });
});

describe('PUB-5 what can be started on a unit', () => {
  const listed = async (query: Record<string, string> = {}, token = admin) =>
    rows(
      await succeed(world, listActivations, { params: { unitId: units.care }, query, token }),
      'activations',
    )
      .filter(({ momentId }) => momentId === entry.momentId)
      .map(({ momentVersion, state, etag }) => [momentVersion, state, etag]);

  it('is told to those who start, and the rest to who asks for it', async () => {
    await activate('1.0');
    await activateLater(1);
    await activate('2.0');
    await inactivate(undefined, 2);
    expect(await listed({}, await login('practitioner'))).toEqual([['1.1', 'active', '"2"']]);
    expect(await listed({}, await login('residentAdmin'))).toEqual([['1.1', 'active', '"2"']]);
    expect(await listed({ state: 'inactive' })).toEqual([['2.0', 'inactive', '"2"']]);
    expect(await listed({ state: 'all' })).toHaveLength(2);
  });

  it('is told without a SITHS card, which changing it needs (ID-2)', async () => {
    await activate('1.0');
    const token = await login('careProviderAdmin', { amr: ['pwd'] });
    expect(await listed({}, token)).toHaveLength(1);
    const params = { unitId: units.care };
    const body = { momentId: entry.momentId, major: 1 };
    expect(await outcomeOf(world, inactivateMoment, { params, body, token })).toBe('403 siths-required');
  });
});
