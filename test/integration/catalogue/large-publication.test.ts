import { beforeAll, describe, expect, it } from 'vitest';
import { keptStep } from '../../../functions/authoring/content-changes.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { setOffer } from '../../../functions/catalogue/publishing/set-offer.ts';
import { problemsOf } from '../../../shared/contract/problems-of.ts';
import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import type { Moment } from '../../../shared/domain/moment/moment.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { hsaIdOf, login, provider, seedPeople, units } from '../../support/people.ts';
import { World } from '../../support/world.ts';
import { outcomeOf } from '../organisation/outcome.ts';
import { entryOf, entryTag } from './catalogue-world.ts';

let world: World;
let token: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  token = await login('publisher');
  for (const hsaId of providers(200))
    await world.have(entities.provider, {
      ...{ hsaId, name: 'Bolaget', kind: 'private', organisationNumber: '5560000167' },
    });
});

const title = 'Tolv olika ord som var och ett hittas när någon letar länge';
const moduleIds = Array.from({ length: 50 }, (_, at) => `module-${at}`);
const providers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => `TST5560000${String(from + at).padStart(3, '0')}-1000`);

const mediaId = (at: number) => `00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`;

const moduleOf = (momentId: string, moduleId: string, at: number) => {
  const kept = keptStep(momentId, {
    stepId: `${moduleId}-step`,
    title: 'Ett steg',
    blocks: [{ type: 'document', mediaId: mediaId(at), title: 'Läs' }],
  });
  const section = { sectionId: `${moduleId}-section`, title: 'Ett avsnitt', steps: [kept.ref] };
  return { moduleId, title: `Modul ${at}`, sections: [section] };
};

/** A moment as large as it can be, as it lies with the publisher. */
const largeMoment = async (): Promise<{ momentId: string; sent: { headers: { 'If-Match': string } } }> => {
  const momentId = crypto.randomUUID();
  const head: Moment = {
    ...{ momentId, unit: units.publisher, provider, unitKind: 'publisher', title, kind: 'course' },
    ...{ state: 'exported', revision: 1, verdicts: {}, exportedBy: hsaIdOf('designer') },
  };
  const outline = {
    title,
    kind: 'course' as const,
    welcome: 'Hej',
    functions: usualFunctions,
    open: false,
    openedByPractitioner: [],
  };
  await world.have(entities.moment, head);
  await world.have(entities.draftOutline, { momentId, outline: { ...outline, moduleIds } });
  for (const [at, moduleId] of moduleIds.entries())
    await world.have(entities.draftModule, { momentId, module: moduleOf(momentId, moduleId, at) });
  return { momentId, sent: { headers: { 'If-Match': '"1"' } } };
};

describe('PUB-2 a moment of fifty modules, with a title of twelve words', () => {
  it('is published with twenty providers in one transaction', async () => {
    const { momentId, sent } = await largeMoment();
    const { status, calls } = await world.call(publishVersion, {
      ...{ params: { momentId }, body: { offeredTo: providers(20) }, token },
      ...sent,
    });
    expect(status).toBe(201);
    expect(calls.filter(({ command }) => command === 'TransactWriteItemsCommand')).toHaveLength(1);
    expect((await entryOf(world, momentId)).words).toHaveLength(12);
    const modules = await world.runtime.stores.moments.publishedModules(momentId, '1.0');
    expect(modules.map(({ module }) => module.moduleId).toSorted()).toEqual(moduleIds.toSorted());
    expect((await world.runtime.stores.moments.publishedMedia(momentId))?.value.mediaIds).toHaveLength(50);
  });

  it('is refused with more than a transaction holds, says how many are too many, and writes nothing', async () => {
    const { momentId, sent } = await largeMoment();
    const before = await world.all('moments');
    const publishing = { params: { momentId }, body: { offeredTo: providers(60) }, token, ...sent };
    const { status, body } = await world.call(publishVersion, publishing);
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'payload-too-large' });
    const [fault] = body.errors ?? [];
    expect(fault?.pointer).toBe('/body/offeredTo');
    expect(await world.all('moments')).toEqual(before);
    const tooMany = Number(/^\d+/.exec(fault?.detail ?? '')?.[0]);
    const fewer = { ...publishing, body: { offeredTo: providers(60 - tooMany) } };
    expect(await outcomeOf(world, publishVersion, fewer)).toBe('201');
  });

  it('is refused where what is published is larger than an item may be, as the contract says, and writes nothing', async () => {
    const { momentId, sent } = await largeMoment();
    const module = moduleOf(momentId, 'module-7', 7);
    const [section] = module.sections;
    const steps = section?.steps.map((step) => ({ ...step, digest: 'a'.repeat(300_000) })) ?? [];
    await world.have(entities.draftModule, {
      momentId,
      module: { ...module, sections: [{ sectionId: 's', title: 'Ett avsnitt', steps }] },
    });
    const before = await world.all('moments');
    const publishing = { params: { momentId }, body: { offeredTo: [] }, token, ...sent };
    const { status, body } = await world.call(publishVersion, publishing);
    expect({ status, code: body.code }).toEqual({ status: 413, code: 'item-too-large' });
    expect(problemsOf(publishVersion.contract)).toContain(body.code);
    expect(await world.all('moments')).toEqual(before);
  });

  it('keeps its steps once, and not with what the next version is compared with (AUT-8)', async () => {
    const { momentId, sent } = await largeMoment();
    await world.call(publishVersion, { params: { momentId }, body: { offeredTo: [] }, token, ...sent });
    const basis = (await world.runtime.stores.moments.draft(momentId))?.basis;
    expect(Object.keys(basis?.value ?? {}).toSorted()).toEqual(['momentId', 'published']);
    expect(JSON.stringify(basis?.value)).not.toContain('module-7-step');
  });

  it('is offered to hundreds in steps (PUB-3)', async () => {
    const { momentId, sent } = await largeMoment();
    const params = { momentId };
    await world.call(publishVersion, { ...{ params, body: {}, token }, ...sent });
    const offer = async (offeredTo: unknown) =>
      outcomeOf(world, setOffer, {
        ...{ params, body: { offeredTo }, token },
        headers: await entryTag(world, momentId),
      });
    expect(await offer(providers(200))).toBe('413 payload-too-large');
    expect((await entryOf(world, momentId)).offeredTo).toEqual([]);
    expect(await offer(providers(90))).toBe('200');
    expect(await offer(providers(180))).toBe('200');
    expect(await offer(providers(200))).toBe('200');
    expect(await offer('everyone')).toBe('413 payload-too-large');
    expect((await entryOf(world, momentId)).offeredTo).toEqual(providers(200));
  });
});
