import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteForm } from '../../../functions/authoring/forms/delete-form.ts';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { addModule } from '../../../functions/authoring/modules/add-module.ts';
import { deleteModule } from '../../../functions/authoring/modules/delete-module.ts';
import { moveStep } from '../../../functions/authoring/modules/move-step.ts';
import { saveModule } from '../../../functions/authoring/modules/save-module.ts';
import { listSaves } from '../../../functions/authoring/moments/list-saves.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { saveOutline } from '../../../functions/authoring/moments/save-outline.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { type Desk, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { hsaIdOf, seedPeople } from '../../support/people.ts';
import { runs } from '../../support/property-runs.ts';
import { announce } from '../../support/upload.ts';
import { type Received, rows, World } from '../../support/world.ts';
import { aMedia } from '../../unit/domain/media/media-examples.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const undone = (desk: Desk, { body }: Received) => desk.try(undoSave, { body: { saveId: body['saveId'] } });

/** All that a draft says, and where; without versions and what counts changes. */
const content = async (desk: Desk) => {
  const { outline, modules, forms } = await desk.draft();
  const { etag: _, ...said } = outline;
  return {
    said,
    modules: await Promise.all(
      modules.map(async ({ moduleId }) => {
        const { title, sections } = await desk.module(moduleId);
        return { moduleId, title, sections };
      }),
    ),
    forms: await Promise.all(forms.map(async ({ formId }) => (await desk.form(formId)).form)),
  };
};

describe('AUT-7 the saves of a draft', () => {
  it('are listed newest first: when, by whom, what was done to which part', async () => {
    const desk = await fullDesk(world);
    await desk.step('start', 'start-why', says('nytt'));
    await desk.newForm({ ...phq9, formId: 'phq-9b' });
    const saves = rows(await desk.do(listSaves), 'saves');
    expect(saves.slice(0, 2)).toMatchObject([
      { act: 'form-saved', by: hsaIdOf('designer'), part: { kind: 'form', formId: 'phq-9b' } },
      { act: 'step-saved', by: hsaIdOf('designer'), part: { kind: 'module', moduleId: 'start' } },
    ]);
    expect(saves.slice(2).map(({ act }) => act)).toEqual(saves.slice(2).map(() => 'draft-replaced'));
    expect(saves[0]).not.toHaveProperty('part.before');
  });

  it('are listed page by page', async () => {
    const desk = await fullDesk(world);
    const whole = rows(await desk.do(listSaves), 'saves');
    const first = await desk.do(listSaves, { query: { limit: '3' } });
    const second = await desk.do(listSaves, {
      query: { limit: '3', cursor: String(first.body['next']) },
    });
    expect([...rows(first, 'saves'), ...rows(second, 'saves')]).toEqual(whole);
  });
});

/** One of everything that can be saved, as somebody at the desk would do it. */
const acts: Record<string, (desk: Desk) => Promise<Received>> = {
  'a step': (desk) => desk.step('start', 'start-form', says('ändrat')),
  'a new step': (desk) => desk.step('start', 'ny', { ...says('nytt'), sectionId: 'start-mood' }),
  'a module': async (desk) =>
    desk.do(saveModule, {
      params: { moduleId: 'start' },
      body: {
        ...{ title: 'Tomt', sections: [] },
        removed: { sectionIds: ['start-mood'], stepIds: ['start-why', 'start-form'] },
      },
      etag: (await desk.module('start')).etag,
    }),
  'the outline': async (desk) => {
    const { etag, ...outline } = (await desk.draft()).outline;
    return desk.do(saveOutline, { body: { ...outline, title: 'Annan', kind: 'course' }, etag });
  },
  'a new module': async (desk) =>
    desk.do(addModule, {
      body: { title: 'Ny', copyOf: 'start' },
      etag: (await desk.draft()).outline.etag,
    }),
  'a deleted module': async (desk) =>
    desk.do(deleteModule, { params: { moduleId: 'start' }, etag: (await desk.module('start')).etag }),
  'a moved step': async (desk) =>
    desk.do(moveStep, {
      body: {
        ...{ from: 'start', stepId: 'start-why' },
        to: { moduleId: 'follow-up', sectionId: 'follow-up-mood' },
        toEtag: (await desk.module('follow-up')).etag,
      },
      etag: (await desk.module('start')).etag,
    }),
  'a form': async (desk) =>
    desk.do(saveForm, {
      params: { formId: 'phq-9' },
      body: { form: { ...phq9, title: 'Ändrat' } },
      etag: (await desk.form('phq-9')).etag,
    }),
  'a new form': (desk) => desk.newForm({ ...phq9, formId: 'phq-9b' }),
};

describe('AUT-7 undoing a save', () => {
  it.each(Object.entries(acts))(
    'of %s puts back all it changed, and undoing that brings it again',
    async (_, act) => {
      const desk = await fullDesk(world);
      const before = await content(desk);
      const saved = await act(desk);
      const after = await content(desk);
      expect(after).not.toEqual(before);
      const back = await undone(desk, saved);
      expect(back.status).toBe(201);
      expect(await content(desk)).toEqual(before);
      expect((await undone(desk, back)).status).toBe(201);
      expect(await content(desk)).toEqual(after);
    },
  );

  it('in the reverse order of any saves leads back to the beginning', async () => {
    // Whoever empties or deletes the module leaves no step to work on.
    const { 'a module': _, 'a deleted module': __, ...rest } = acts;
    const orders = fc.shuffledSubarray(Object.values(rest), { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        const desk = await fullDesk(world);
        const before = await content(desk);
        const saves: Received[] = [];
        for (const act of order) saves.push(await act(desk));
        for (const save of saves.toReversed()) expect((await undone(desk, save)).status).toBe(201);
        expect(await content(desk)).toEqual(before);
      }),
      { numRuns: runs(8) },
    );
  });

  it('is refused where a part has been saved since, with which', async () => {
    const desk = await fullDesk(world);
    const first = await desk.step('start', 'start-why', says('ett'));
    await desk.step('start', 'start-why', says('två'));
    const before = await desk.kept();
    const refused = await undone(desk, first);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'saved-since', errors: [{ pointer: '/modules/start' }] },
    });
    expect(await desk.kept()).toEqual(before);
  });

  it('is refused also where the save comes between the reading and the writing', async () => {
    const desk = await fullDesk(world);
    const first = await desk.step('start', 'start-why', says('ett'));
    const sent = desk.sent({ body: { saveId: first.body['saveId'] } });
    const { body } = await world.call(undoSave, sent, {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await desk.step('start', 'start-why', says('två'));
      },
    });
    expect(body.code).toBe('version-mismatch');
    expect(JSON.stringify(await desk.module('start'))).toContain('två');
  });

  it('twice is refused the second time', async () => {
    const desk = await fullDesk(world);
    const saved = await desk.step('start', 'start-why', says('ett'));
    await undone(desk, saved);
    expect((await undone(desk, saved)).body.code).toBe('saved-since');
  });

  it('hinders nobody in other parts', async () => {
    const desk = await fullDesk(world);
    const saved = await desk.step('start', 'start-why', says('ett'));
    await desk.step('follow-up', 'follow-up-form', says('kvar'));
    expect((await undone(desk, saved)).status).toBe(201);
    expect(JSON.stringify(await desk.module('follow-up'))).toContain('kvar');
  });

  it('of a save there is not is told so', async () => {
    const desk = await fullDesk(world);
    const other = await fullDesk(world);
    const saved = await other.step('start', 'start-why', says('ett'));
    expect((await undone(desk, saved)).status).toBe(404);
  });

  it('does not bring back a file that has been removed (MED-6)', async () => {
    const desk = await fullDesk(world);
    const { params } = await announce(world, desk.momentId);
    const image = { type: 'image', mediaId: params.mediaId, alternativeText: 'A' };
    await desk.step('start', 'start-why', { title: 'Bild', blocks: [image] });
    const without = await desk.step('start', 'start-why', says('ingen bild'));
    await world.lose(entities.media, aMedia(params));
    expect((await undone(desk, without)).body.code).toBe('media-unknown');
  });

  it('of a whole draft brings back everything it replaced', async () => {
    const desk = await emptyDesk(world);
    const empty = await content(desk);
    const saved = await desk.do(saveDraft, {
      ...{ body: { content: moodProgramme }, etag: (await desk.draft()).headEtag },
    });
    await undone(desk, saved);
    expect(await content(desk)).toEqual(empty);
  });

  it('of a form’s deletion is possible though another has been made and deleted in its place', async () => {
    const desk = await emptyDesk(world);
    await desk.newForm(phq9);
    const gone = async () =>
      desk.do(deleteForm, { params: { formId: 'phq-9' }, etag: (await desk.form('phq-9')).etag });
    const first = await gone();
    await desk.newForm({ ...phq9, ...{ title: 'Den andra' } });
    expect((await undone(desk, first)).body.code).toBe('saved-since');
    await gone();
    expect((await undone(desk, first)).status).toBe(201);
    expect((await desk.form('phq-9')).form).toEqual(phq9);
  });
});
