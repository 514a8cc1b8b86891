import { beforeAll, describe, expect, it } from 'vitest';
import { addModule } from '../../../functions/authoring/modules/add-module.ts';
import { deleteModule } from '../../../functions/authoring/modules/delete-module.ts';
import { openModuleDraft } from '../../../functions/authoring/modules/open-module-draft.ts';
import { saveModule } from '../../../functions/authoring/modules/save-module.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { type Desk, fullDesk, says } from '../../support/editing.ts';
import { seedPeople } from '../../support/people.ts';
import { World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const added = async (desk: Desk, body: object) =>
  desk.do(addModule, { body, etag: (await desk.draft()).outline.etag });

describe('AUT-1 adding a module', () => {
  it('puts it last, or where it is told, with the id it is given or one of its own', async () => {
    const desk = await fullDesk(world);
    const { body } = await added(desk, { title: 'Sist' });
    await added(desk, { moduleId: 'mitt', title: 'Mitt i', at: 1 });
    const { outline, modules } = await desk.draft();
    expect(outline.moduleIds).toEqual(['start', 'mitt', 'follow-up', body['moduleId']]);
    expect(modules.map(({ title }) => title)).toEqual(['Kom igång', 'Mitt i', 'Följ upp', 'Sist']);
  });

  it('copies another: the same words, and no id in common', async () => {
    const desk = await fullDesk(world);
    await added(desk, { moduleId: 'kopia', title: 'En gång till', copyOf: 'start' });
    const [original, copy] = [await desk.module('start'), await desk.module('kopia')];
    const said = ({ sections }: typeof copy) =>
      sections.map(({ title, steps }) => [title, steps.map(({ title: name, blocks }) => [name, blocks])]);
    expect(said(copy)).toEqual(said(original));
    const ids = ({ sections }: typeof copy) =>
      sections.flatMap(({ sectionId, steps }) => [sectionId, ...steps.map(({ stepId }) => stepId)]);
    expect(ids(copy).filter((id) => ids(original).includes(id))).toEqual([]);
    expect(new Set(ids(copy)).size).toBe(3);
  });

  it('tells that a copied form shares its answers (AUT-5)', async () => {
    const desk = await fullDesk(world);
    const { body } = await added(desk, { moduleId: 'kopia', title: 'En gång till', copyOf: 'start' });
    expect(body['warnings']).toEqual([
      { code: 'form-shared', formId: 'phq-9', modules: ['start', 'follow-up', 'kopia'] },
    ]);
  });

  it('refuses an id that is taken, a module to copy that is not there, and one module too many', async () => {
    const desk = await fullDesk(world);
    const { outline } = await desk.draft();
    const trying = (body: object) => desk.try(addModule, { body, etag: outline.etag });
    expect((await trying({ moduleId: 'start', title: 'T' })).body.code).toBe('already-exists');
    expect(await trying({ title: 'T', copyOf: 'finns-inte' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/copyOf' }] },
    });
    const modules = Array.from({ length: 25 }, (_, at) => ({
      ...{ moduleId: `m${at}`, title: 'M', sections: [] },
    }));
    const more = { ...moodProgramme, modules, forms: [] };
    const many = await fullDesk(world, more);
    for (let at = 25; at < 50; at += 1) await added(many, { title: 'M' });
    const last = await many.try(addModule, { body: { title: 'M' }, etag: (await many.draft()).outline.etag });
    expect(last).toMatchObject({ status: 413, body: { code: 'payload-too-large' } });
    expect((await many.draft()).modules).toHaveLength(50);
  });

  it('is done once, however often it is sent', async () => {
    const desk = await fullDesk(world);
    const { outline } = await desk.draft();
    const edit = {
      ...{ body: { title: 'En' }, etag: outline.etag },
      headers: { 'Idempotency-Key': 'one-module-once' },
    };
    const [first, second] = [await desk.do(addModule, edit), await desk.do(addModule, edit)];
    expect(second.body).toEqual(first.body);
    expect((await desk.draft()).modules).toHaveLength(3);
  });
});

describe('AUT-1 AUT-7 arranging a module', () => {
  it('renames and reorders sections, moves steps between them, and deletes what is said to go', async () => {
    const desk = await fullDesk(world);
    await desk.step('start', 'tredje', { ...says('tre'), sectionId: 'start-mood' });
    const { etag } = await desk.module('start');
    await desk.do(saveModule, {
      params: { moduleId: 'start' },
      body: {
        title: 'Omdöpt',
        sections: [
          { sectionId: 'nytt', title: 'Nytt', stepIds: ['tredje'] },
          { sectionId: 'start-mood', title: 'Gammalt', stepIds: ['start-why'] },
        ],
        removed: { stepIds: ['start-form'] },
      },
      etag,
    });
    const { title, sections } = await desk.module('start');
    expect(title).toBe('Omdöpt');
    expect(sections).toMatchObject([
      { sectionId: 'nytt', steps: [{ stepId: 'tredje', ...says('tre') }] },
      { sectionId: 'start-mood', title: 'Gammalt', steps: [{ stepId: 'start-why' }] },
    ]);
  });

  it('deletes nothing that was left out unsaid, and names it', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('start');
    const before = await desk.kept();
    const sections = [{ sectionId: 'start-mood', title: 'Gammalt', stepIds: ['start-why'] }];
    const received = await desk.try(saveModule, {
      ...{ params: { moduleId: 'start' }, body: { title: 'T', sections }, etag },
      headers: { 'Accept-Language': 'sv' },
    });
    expect(received).toMatchObject({
      status: 400,
      body: {
        errors: [
          {
            ...{ pointer: '/body/removed/stepIds', code: 'left-out' },
            detail: 'Steget start-form saknas: skicka med delen, eller ange den här om den ska tas bort',
          },
        ],
      },
    });
    expect(await desk.kept()).toEqual(before);
  });

  it('names every step it does not know, and changes nothing', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('start');
    const before = await desk.kept();
    const { body } = await desk.try(saveModule, {
      params: { moduleId: 'start' },
      body: { title: 'T', sections: [{ sectionId: 's', title: 'S', stepIds: ['x', 'follow-up-form'] }] },
      etag,
    });
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/body/sections/0/stepIds/0',
      '/body/sections/0/stepIds/1',
    ]);
    expect(await desk.kept()).toEqual(before);
  });
});

describe('AUT-1 AUT-7 deleting a module', () => {
  const gone = async (desk: Desk, moduleId: string) =>
    desk.do(deleteModule, { params: { moduleId }, etag: (await desk.module(moduleId)).etag });

  it('takes it out of the outline, and leaves its forms', async () => {
    const desk = await fullDesk(world);
    const { body } = await gone(desk, 'start');
    const draft = await desk.draft();
    expect(draft.outline.moduleIds).toEqual(['follow-up']);
    expect(draft.modules.map(({ moduleId }) => moduleId)).toEqual(['follow-up']);
    expect(draft.forms).toHaveLength(1);
    expect(body['parts']).toEqual([
      { kind: 'outline', etag: draft.outline.etag },
      { kind: 'module', moduleId: 'start' },
    ]);
    expect((await desk.try(openModuleDraft, { params: { moduleId: 'start' } })).status).toBe(404);
  });

  it('is refused where somebody has saved a step in it', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('start');
    await desk.step('start', 'start-why', says('hann före'));
    const refused = await desk.try(deleteModule, { params: { moduleId: 'start' }, etag });
    expect(refused.body.code).toBe('version-mismatch');
  });

  it('leaves no ETag that fits a later module of the same id', async () => {
    const desk = await fullDesk(world);
    const { etag: old } = await desk.module('start');
    await gone(desk, 'start');
    await added(desk, { moduleId: 'start', title: 'En annan' });
    const late = await desk.try(saveModule, {
      params: { moduleId: 'start' },
      body: { title: 'För sent', sections: [] },
      etag: old,
    });
    expect(late.body.code).toBe('version-mismatch');
  });
});
