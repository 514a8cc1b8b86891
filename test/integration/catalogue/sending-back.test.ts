import { beforeAll, describe, expect, it } from 'vitest';
import { openModuleDraft } from '../../../functions/authoring/modules/open-module-draft.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { openDraft } from '../../../functions/authoring/moments/open-draft.ts';
import { recallExport } from '../../../functions/authoring/moments/recall-export.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { listMomentEvents } from '../../../functions/catalogue/publishing/list-moment-events.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { sendBack } from '../../../functions/catalogue/publishing/send-back.ts';
import { setCatalogueState } from '../../../functions/catalogue/publishing/set-catalogue-state.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { hsaIdOf, login, loginElsewhere, provider, seedPeople } from '../../support/people.ts';
import { exportedMoment, publishedMoment, succeed, testedMoment } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';
import { entryTag, reworded } from './catalogue-world.ts';

let world: World;
let publisher: string;
let designer: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  publisher = await login('publisher');
  designer = await login('designer');
});

const comments = [
  { pointer: '/modules/start', text: 'Kortare, tack 🌻' },
  { text: 'Byt ordet ”patient”\nmot ”du”' },
];

type Exported = Awaited<ReturnType<typeof exportedMoment>>;

const sent = ({ params, etag }: Exported, body?: object, token = publisher) => ({
  ...{ params, token },
  ...(body ? { body } : {}),
  headers: { 'If-Match': etag },
});
const returned = async (): Promise<Exported> => {
  const moment = await exportedMoment(world);
  const { headers } = await succeed(world, sendBack, sent(moment, { comments }));
  return { ...moment, etag: headers['etag'] ?? '' };
};
const headOf = async ({ params }: Exported) =>
  (await world.runtime.stores.moments.moment(params.momentId))?.value;

describe('PUB-2 a moment that is sent back', () => {
  it('is a draft again, with the comments, and tested still: its content is the same', async () => {
    const tested = await testedMoment(world);
    const before = await headOf(tested);
    const { headers } = await succeed(world, exportToPublisher, sent(tested, undefined, designer));
    const exported = { ...tested, etag: headers['etag'] ?? '' };
    await succeed(world, sendBack, sent(exported, { comments }));
    const after = await headOf(tested);
    expect(after).toMatchObject({ state: 'draft', verdicts: before?.verdicts, revision: before?.revision });
    expect(after?.review).toMatchObject({ comments, by: hsaIdOf('publisher') });
    expect(after?.exportedBy).toBeUndefined();
  });

  it('can be exported again as it is, and then lies with the publisher without the comments', async () => {
    const moment = await returned();
    expect(await outcomeOf(world, exportToPublisher, sent(moment, undefined, designer))).toBe('201');
    const head = await headOf(moment);
    expect(head).toMatchObject({ state: 'exported', exportedBy: hsaIdOf('designer') });
    expect(head?.review).toBeUndefined();
  });

  it('must be tested anew once it is saved (PUB-1)', async () => {
    const moment = await returned();
    const { headers } = await succeed(world, saveDraft, sent(moment, { content: reworded }, designer));
    const saved = { ...moment, etag: headers['etag'] ?? '' };
    expect(await outcomeOf(world, exportToPublisher, sent(saved, undefined, designer))).toBe(
      '409 verdicts-missing',
    );
    expect((await headOf(moment))?.review?.comments).toEqual(comments);
  });

  it('is not published', async () => {
    expect(await outcomeOf(world, publishVersion, sent(await returned(), {}))).toBe(
      '409 moment-not-exported',
    );
  });

  it('must lie with the publisher, and be what the publisher has read', async () => {
    const draft = await testedMoment(world);
    expect(await outcomeOf(world, sendBack, sent(draft, { comments }))).toBe('409 moment-not-exported');
    const moment = await exportedMoment(world);
    const stale = { ...moment, etag: '"1"' };
    expect(await outcomeOf(world, sendBack, sent(stale, { comments }))).toBe('412 version-mismatch');
    expect((await headOf(moment))?.state).toBe('exported');
  });

  it.each([
    ['no comments', []],
    ['more than fifty', Array.from({ length: 51 }, () => ({ text: 'Nej' }))],
    ['an empty one', [{ text: '  ' }]],
    ['one that turns the reading direction', [{ text: 'a\u202eb' }]],
    ['a pointer with a control character', [{ text: 'Nej', pointer: '/a\0b' }]],
  ])('needs comments that can be read: not %s', async (_, given) => {
    const moment = await exportedMoment(world);
    expect(await outcomeOf(world, sendBack, sent(moment, { comments: given }))).toBe('400 validation-failed');
  });

  it('either published or sent back, by whoever is first', async () => {
    const moment = await exportedMoment(world);
    const outcomes = await Promise.all([
      outcomeOf(world, publishVersion, sent(moment, {})),
      outcomeOf(world, sendBack, sent(moment, { comments })),
    ]);
    expect(outcomes.filter((one) => one === '201')).toHaveLength(1);
    expect((await headOf(moment))?.state).toBe('draft');
    const isPublished =
      (await world.runtime.stores.moments.version(moment.params.momentId, '1.0')) !== undefined;
    expect((await headOf(moment))?.review === undefined).toBe(isPublished);
  });
});

describe('PUB-2 a moment that its designer recalls before it is published', () => {
  it('is a draft again, tested still, and can be edited, exported and published', async () => {
    const moment = await exportedMoment(world);
    const before = await headOf(moment);
    expect(await outcomeOf(world, recallExport, sent(moment, undefined, publisher))).toBe('404 not-found');
    const { headers } = await succeed(world, recallExport, sent(moment, undefined, designer));
    const back = { ...moment, etag: headers['etag'] ?? '' };
    const after = await headOf(moment);
    expect(after).toMatchObject({ state: 'draft', verdicts: before?.verdicts, revision: before?.revision });
    expect(after?.exportedBy).toBeUndefined();
    expect(await outcomeOf(world, publishVersion, sent(back, {}))).toBe('409 moment-not-exported');
    const again = await succeed(world, exportToPublisher, sent(back, undefined, designer));
    const exported = { ...moment, etag: again.headers['etag'] ?? '' };
    expect(await outcomeOf(world, publishVersion, sent(exported, {}))).toBe('201');
    const { momentId } = moment.params;
    const told = await succeed(world, listMomentEvents, { params: { momentId }, token: publisher });
    expect(rows(told, 'events').map(({ act }) => act)).toEqual([
      ...['published', 'exported', 'export-recalled', 'exported'],
    ]);
  });

  it('is either recalled or published, by whoever is first, and is not recalled thereafter', async () => {
    const moment = await exportedMoment(world);
    const outcomes = await Promise.all([
      outcomeOf(world, recallExport, sent(moment, undefined, designer)),
      outcomeOf(world, publishVersion, sent(moment, {})),
    ]);
    expect(outcomes.filter((one) => one === '201')).toHaveLength(1);
    const head = await world.runtime.stores.moments.moment(moment.params.momentId);
    const now = { ...moment, etag: `"${head?.version}"` };
    expect(await outcomeOf(world, recallExport, sent(now, undefined, designer))).toBe(
      '409 moment-not-exported',
    );
  });
});

describe('PUB-2 the publisher reads what was exported', () => {
  it('by the same routes as its designers', async () => {
    const { params } = await exportedMoment(world);
    const draft = await succeed(world, openDraft, { params, token: publisher });
    expect(draft.body).toMatchObject({ state: 'exported' });
    const module = await succeed(world, openModuleDraft, {
      params: { ...params, moduleId: 'start' },
      token: publisher,
    });
    expect(JSON.stringify(module.body)).toContain('Skattning');
  });

  it('but changes nothing there', async () => {
    const moment = await exportedMoment(world);
    expect(await outcomeOf(world, saveDraft, sent(moment, { content: reworded }))).toBe('404 not-found');
  });
});

describe('PUB-2 PUB-3 PUB-6 a moment’s history', () => {
  const events = async (momentId: string, query: Record<string, string> = {}) =>
    succeed(world, listMomentEvents, { params: { momentId }, query, token: publisher });

  it('tells who did what and when, newest first, with comments and offers', async () => {
    const moment = await returned();
    const { headers } = await succeed(world, exportToPublisher, sent(moment, undefined, designer));
    const exported = { ...moment, etag: headers['etag'] ?? '' };
    const { momentId } = moment.params;
    await succeed(world, publishVersion, sent(exported, { offeredTo: [provider] }));
    const inEntry = async (body: object) => ({
      ...{ params: { momentId }, body, token: publisher },
      headers: await entryTag(world, momentId),
    });
    await succeed(world, setCatalogueState, await inEntry({ state: 'unpublished' }));
    await succeed(world, setCatalogueState, await inEntry({ state: 'published' }));
    await succeed(world, setOffer, await inEntry({ offeredTo: 'everyone' }));
    const told = rows(await events(momentId), 'events');
    const [by, who] = [hsaIdOf('designer'), hsaIdOf('publisher')];
    const at = expect.any(String);
    expect(told).toEqual([
      { act: 'offered', by: who, at, offeredTo: 'everyone' },
      { act: 'republished', by: who, at },
      { act: 'unpublished', by: who, at },
      { act: 'published', by: who, at, momentVersion: '1.0', offeredTo: [provider] },
      { act: 'exported', by, at },
      { act: 'sent-back', by: who, at, comments },
      { act: 'exported', by, at },
    ]);
  });

  it('comes a page at a time', async () => {
    const momentId = await publishedMoment(world);
    const first = await events(momentId, { limit: '1' });
    const second = await events(momentId, { limit: '1', cursor: String(first.body['next']) });
    expect([first, second].flatMap((page) => rows(page, 'events')).map(({ act }) => act)).toEqual([
      'published',
      'exported',
    ]);
  });

  it('is told to nobody at another provider (ORG-1)', async () => {
    const momentId = await publishedMoment(world);
    const token = await loginElsewhere('careProviderAdmin');
    expect(await outcomeOf(world, listMomentEvents, { params: { momentId }, token })).toBe('404 not-found');
  });

  it('is not told of a draft that has been deleted', async () => {
    const { params } = await testedMoment(world);
    const stored = await world.runtime.stores.moments.moment(params.momentId);
    if (!stored) throw new Error('no moment');
    await world.have(entities.moment, { ...stored.value, state: 'deleted' }, stored.version + 1);
    expect(await outcomeOf(world, listMomentEvents, { params, token: publisher })).toBe('404 not-found');
  });
});
