import { beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { activateMoment } from '../../../functions/catalogue/activations/activate-moment.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { setCatalogueState } from '../../../functions/catalogue/publishing/set-catalogue-state.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { login, seedPeople, units } from '../../support/people.ts';
import { publishedMoment, publishedWith, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { entryTag, restructured, reworded } from './catalogue-world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

/** Versions, their modules, and the contents they point at. */
const fixed = ['PublishedVersion', 'PublishedModule', 'KeptStep', 'KeptForm'];
const fixedItems = async (momentId: string): Promise<ReadonlyMap<string, unknown>> =>
  new Map(
    (await world.all('moments'))
      .filter(({ pk, type }) => pk === `MOMENT#${momentId}` && fixed.includes(String(type)))
      .map((item) => [String(item['sk']), item]),
  );

/** All but who wrote it last: contents that are written again are the same. */
const said = ({ activityId: _, ...item }: Record<string, unknown>) => item;
const sameAs = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): void => {
  for (const [sk, item] of before) expect(said(Object(after.get(sk))), sk).toEqual(said(Object(item)));
};

const emptied = { ...moodProgramme, modules: moodProgramme.modules.slice(0, 1), title: 'Nästan tom' };

describe('PUB-7 a published version never changes', () => {
  it('whatever is done to the draft, the catalogue and the activations afterwards', async () => {
    const momentId = await publishedMoment(world);
    const first = await fixedItems(momentId);
    expect([...first.keys()].filter((sk) => sk.startsWith('VERSION'))).toEqual([
      'VERSION#0001.0000',
      'VERSION-MODULE#0001.0000#follow-up',
      'VERSION-MODULE#0001.0000#start',
    ]);
    const head = await world.runtime.stores.moments.moment(momentId);
    await succeed(world, saveDraft, {
      params: { momentId },
      body: { content: emptied, removed: { moduleIds: ['follow-up'] } },
      token: await login('designer'),
      headers: { 'If-Match': `"${head?.version}"` },
    });
    sameAs(first, await fixedItems(momentId));
    await publishedWith(world, momentId, reworded);
    const second = await fixedItems(momentId);
    await publishedWith(world, momentId, restructured);
    const token = await login('publisher');
    const params = { momentId };
    for (const state of ['unpublished', 'published'])
      await succeed(world, setCatalogueState, {
        ...{ params, body: { state }, token },
        headers: await entryTag(world, momentId),
      });
    await succeed(world, setOffer, {
      ...{ params, body: { offeredTo: 'everyone' }, token },
      headers: await entryTag(world, momentId),
    });
    const onUnit = { params: { unitId: units.care }, token: await login('careProviderAdmin') };
    await succeed(world, activateMoment, { ...onUnit, body: { momentId, momentVersion: '1.1' } });
    await succeed(world, inactivateMoment, { ...onUnit, body: { momentId, major: 1 } });
    const last = await fixedItems(momentId);
    sameAs(first, last);
    sameAs(second, last);
    expect(last.size).toBeGreaterThan(second.size);
  });

  it('and no use case may delete one, or write one again', async () => {
    const momentId = await publishedMoment(world);
    const { moments } = world.runtime.stores;
    const before = await moments.version(momentId, '1.0');
    expect(before?.version).toBe(1);
    await publishedWith(world, momentId, reworded);
    expect(await moments.version(momentId, '1.0')).toEqual(before);
    expect((await moments.version(momentId, '1.1'))?.version).toBe(1);
  });
});
