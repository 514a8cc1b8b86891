import { beforeAll, describe, expect, it } from 'vitest';
import { addModule } from '../../../functions/authoring/modules/add-module.ts';
import { deleteModule } from '../../../functions/authoring/modules/delete-module.ts';
import { openModuleDraft } from '../../../functions/authoring/modules/open-module-draft.ts';
import { saveModule } from '../../../functions/authoring/modules/save-module.ts';
import { listMoments } from '../../../functions/authoring/moments/list-moments.ts';
import { saveOutline } from '../../../functions/authoring/moments/save-outline.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { usualFunctions } from '../../../shared/domain/content/moment-functions.ts';
import { type Desk, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { login, seedPeople, units } from '../../support/people.ts';
import { rows, World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const added = async (desk: Desk, body: object) =>
  desk.do(addModule, { body, etag: (await desk.draft()).outline.etag });

describe('AUT-1 AUT-4 a draft that is opened', () => {
  it('tells its outline and where everything is, each part with its ETag, and nothing of what is said', async () => {
    const desk = await fullDesk(world);
    const draft = await desk.draft();
    const { title, kind, welcome, functions } = moodProgramme;
    expect(draft).toMatchObject({
      ...{ unitId: units.publisher, state: 'draft', revision: 1, verdicts: {} },
      outline: { title, kind, welcome, functions, open: false, moduleIds: ['start', 'follow-up'] },
      forms: [{ formId: 'phq-9', kind: 'ordinary' }],
      warnings: [{ code: 'form-shared', formId: 'phq-9', modules: ['start', 'follow-up'] }],
    });
    expect(draft.modules.map(({ moduleId }) => moduleId)).toEqual(['start', 'follow-up']);
    expect(draft.modules[0]?.sections[0]?.steps.map(({ stepId }) => stepId)).toEqual([
      'start-why',
      'start-form',
    ]);
    expect(JSON.stringify(draft)).not.toContain('Först en skattning');
    const { etag } = await desk.module('start');
    expect(draft.modules[0]?.etag).toBe(etag);
    expect(draft.forms[0]).toMatchObject({
      etag: (await desk.form('phq-9')).etag,
      formVersion: (await desk.form('phq-9')).version,
    });
  });

  it('is found among the moments of its unit, by designer, publisher and practitioner there', async () => {
    const desk = await emptyDesk(world);
    for (const who of ['designer', 'publisher', 'practitioner'] as const) {
      const { status, ...received } = await world.call(listMoments, {
        params: { unitId: units.publisher },
        query: { limit: '100' },
        token: await login(who),
      });
      expect(status).toBe(200);
      expect(rows({ status, ...received }, 'moments')).toContainEqual({
        ...{ momentId: desk.momentId, title: 'Nytt', kind: 'treatment', state: 'draft', verdicts: {} },
      });
    }
  });

  it('is listed page by page, none twice and none left out', async () => {
    const made = [await emptyDesk(world), await emptyDesk(world), await emptyDesk(world)];
    const ids: unknown[] = [];
    let cursor: unknown;
    do {
      const received = await world.call(listMoments, {
        params: { unitId: units.publisher },
        query: { limit: '2', ...(typeof cursor === 'string' ? { cursor } : {}) },
        token: await login('designer'),
      });
      ids.push(...rows(received, 'moments').map(({ momentId }) => momentId));
      cursor = received.body['next'];
    } while (cursor !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { momentId } of made) expect(ids).toContain(momentId);
  });
});

describe('AUT-1 AUT-4 saving the outline', () => {
  const outlined = async (desk: Desk) => {
    const { etag, ...outline } = (await desk.draft()).outline;
    return { etag, outline };
  };

  it('keeps title, kind, welcome, functions and the order of modules', async () => {
    const desk = await fullDesk(world);
    const { etag } = await outlined(desk);
    const body = {
      ...{ title: 'Ny titel 🌻', kind: 'course', welcome: 'Å\n\nä', open: true },
      functions: { ...usualFunctions, planning: true },
      moduleIds: ['follow-up', 'start'],
    };
    const { headers } = await desk.do(saveOutline, { body, etag });
    const { outline, modules } = await desk.draft();
    expect(outline).toEqual({ ...body, etag: headers['etag'] });
    expect(modules.map(({ moduleId }) => moduleId)).toEqual(['follow-up', 'start']);
  });

  it('shows the new title in the list of moments', async () => {
    const desk = await fullDesk(world);
    const { outline, etag } = await outlined(desk);
    await desk.do(saveOutline, { body: { ...outline, title: 'Annan' }, etag });
    const received = await world.call(listMoments, {
      params: { unitId: units.publisher },
      query: { limit: '100' },
      token: await login('designer'),
    });
    const row = rows(received, 'moments').find(({ momentId }) => momentId === desk.momentId);
    expect(row).toMatchObject({ title: 'Annan' });
  });

  it.each([
    ['one too few', ['start'], ['/body/moduleIds']],
    ['one that is not there', ['start', 'follow-up', 'x'], ['/body/moduleIds/2']],
    ['one twice', ['start', 'follow-up', 'start'], ['/body/moduleIds/2']],
    ['none of them', ['x'], ['/body/moduleIds/0', '/body/moduleIds', '/body/moduleIds']],
  ])('refuses modules with %s, and names each fault', async (_, moduleIds, pointers) => {
    const desk = await fullDesk(world);
    const { outline, etag } = await outlined(desk);
    const { status, body } = await desk.try(saveOutline, { body: { ...outline, moduleIds }, etag });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('does not hinder whoever saves a step meanwhile, nor the reverse', async () => {
    const desk = await fullDesk(world);
    const { outline, etag } = await outlined(desk);
    await desk.step('start', 'start-why', says('under tiden'));
    await desk.do(saveOutline, { body: { ...outline, title: 'Under tiden' }, etag });
    expect((await desk.draft()).revision).toBe(3);
  });
});

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
