import { beforeAll, describe, expect, it } from 'vitest';
import { compareDraft } from '../../../functions/authoring/moments/compare-draft.ts';
import { draftFromVersion } from '../../../functions/authoring/moments/draft-from-version.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { Desk, says } from '../../support/editing.ts';
import { login, loginResident, seedPeople, units } from '../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  publishedMoment,
  publishedWith,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { World } from '../../support/world.ts';
import { entryOf, restructured, reworded, withVersion } from './catalogue-world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
});

/** Version 1.0 runs for a resident, and 2.0 is out. */
const twoMajors = async () => {
  const momentId = await publishedMoment(world);
  await activatedOn(world, momentId);
  const { instanceId } = await startedInstance(world, momentId);
  await publishedWith(world, momentId, restructured);
  return { momentId, instanceId, desk: new Desk(world, momentId, await login('designer')) };
};

/** As version 2.0 of it, a moment as large as there may be; gives its modules. */
const havingLarge = async (momentId: string): Promise<string[]> => {
  const moduleIds = Array.from({ length: 50 }, (_, at) => `stor-${at}`);
  const entry = await entryOf(world, momentId);
  const versions = ['2.0', '1.0'];
  await world.have(entities.catalogueEntry, { ...entry, versions, latest: '2.0' }, 2);
  await withVersion(world, entry, '2.0', {
    modules: moduleIds.map((moduleId) => ({
      moduleId,
      title: 'Modul',
      structure: 's',
      wording: 'w',
      places: [],
    })),
  });
  for (const moduleId of moduleIds)
    await world.have(entities.publishedModule, {
      ...{ momentId, momentVersion: '2.0' },
      module: { moduleId, title: 'Modul', sections: [] },
      openedByPractitioner: false,
    });
  return moduleIds;
};

const openFrom = async (desk: Desk, momentVersion: string, more: object = {}) =>
  desk.try(draftFromVersion, {
    body: { momentVersion, ...more },
    etag: (await desk.draft()).headEtag,
  });
const orderIn = async (desk: Desk) => (await desk.draft()).outline.moduleIds;

describe('AUT-8 PUB-5 PUB-6 PUB-7 a mistake in a major that runs', () => {
  it('is mended after 2.0, and where the major is inactivated', async () => {
    const { momentId, instanceId, desk } = await twoMajors();
    await succeed(world, inactivateMoment, {
      ...{ params: { unitId: units.care }, body: { momentId, major: 1 } },
      token: await login('careProviderAdmin'),
    });
    expect((await openFrom(desk, '1.0')).body).toMatchObject({ left: 0 });
    expect(await publishedWith(world, momentId, reworded)).toBe('1.1');
    const entry = await entryOf(world, momentId);
    expect(entry).toMatchObject({ latest: '2.0', versions: ['2.0', '1.1'], title: restructured.title });
    await succeed(world, activateMinor, {
      params: { unitId: units.care, momentId, major: '1' },
      body: { minor: 1 },
      token: await login('careProviderAdmin'),
      headers: { 'If-Match': '"2"' },
    });
    const shown = await succeed(world, openMyInstance, {
      ...{ params: { instanceId }, token: await loginResident('approved') },
    });
    expect(shown.body).toMatchObject({ momentVersion: '1.1', welcome: reworded.welcome });
  });

  it('becomes the next free major where more than words is changed', async () => {
    const { momentId, desk } = await twoMajors();
    await openFrom(desk, '1.0');
    await desk.step('start', 'nytt', { ...says('mer'), sectionId: 'start-mood' });
    const compared = await desk.do(compareDraft);
    expect(compared.body).toMatchObject({ latest: '2.0', basis: '1.0', nextVersion: '3.0' });
    const { items } = await world.runtime.stores.moments.publications(momentId, {
      ...{ limit: 1, cursor: undefined },
    });
    expect(items[0]?.value).toMatchObject({ momentVersion: '2.0', basis: '1.0' });
  });

  it('is mended from the latest minor of its major alone', async () => {
    const { momentId, desk } = await twoMajors();
    await openFrom(desk, '1.0');
    await publishedWith(world, momentId, reworded);
    expect((await openFrom(desk, '1.0')).body.code).toBe('version-followed');
    expect((await openFrom(desk, '3.0')).status).toBe(404);
    expect((await openFrom(desk, '1.1')).status).toBe(201);
  });
});

describe('AUT-7 AUT-8 a draft that goes on from another version', () => {
  it('says what that version says, and no more', async () => {
    const { desk } = await twoMajors();
    expect(await orderIn(desk)).toEqual(['follow-up', 'start']);
    await openFrom(desk, '1.0');
    expect(await orderIn(desk)).toEqual(['start', 'follow-up']);
    expect(await desk.draft()).toMatchObject({ basis: '1.0', latest: '2.0' });
    expect((await desk.do(compareDraft)).body['differences']).toEqual([]);
    for (const { moduleId, sections } of moodProgramme.modules)
      expect((await desk.module(moduleId)).sections).toEqual(sections);
  });

  it('puts away what was never published only where that is said, and can be undone', async () => {
    const { desk } = await twoMajors();
    await desk.step('start', 'start-why', says('ett års arbete'));
    await desk.newForm({ ...reworded.forms[0], formId: 'nytt' } as { formId: string });
    const before = await desk.kept();
    expect((await openFrom(desk, '1.0')).body.code).toBe('draft-unpublished');
    expect(await desk.kept()).toEqual(before);
    const { body } = await openFrom(desk, '1.0', { discard: true });
    expect((await desk.draft()).forms).toHaveLength(1);
    await desk.do(undoSave, { body: { saveId: body['saveId'] } });
    expect(await desk.draft()).toMatchObject({ basis: '2.0', forms: [{}, {}] });
    expect(JSON.stringify(await desk.module('start'))).toContain('ett års arbete');
    expect(await orderIn(desk)).toEqual(['follow-up', 'start']);
  });

  it('is not brought back to a version that has been followed since', async () => {
    const { momentId, desk } = await twoMajors();
    const away = await openFrom(desk, '1.0');
    await openFrom(desk, '2.0');
    await publishedWith(world, momentId, { ...restructured, welcome: 'Hej!' });
    await openFrom(desk, '1.0');
    const undone = await desk.try(undoSave, { body: { saveId: away.body['saveId'] } });
    expect(undone).toMatchObject({ status: 409, body: { code: 'version-followed' } });
  });

  it('comes in several pieces where it is large, whole in the end, and never names a module that is not there', async () => {
    const momentId = await publishedMoment(world);
    const desk = new Desk(world, momentId, await login('designer'));
    const moduleIds = await havingLarge(momentId);
    let left = 1;
    for (let sent = 0; left > 0 && sent < 5; sent += 1) {
      const { body } = await openFrom(desk, '2.0', { discard: true });
      left = Number(body['left']);
      const { outline, modules } = await desk.draft();
      const there = modules.map(({ moduleId }) => moduleId);
      expect(there).toEqual(expect.arrayContaining(outline.moduleIds));
    }
    const { basis, outline, modules, forms } = await desk.draft();
    expect([basis, forms, outline.moduleIds]).toEqual(['2.0', [], moduleIds]);
    expect(modules.map(({ moduleId }) => moduleId).toSorted()).toEqual(moduleIds.toSorted());
  });
});
