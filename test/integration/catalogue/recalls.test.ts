import { beforeAll, describe, expect, it } from 'vitest';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { listActivations } from '../../../functions/catalogue/activations/list-activations.ts';
import { getCatalogueEntry } from '../../../functions/catalogue/catalogue/get-catalogue-entry.ts';
import { listCatalogue } from '../../../functions/catalogue/catalogue/list-catalogue.ts';
import { readOpenMoment } from '../../../functions/catalogue/open-moments/read-open-moment.ts';
import { getOffer } from '../../../functions/catalogue/publishing/get-offer.ts';
import { liftRecall } from '../../../functions/catalogue/publishing/lift-recall.ts';
import { listMomentEvents } from '../../../functions/catalogue/publishing/list-moment-events.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { recallVersion } from '../../../functions/catalogue/publishing/recall-version.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { openProgramme } from '../../support/open-programme.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  otherProvider,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import type { Interference } from '../../support/recorded-client.ts';
import {
  activatedOn,
  approvedResident,
  exportedWith,
  newMoment,
  publishedMoment,
  publishedWith,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { entryTag, reworded } from './catalogue-world.ts';

let world: World;
let publisher: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  publisher = await login('publisher');
});

const said = { reason: 'Steg 2 anger fel dos.', textForResidents: 'En uppgift i steg 2 var fel. 🌻' };

const recall = (momentId: string, momentVersion = '1.0', token = publisher) =>
  outcomeOf(world, recallVersion, { params: { momentId }, body: { ...said, momentVersion }, token });
const lift = (momentId: string, token: string, momentVersion = '1.0') =>
  outcomeOf(world, liftRecall, { params: { momentId, momentVersion }, body: { reason: 'Rätt' }, token });

const starting = async (momentId: string) => ({
  params: { unitId: units.care },
  body: {
    ...{ personnummer: residents.approved, practitioner: hsaIdOf('practitioner') },
    ...{ momentId, major: 1, confirmed: true },
  },
  token: await login('practitioner'),
});
const start = async (momentId: string) => outcomeOf(world, startInstance, await starting(momentId));

/** Active at the region, offered to the private provider too, and running for a resident. */
const running = async () => {
  const momentId = await publishedMoment(world, [provider, otherProvider]);
  await activatedOn(world, momentId);
  return startedInstance(world, momentId);
};

const openReading = async (momentId: string) => ({
  params: { unitId: units.care, momentId, major: '1' },
  token: await loginResident('approved'),
});
const openMoment = async (): Promise<string> => {
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, openProgramme, [provider]);
  await activatedOn(world, momentId);
  return momentId;
};

const rowAtUnit = async (momentId: string) =>
  rows(
    await succeed(world, listActivations, {
      ...{ params: { unitId: units.care }, query: { state: 'all', limit: '100' } },
      token: await login('practitioner'),
    }),
    'activations',
  ).find((row) => row['momentId'] === momentId);

const forStaff = async (instanceId: string) =>
  (await succeed(world, openInstance, { params: { instanceId }, token: await login('practitioner') })).body[
    'recall'
  ];
const forResident = async (instanceId: string) =>
  (await succeed(world, openMyInstance, { params: { instanceId }, token: await loginResident('approved') }))
    .body['recall'];

describe('PUB-9 a version that is recalled', () => {
  it('is started and activated nowhere from that instant, while what runs goes on', async () => {
    const { momentId, instanceId } = await running();
    expect(await recall(momentId)).toBe('201');
    expect(await start(momentId)).toBe('409 version-recalled');
    const elsewhere = {
      ...{ params: { unitId: units.elsewhere }, body: { momentId, momentVersion: '1.0' } },
      token: await loginElsewhere('careProviderAdmin'),
    };
    expect(await outcomeOf(world, activateMoment, elsewhere)).toBe('409 version-recalled');
    expect(await forResident(instanceId)).toBeDefined();
    expect(await recall(momentId)).toBe('409 version-recalled');
    expect(await recall(momentId, '1.7')).toBe('404 not-found');
  });

  it('is not started by whoever had read all that is needed before it', async () => {
    const { momentId } = await running();
    const meanwhile = beforeWriting(async () => {
      await recall(momentId);
    });
    expect(await outcomeOf(world, startInstance, await starting(momentId), meanwhile)).toBe(
      '409 version-recalled',
    );
  });

  it('is told to units and practitioners with the reason, and to residents in words for them alone (CARE-18)', async () => {
    const { momentId, instanceId } = await running();
    expect(await forStaff(instanceId)).toBeUndefined();
    await recall(momentId);
    const told = { ...said, momentVersion: '1.0', recalledAt: expect.any(String) };
    expect(await forStaff(instanceId)).toEqual(told);
    expect((await rowAtUnit(momentId))?.['recall']).toEqual(told);
    expect(await forResident(instanceId)).toEqual({ text: said.textForResidents, since: expect.any(String) });
    const entry = await succeed(world, getCatalogueEntry, {
      ...{ params: { providerId: provider, momentId }, token: await login('careProviderAdmin') },
    });
    expect(rows(entry, 'published')).toMatchObject([{ momentVersion: '1.0', recall: told }]);
    const offer = await succeed(world, getOffer, { params: { momentId }, token: publisher });
    expect(rows(offer, 'recalls')).toEqual([told]);
  });

  it('is opened for the first time by nobody where it is an open moment, and read on with the words for residents', async () => {
    const [before, after] = [await openMoment(), await openMoment()];
    expect(await outcomeOf(world, readOpenMoment, await openReading(before))).toBe('200');
    await recall(before);
    await recall(after);
    const refused = await world.call(readOpenMoment, await openReading(after));
    expect(refused.body).toMatchObject({
      code: 'moment-stopped',
      errors: [{ detail: said.textForResidents }],
    });
    const readOn = await succeed(world, readOpenMoment, await openReading(before));
    expect(readOn.body['recall']).toMatchObject({ text: said.textForResidents });
    expect(JSON.stringify([refused.body, readOn.body])).not.toContain(said.reason);
  });

  it('is opened by nobody who had read all that is needed before it', async () => {
    const momentId = await openMoment();
    const meanwhile = beforeWriting(async () => {
      await recall(momentId);
    });
    expect(await outcomeOf(world, readOpenMoment, await openReading(momentId), meanwhile)).toBe(
      '409 moment-stopped',
    );
  });

  it('is lifted by another than who recalled it, and stands in history and log', async () => {
    const { momentId, instanceId } = await running();
    expect(await lift(momentId, publisher)).toBe('409 version-not-recalled');
    await recall(momentId);
    expect(await lift(momentId, publisher)).toBe('403 recall-by-you');
    expect(await start(momentId)).toBe('409 version-recalled');
    expect(await lift(momentId, await login('both'))).toBe('201');
    expect(await start(momentId)).toBe('201');
    expect([await forStaff(instanceId), await forResident(instanceId)]).toEqual([undefined, undefined]);
    const events = await succeed(world, listMomentEvents, { params: { momentId }, token: publisher });
    expect(rows(events, 'events').slice(0, 2)).toMatchObject([
      { act: 'recall-lifted', by: hsaIdOf('both'), momentVersion: '1.0', reason: 'Rätt' },
      { act: 'recalled', by: hsaIdOf('publisher'), momentVersion: '1.0', ...said },
    ]);
    const logged = (await world.activities()).map((one) => [one.activity, one.outcome, one.resource]);
    const resource = { momentId, momentVersion: '1.0' };
    expect(logged).toContainEqual(['version-recalled', 'performed', resource]);
    expect(logged).toContainEqual(['recall-lifted', 'performed', resource]);
  });
});

describe('PUB-9 AUT-8 a recalled version that a later minor mends', () => {
  const publishNext = async (momentId: string, body: object, interference?: Interference) => {
    const { params, etag } = await exportedWith(world, momentId, reworded);
    const sent = { ...{ params, body, token: publisher }, headers: { 'If-Match': etag } };
    return outcomeOf(world, publishVersion, sent, interference);
  };
  const activateNext = async (momentId: string) =>
    outcomeOf(world, activateMinor, {
      params: { unitId: units.care, momentId, major: '1' },
      body: { minor: 1 },
      token: await login('careProviderAdmin'),
      headers: { 'If-Match': '"1"' },
    });

  it('is over where that is activated, and stands until then', async () => {
    const { momentId, instanceId } = await running();
    await recall(momentId);
    expect(await publishNext(momentId, { mends: true })).toBe('201');
    expect(await forStaff(instanceId)).toMatchObject({ momentVersion: '1.0', mendedBy: '1.1' });
    expect(await rowAtUnit(momentId)).toMatchObject({ waits: '1.1', recall: { mendedBy: '1.1' } });
    expect(await start(momentId)).toBe('409 version-recalled');
    expect(await activateNext(momentId)).toBe('201');
    expect([await forStaff(instanceId), await forResident(instanceId)]).toEqual([undefined, undefined]);
    expect(await start(momentId)).toBe('201');
  });

  it('has its fault still where nobody says that it mends it', async () => {
    const { momentId } = await running();
    await recall(momentId);
    expect(await publishNext(momentId, {})).toBe('201');
    expect(await activateNext(momentId)).toBe('409 version-recalled');
  });

  it('passes its recall on also where it was recalled while the next was being published', async () => {
    const { momentId } = await running();
    const meanwhile = beforeWriting(async () => {
      await recall(momentId);
    });
    expect(await publishNext(momentId, {}, meanwhile)).toBe('412 version-mismatch');
  });

  it('is not mended where nothing was recalled', async () => {
    const { momentId } = await running();
    expect(await publishNext(momentId, { mends: true })).toBe('409 version-not-recalled');
  });
});

describe('PUB-3 an offer that is withdrawn', () => {
  const withdraw = async (momentId: string) =>
    outcomeOf(world, setOffer, {
      ...{ params: { momentId }, body: { offeredTo: [otherProvider] }, token: publisher },
      headers: await entryTag(world, momentId),
    });

  const toldToProvider = async (momentId: string) => {
    const page = await succeed(world, listCatalogue, {
      ...{ params: { providerId: provider }, query: { view: 'withdrawn' } },
      token: await login('careProviderAdmin'),
    });
    return rows(page, 'moments').find((row) => row['momentId'] === momentId);
  };

  it('stops new starts there, and leaves alone what runs; the unit and the provider are told', async () => {
    const { momentId, instanceId } = await running();
    expect((await rowAtUnit(momentId))?.['withdrawn']).toBeUndefined();
    expect(await toldToProvider(momentId)).toBeUndefined();
    expect(await withdraw(momentId)).toBe('200');
    expect(await start(momentId)).toBe('403 moment-not-offered');
    expect(await rowAtUnit(momentId)).toMatchObject({ withdrawn: true, state: 'active' });
    expect(await toldToProvider(momentId)).toMatchObject({
      ...{ state: 'withdrawn', activations: [{ unitId: units.care, state: 'active' }] },
    });
    const token = await loginResident('approved');
    expect(await outcomeOf(world, openMyInstance, { params: { instanceId }, token })).toBe('200');
  });

  it('stops the start of whoever had read all that is needed before it', async () => {
    const { momentId } = await running();
    const meanwhile = beforeWriting(async () => {
      await withdraw(momentId);
    });
    const outcome = await outcomeOf(world, startInstance, await starting(momentId), meanwhile);
    expect(outcome).toBe('403 moment-not-offered');
  });

  it('stops first openings of an open moment, and nobody who has begun', async () => {
    const [begun, other] = [await openMoment(), await openMoment()];
    await succeed(world, readOpenMoment, await openReading(begun));
    for (const momentId of [begun, other]) await withdraw(momentId);
    expect(await outcomeOf(world, readOpenMoment, await openReading(other))).toBe('404 not-found');
    expect(await outcomeOf(world, readOpenMoment, await openReading(begun))).toBe('200');
  });
});
