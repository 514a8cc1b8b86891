import { beforeAll, describe, expect, it } from 'vitest';
import { getCatalogueEntry } from '../../../functions/catalogue/catalogue/get-catalogue-entry.ts';
import { listCatalogue } from '../../../functions/catalogue/catalogue/list-catalogue.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { wording } from '../../../shared/domain/content/difference.ts';
import type { CatalogueEntry } from '../../../shared/domain/moment/catalogue-entry.ts';
import { differenceSayings } from '../../../shared/domain/sayings/difference-sayings.ts';
import { toldIn } from '../../../shared/domain/wording.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, loginElsewhere, otherProvider, provider, seedPeople } from '../../support/people.ts';
import { succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';
import { entryTag, inCatalogue, withActivation, withVersion } from './catalogue-world.ts';

let world: World;
let admin: string;
let privateAdmin: string;
const moments: CatalogueEntry[] = [];

const kinds = ['course', 'treatment', 'support'] as const;
const offers = [[provider], 'everyone', [provider, otherProvider], [otherProvider]] as const;
const topics = ['Sömnskola', 'Ångest och oro', 'Må bättre', 'Sömn för sömnlösa', 'Oro'];
const publishers = [provider, otherProvider];

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
};

/** Sixty, of every kind, title, publisher and offer; every fifth unpublished, every fourth active on a few units. */
beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  admin = await login('careProviderAdmin');
  privateAdmin = await loginElsewhere('careProviderAdmin');
  for (let index = 0; index < 60; index += 1) {
    const offeredTo = at(offers, index);
    const entry = await inCatalogue(world, {
      title: `${at(topics, index)} ${String.fromCodePoint(97 + (index % 26))}x${index}`,
      kind: at(kinds, index),
      offeredTo: offeredTo === 'everyone' ? offeredTo : [...offeredTo],
      state: index % 5 === 0 ? 'unpublished' : 'published',
      publisherProvider: at(publishers, index),
    });
    moments.push(entry);
    if (index % 4 === 0)
      for (let unit = 0; unit <= index % 3; unit += 1)
        await withActivation(world, entry, { unit: `U${unit}` });
  }
});

const all = async (query: Record<string, string>, limit: number, token = admin, providerId = provider) => {
  const found: Record<string, unknown>[] = [];
  let cursor: unknown;
  for (let pages = 0; pages < 100; pages += 1) {
    const page = await succeed(world, listCatalogue, {
      params: { providerId },
      query: { ...query, limit: String(limit), ...(cursor ? { cursor: String(cursor) } : {}) },
      token,
    });
    const shown = rows(page, 'moments');
    expect(shown.length).toBeLessThanOrEqual(limit);
    found.push(...shown);
    cursor = page.body['next'];
    if (!cursor) return found;
  }
  throw new Error('The list has no end');
};

const ids = (found: readonly { momentId?: unknown }[]): unknown[] =>
  found.map(({ momentId }) => momentId).toSorted();
const offeredTo = (party: string) => (entry: CatalogueEntry) =>
  entry.offeredTo === 'everyone' || entry.offeredTo.includes(party);
const offered = () => moments.filter(offeredTo(provider));
const isActive = (entry: CatalogueEntry) => moments.indexOf(entry) % 4 === 0;

describe.each([1, 7, 20, 100])('PUB-4 the catalogue, %i a page', (limit) => {
  it.each([
    ['all', () => true],
    ['available', ({ state }: CatalogueEntry) => state === 'published'],
    ['unpublished', ({ state }: CatalogueEntry) => state === 'unpublished'],
    ['active', isActive],
  ] as const)('shows in the view %s every moment that belongs there, once', async (view, belongs) => {
    const found = await all({ view }, limit);
    expect(ids(found)).toEqual(ids(offered().filter(belongs)));
  });

  it.each([
    ['sömn', ['Sömnskola', 'Sömn för']],
    ['SO\u0308MNLO\u0308', ['Sömn för']],
    ['ång', ['Ångest']],
    ['oro', ['Ångest och oro', 'Oro']],
    ['oro ång', ['Ångest och oro']],
    ['ang', []],
  ] as const)('finds “%s” in titles, each moment once', async (text, titles) => {
    const belongs = ({ title }: CatalogueEntry) => titles.some((beginning) => title.startsWith(beginning));
    expect(ids(await all({ text }, limit))).toEqual(ids(offered().filter(belongs)));
  });
});

describe('PUB-4 search and filters together', () => {
  it.each([
    ['kind', { kind: 'treatment' }, ({ kind }: CatalogueEntry) => kind === 'treatment'],
    [
      'publisher',
      { publishedBy: otherProvider },
      ({ publisherProvider }: CatalogueEntry) => publisherProvider === otherProvider,
    ],
    [
      'text, kind and view',
      { text: 'sömn', kind: 'course', view: 'available' },
      ({ title, kind, state }: CatalogueEntry) =>
        title.startsWith('Sömn') && kind === 'course' && state === 'published',
    ],
    [
      'text in what is active',
      { text: 'oro', view: 'active' },
      (entry: CatalogueEntry) => /oro/i.test(entry.title) && isActive(entry),
    ],
  ] as const)('by %s', async (_, query, belongs) => {
    const found = await all(query, 9);
    expect(found.length).toBeGreaterThan(0);
    expect(ids(found)).toEqual(ids(offered().filter(belongs)));
  });

  it.each([
    ['a text without a word of two letters', { text: 'å – 😴' }],
    ['an unknown view', { view: 'mine' }],
    ['an unknown kind', { kind: 'cure' }],
    ['a cursor of another list', { view: 'active', cursor: 'e30.AAAA' }],
  ])('refuses %s', async (_, query) => {
    const sent = { params: { providerId: provider }, query, token: admin };
    expect(await outcomeOf(world, listCatalogue, sent)).toBe('400 validation-failed');
  });

  it('does not take the cursor of one search for another’s', async () => {
    const params = { providerId: provider };
    const { body } = await succeed(world, listCatalogue, {
      params,
      query: { text: 'oro', limit: '1' },
      token: admin,
    });
    const sent = { params, query: { text: 'sömn', cursor: String(body['next']) }, token: admin };
    expect(await outcomeOf(world, listCatalogue, sent)).toBe('400 validation-failed');
  });
});

describe('ORG-1 PUB-3 a provider sees what it is offered and nothing else', () => {
  it('in every view and search, and not whom else it is offered to', async () => {
    const own = moments.filter(offeredTo(otherProvider));
    expect(ids(await all({}, 50, privateAdmin, otherProvider))).toEqual(ids(own));
    expect(await all({ view: 'active' }, 50, privateAdmin, otherProvider)).toEqual([]);
    const found = await all({ text: 'sömn' }, 50, privateAdmin, otherProvider);
    expect(ids(found)).toEqual(ids(own.filter(({ title }) => title.startsWith('Sömn'))));
    expect(JSON.stringify([found, await all({}, 50)])).not.toMatch(/offeredTo|words/);
  });

  it('nor by another’s address', async () => {
    const sent = { params: { providerId: provider }, token: privateAdmin };
    expect(await outcomeOf(world, listCatalogue, sent)).toBe('404 not-found');
  });

  it('not even by the address of a moment', async () => {
    const hidden = moments.filter((entry) => !offeredTo(provider)(entry));
    for (const entry of hidden.slice(0, 3)) {
      await withVersion(world, entry, '1.0');
      const { momentId } = entry;
      const sent = { params: { providerId: provider, momentId }, token: admin };
      expect(await outcomeOf(world, getCatalogueEntry, sent)).toBe('404 not-found');
    }
  });
});

describe('PUB-4 what is active', () => {
  it('tells on which units and at which versions', async () => {
    const entry = await inCatalogue(world, {
      title: 'Två versioner',
      latest: '2.1',
      versions: ['2.1', '1.3'],
    });
    await withActivation(world, entry, { unit: 'U1', major: 1, minor: 2 });
    await withActivation(world, entry, { unit: 'U1', major: 2, minor: 0 });
    await withActivation(world, entry, { unit: 'U2', major: 2, minor: 1 });
    await withActivation(world, entry, { unit: 'U3', major: 2, minor: 1, state: 'inactive' });
    const [row] = await all({ view: 'active', text: 'versioner' }, 10);
    expect(row).toMatchObject({ latest: '2.1', versions: ['2.1', '1.3'], state: 'published' });
    expect(row?.['activations']).toEqual([
      { unitId: 'U1', major: 1, minor: 2, state: 'active', etag: '"1"', waits: '1.3' },
      { unitId: 'U1', major: 2, minor: 0, state: 'active', etag: '"1"', waits: '2.1' },
      { unitId: 'U2', major: 2, minor: 1, state: 'active', etag: '"1"' },
    ]);
  });

  it('goes on when the offer is withdrawn, without a word of what was published since (ORG-1)', async () => {
    const entry = await inCatalogue(world, { title: 'Återtaget', offeredTo: [otherProvider], latest: '3.0' });
    await withActivation(world, entry, { unit: 'U1', major: 1, minor: 4 });
    await world.have(entities.catalogueEntry, { ...entry, title: 'Hemligt', versions: ['3.0', '1.9'] });
    const found = await all({ view: 'active', text: 'återtaget' }, 10);
    expect(found).toMatchObject([
      { state: 'withdrawn', title: 'Återtaget', latest: '1.4', versions: ['1.4'] },
    ]);
    expect(ids(await all({ text: 'återtaget' }, 10))).toEqual([]);
  });

  it('PUB-3 is told apart where the offer is withdrawn: what is active of it, and what may run on, unit by unit', async () => {
    const gone = await inCatalogue(world, { title: 'Borttaget', offeredTo: [otherProvider] });
    await withActivation(world, gone, { unit: 'U1' });
    await withActivation(world, gone, { unit: 'U2', state: 'inactive' });
    const stopped = await inCatalogue(world, { title: 'Avslutat', offeredTo: [] });
    await withActivation(world, stopped, { unit: 'U1', state: 'inactive' });
    const kept = await inCatalogue(world, { title: 'Kvar' });
    await withActivation(world, kept, { unit: 'U1' });
    const told = await all({ view: 'withdrawn' }, 10);
    expect(ids(told)).toEqual(expect.arrayContaining([gone.momentId, stopped.momentId]));
    expect(ids(told)).not.toContain(kept.momentId);
    expect(told.find(({ momentId }) => momentId === gone.momentId)).toMatchObject({
      ...{ state: 'withdrawn', title: 'Borttaget' },
      activations: [
        { unitId: 'U1', state: 'active' },
        { unitId: 'U2', state: 'inactive' },
      ],
    });
    expect(ids(await all({ view: 'active' }, 10))).not.toContain(stopped.momentId);
    expect(await all({ view: 'withdrawn' }, 10, privateAdmin, otherProvider)).toEqual([]);
  });

  it('comes whole, each moment once, where one is active on very many units', async () => {
    const wide = await inCatalogue(world, { title: 'Överallt aktiv' });
    for (let unit = 0; unit < 130; unit += 1) await withActivation(world, wide, { unit: `V${unit}` });
    const after = await inCatalogue(world, { title: 'Därefter' });
    await withActivation(world, after, { unit: 'U1' });
    for (const limit of [1, 3, 100]) {
      const found = await all({ view: 'active' }, limit);
      expect(new Set(ids(found)).size).toBe(found.length);
      expect(ids(found)).toContain(after.momentId);
      const row = found.find(({ momentId }) => momentId === wide.momentId);
      expect(row?.['activations']).toHaveLength(100);
    }
  });
});

describe('PUB-4 one moment in the catalogue', () => {
  it('has its contents, its versions newest first with what each changed, and where it is active', async () => {
    const entry = await inCatalogue(world, { title: 'Öppnad', latest: '1.2', versions: ['1.2'] });
    const differences = [wording('/outline/title', differenceSayings['moment-title-changed'])];
    await withVersion(world, entry, '1.0');
    await withVersion(world, entry, '1.1');
    await withVersion(world, entry, '1.2', { welcome: 'Välkommen!' });
    for (const momentVersion of ['1.0', '1.1', '1.2'])
      await world.have(entities.publication, {
        ...{ momentId: entry.momentId, momentVersion, publishedAt: entry.publishedAt },
        ...(momentVersion === '1.0' ? {} : { basis: '1.0', differences, differencesLeft: 4 }),
      });
    await withActivation(world, entry, { unit: 'U1', minor: 1 });
    const params = { providerId: provider, momentId: entry.momentId };
    const read = (query: Record<string, string>) =>
      succeed(world, getCatalogueEntry, { params, query, token: admin });
    const first = await read({ limit: '2' });
    expect(first.body).toMatchObject({ title: 'Öppnad', welcome: 'Välkommen!', state: 'published' });
    expect(first.body['activations']).toMatchObject([{ unitId: 'U1', major: 1, minor: 1 }]);
    const second = await read({ limit: '2', cursor: String(first.body['next']) });
    const published = [...rows(first, 'published'), ...rows(second, 'published')];
    expect(published.map(({ momentVersion }) => momentVersion)).toEqual(['1.2', '1.1', '1.0']);
    expect(published[0]).toMatchObject({
      ...{ basis: '1.0', differencesLeft: 4, differences: toldIn('sv', differences) },
    });
    expect(JSON.stringify(first.body)).not.toContain('offeredTo');
  });
});

describe('PUB-3 a search for a title that is not offered', () => {
  const pages = async (text: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (let cursor: unknown; found.length < 50; ) {
      const query = { text, limit: '1', ...(cursor ? { cursor: String(cursor) } : {}) };
      const sent = { params: { providerId: provider }, query, token: admin };
      const { body } = await succeed(world, listCatalogue, sent);
      cursor = body['next'];
      found.push({ moments: body['moments'], goesOn: cursor !== undefined });
      if (!cursor) return found;
    }
    throw new Error('The list has no end');
  };

  it('is answered as if it were not there, page by page, however many there are (ORG-1)', async () => {
    const shown = await inCatalogue(world, { title: 'Zebran', offeredTo: 'everyone' });
    const own = await inCatalogue(world, { title: 'Zebror', offeredTo: [provider] });
    const before = await pages('zebr');
    expect(JSON.stringify(before)).toContain(shown.momentId);
    expect(JSON.stringify(before)).toContain(own.momentId);
    const hidden = Array.from({ length: 130 }, (_, at) => ({
      title: `Zebra ${at}`,
      offeredTo: [otherProvider],
    }));
    for (const one of hidden) await inCatalogue(world, one);
    expect(await pages('zebr')).toEqual(before);
    expect(await pages('zebra')).toHaveLength((await pages('zebrafink')).length);
    expect(await all({ text: 'zebra' }, 50, privateAdmin, otherProvider)).toHaveLength(131);
  });

  it('finds nothing either once it is offered to everyone no more', async () => {
    const entry = await inCatalogue(world, { title: 'Giraff', offeredTo: 'everyone' });
    const offering = async (offeredTo: unknown) =>
      succeed(world, setOffer, {
        params: { momentId: entry.momentId },
        body: { offeredTo },
        token: await login('publisher'),
        headers: await entryTag(world, entry.momentId),
      });
    const words = async () =>
      (await world.all('moments')).filter(
        ({ type, momentId }) => type === 'CatalogueWord' && momentId === entry.momentId,
      ).length;
    expect(await words()).toBe(1);
    await offering([otherProvider]);
    expect(await words()).toBe(0);
    expect(ids(await all({ text: 'giraff' }, 50))).toEqual([]);
    await offering('everyone');
    expect(await words()).toBe(1);
    expect(ids(await all({ text: 'giraff' }, 50))).toEqual([entry.momentId]);
  });
});
