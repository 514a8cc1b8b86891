import { beforeAll, describe, expect, it } from 'vitest';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { getCatalogueEntry } from '../../../functions/catalogue/catalogue/get-catalogue-entry.ts';
import { getOffer } from '../../../functions/catalogue/publishing/get-offer.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { setCatalogueState } from '../../../functions/catalogue/publishing/set-catalogue-state.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
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
import {
  activeMoment,
  approvedResident,
  exportedMoment,
  publishedMoment,
  publishedWith,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { entryOf, entryTag, restructured, reworded } from './catalogue-world.ts';

let world: World;
let publisher: string;
let privateAdmin: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  publisher = await login('publisher');
  privateAdmin = await loginElsewhere('careProviderAdmin');
});

const change = async (momentId: string, body: object, token = publisher) => ({
  ...{ params: { momentId }, body, token },
  headers: await entryTag(world, momentId),
});
const offer = async (momentId: string, offeredTo: unknown) =>
  outcomeOf(world, setOffer, await change(momentId, { offeredTo }));
const state = async (momentId: string, wanted: string) =>
  outcomeOf(world, setCatalogueState, await change(momentId, { state: wanted }));

const seenElsewhere = (momentId: string) =>
  outcomeOf(world, getCatalogueEntry, {
    params: { providerId: otherProvider, momentId },
    token: privateAdmin,
  });
const offersIn = async (momentId: string) =>
  (await world.all('moments'))
    .filter(({ pk, type }) => pk === `MOMENT#${momentId}` && type === 'Offer')
    .map((item) => item['provider'])
    .toSorted();

const activateElsewhere = (momentId: string) =>
  outcomeOf(world, activateMoment, {
    params: { unitId: units.elsewhere },
    body: { momentId, momentVersion: '1.0' },
    token: privateAdmin,
  });

describe('PUB-3 the publisher decides which providers may use a moment', () => {
  it('at first nobody, where nothing is said', async () => {
    const momentId = await publishedMoment(world, []);
    expect((await entryOf(world, momentId)).offeredTo).toEqual([]);
    expect(await seenElsewhere(momentId)).toBe('404 not-found');
    expect(await activateElsewhere(momentId)).toBe('403 moment-not-offered');
  });

  it('adds and takes away, and everyone is everyone', async () => {
    const momentId = await publishedMoment(world, [provider]);
    expect(await offer(momentId, [provider, otherProvider])).toBe('200');
    expect(await seenElsewhere(momentId)).toBe('200');
    expect(await offersIn(momentId)).toEqual([otherProvider, provider].toSorted());
    expect(await offer(momentId, [provider])).toBe('200');
    expect(await seenElsewhere(momentId)).toBe('404 not-found');
    expect(await offer(momentId, 'everyone')).toBe('200');
    expect(await seenElsewhere(momentId)).toBe('200');
    expect(await offersIn(momentId)).toEqual(['everyone']);
    expect(await activateElsewhere(momentId)).toBe('201');
    expect(await offer(momentId, [])).toBe('200');
    expect(await offersIn(momentId)).toEqual([]);
  });

  it('stays as it was when a later version is published without saying', async () => {
    const momentId = await publishedMoment(world, [otherProvider]);
    await publishedWith(world, momentId, reworded);
    expect((await entryOf(world, momentId)).offeredTo).toEqual([otherProvider]);
  });

  it('is changed by one of two at once', async () => {
    const momentId = await publishedMoment(world);
    const sent = await change(momentId, { offeredTo: 'everyone' });
    const outcomes = await Promise.all([
      outcomeOf(world, setOffer, sent),
      outcomeOf(world, setOffer, { ...sent, body: { offeredTo: [otherProvider] } }),
    ]);
    expect(outcomes.toSorted()).toEqual(['200', '412 version-mismatch']);
    const { offeredTo } = await entryOf(world, momentId);
    expect(await offersIn(momentId)).toEqual(offeredTo === 'everyone' ? ['everyone'] : offeredTo);
  });

  it('names registered providers alone, and says which are not', async () => {
    const momentId = await publishedMoment(world, []);
    const nobody = 'TST5590000000-404';
    const sent = await change(momentId, { offeredTo: [provider, nobody, otherProvider] });
    const refused = await world.call(setOffer, sent);
    expect(refused).toMatchObject({ status: 422, body: { code: 'provider-not-registered' } });
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/body/offeredTo/1']);
    expect(JSON.stringify(refused.body.errors)).toContain(nobody);
    expect(await offersIn(momentId)).toEqual([]);
    const publishing = publishedWith(world, momentId, reworded, [nobody]);
    await expect(publishing).rejects.toThrow('provider-not-registered');
  });

  it('while one it was offered to before may stay, and go', async () => {
    const momentId = await publishedMoment(world, [otherProvider]);
    const registered = await world.runtime.stores.organisation.provider(otherProvider);
    if (!registered) throw new Error('not registered');
    await world.lose(entities.provider, registered.value);
    expect(await offer(momentId, [provider, otherProvider])).toBe('200');
    expect(await offer(momentId, [provider])).toBe('200');
    expect(await offer(momentId, [provider, otherProvider])).toBe('422 provider-not-registered');
    await world.have(entities.provider, registered.value);
  });

  it.each([
    ['the same one twice', [provider, provider]],
    ['the same one in another case', [provider, provider.toLowerCase()]],
    ['what is no HSA-id', ['everyone']],
  ])('does not name %s', async (_, offeredTo) => {
    expect(await offer(await publishedMoment(world), offeredTo)).toBe('400 validation-failed');
  });

  it('is read with the ETag that changes it', async () => {
    const momentId = await publishedMoment(world);
    const read = () => succeed(world, getOffer, { params: { momentId }, token: publisher });
    const { body, headers } = await read();
    expect(body).toEqual({
      ...{ offeredTo: [provider], state: 'published', latest: '1.0', versions: ['1.0'] },
      recalls: [],
    });
    const changed = await succeed(world, setOffer, {
      ...{ params: { momentId }, body: { offeredTo: 'everyone' }, token: publisher },
      headers: { 'If-Match': headers['etag'] ?? '' },
    });
    expect((await read()).headers['etag']).toBe(changed.headers['etag']);
  });
});

describe('PUB-6 unpublishing', () => {
  const start = async (momentId: string) =>
    outcomeOf(world, startInstance, {
      params: { unitId: units.care },
      body: {
        ...{ personnummer: residents.approved, momentId, major: 1, confirmed: true },
        practitioner: hsaIdOf('practitioner'),
      },
      token: await login('practitioner'),
    });

  it('lets running instances go on, and an activation start new ones, until the provider inactivates it', async () => {
    const momentId = await activeMoment(world);
    const { instanceId } = await startedInstance(world, momentId);
    expect(await state(momentId, 'unpublished')).toBe('200');
    const token = await loginResident('approved');
    expect(await outcomeOf(world, openMyInstance, { params: { instanceId }, token })).toBe('200');
    expect(await start(momentId)).toBe('201');
  });

  it('stops new activations until it is published again', async () => {
    const momentId = await publishedMoment(world, [otherProvider]);
    await state(momentId, 'unpublished');
    expect(await activateElsewhere(momentId)).toBe('409 moment-unpublished');
    expect(await state(momentId, 'published')).toBe('200');
    expect(await activateElsewhere(momentId)).toBe('201');
  });

  it('is refused where it has that state already', async () => {
    const momentId = await publishedMoment(world);
    expect(await state(momentId, 'published')).toBe('409 illegal-state');
    await state(momentId, 'unpublished');
    expect(await state(momentId, 'unpublished')).toBe('409 illegal-state');
  });

  it('lasts through a minor, which is for what runs, and ends with a new major', async () => {
    const momentId = await publishedMoment(world);
    await state(momentId, 'unpublished');
    expect(await publishedWith(world, momentId, reworded)).toBe('1.1');
    expect(await entryOf(world, momentId)).toMatchObject({ state: 'unpublished', latest: '1.1' });
    expect(await publishedWith(world, momentId, restructured)).toBe('2.0');
    expect((await entryOf(world, momentId)).state).toBe('published');
  });

  it('is for the publisher: not for who exported without that role, nor with a weak login (ID-2)', async () => {
    const momentId = await publishedMoment(world);
    const by = async (token: string) =>
      outcomeOf(world, setCatalogueState, await change(momentId, { state: 'unpublished' }, token));
    expect(await by(await login('designer'))).toBe('404 not-found');
    expect(await by(await login('publisher', { amr: ['sms'] }))).toBe('403 sms-otp-refused');
    expect((await entryOf(world, momentId)).state).toBe('published');
  });
});

describe('ORG-5 a publisher unit that is not active publishes nothing', () => {
  const publisherIs = (unitState: 'active' | 'inactive') =>
    world.have(entities.unit, aUnit(units.publisher, { kind: 'publisher', state: unitState }));

  it('no version, at the moment of writing', async () => {
    const moment = await exportedMoment(world);
    const sent = {
      ...{ params: moment.params, body: {}, token: publisher },
      headers: { 'If-Match': moment.etag },
    };
    const closed = beforeWriting(() => publisherIs('inactive'));
    expect(await outcomeOf(world, publishVersion, sent, closed)).toBe('409 unit-inactive');
    await publisherIs('active');
    expect(await outcomeOf(world, publishVersion, sent)).toBe('201');
  });

  it('offers to nobody new and puts nothing back, but takes back what it has offered', async () => {
    const momentId = await publishedMoment(world, [provider]);
    expect(await state(momentId, 'unpublished')).toBe('200');
    await publisherIs('inactive');
    expect(await state(momentId, 'published')).toBe('409 unit-inactive');
    expect(await offer(momentId, [provider, otherProvider])).toBe('409 unit-inactive');
    expect(await offer(momentId, [])).toBe('200');
    await publisherIs('active');
    expect(await state(momentId, 'published')).toBe('200');
    await publisherIs('inactive');
    expect(await state(momentId, 'unpublished')).toBe('200');
    await publisherIs('active');
  });
});
