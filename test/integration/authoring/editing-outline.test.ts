import { beforeAll, describe, expect, it } from 'vitest';
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

describe('AUT-1 AUT-4 a draft that is opened', () => {
  it('tells its outline and where everything is, each part with its ETag, and nothing of what is said', async () => {
    const desk = await fullDesk(world);
    const draft = await desk.draft();
    const { title, kind, welcome, functions } = moodProgramme;
    expect(draft).toMatchObject({
      ...{ unitId: units.publisher, state: 'draft', revision: 1, verdicts: {} },
      outline: {
        title,
        kind,
        welcome,
        functions,
        open: false,
        openedByPractitioner: [],
        moduleIds: ['start', 'follow-up'],
      },
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
      openedByPractitioner: ['follow-up'],
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
