import { beforeAll, describe, expect, it } from 'vitest';
import { copyStep } from '../../../functions/authoring/modules/copy-step.ts';
import { moveStep } from '../../../functions/authoring/modules/move-step.ts';
import { saveStep } from '../../../functions/authoring/modules/save-step.ts';
import { calendarSample, tabSample } from '../../../shared/domain/form/form-samples.ts';
import { type Desk, fullDesk, says } from '../../support/editing.ts';
import { seedPeople } from '../../support/people.ts';
import { announce, uploaded } from '../../support/upload.ts';
import { type Received, World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

/** What a request wrote to the table of moments. */
const writes = ({ calls }: Received) =>
  calls
    .filter(({ command }) => command === 'TransactWriteItemsCommand')
    .flatMap(({ uses }) => uses)
    .filter(({ table }) => table === 'moments')
    .map(({ action }) => action)
    .toSorted();

const stepIds = async (desk: Desk, moduleId: string) =>
  (await desk.module(moduleId)).sections.map(({ steps }) => steps.map(({ stepId }) => stepId));

describe('AUT-2 AUT-7 saving a step', () => {
  it('keeps its text to the letter: headings, lists, links, emoji, Swedish letters', async () => {
    const desk = await fullDesk(world);
    const content = {
      title: 'Åka, äta, öva 🌱',
      blocks: [
        { type: 'heading', level: 3, text: 'Övning på ö 👩‍⚕️' },
        { type: 'list', ordered: true, items: [[{ text: 'Ät' }], [{ text: 'Öva', strong: true }]] },
        { type: 'paragraph', text: [{ text: 'Å' }, { text: ' se ', href: 'https://www.1177.se/' }] },
      ],
    };
    await desk.step('start', 'start-why', content);
    const [section] = (await desk.module('start')).sections;
    expect(section?.steps[0]).toEqual({ stepId: 'start-why', ...content });
  });

  it('writes that step: its text, its module, what the module was, and the head', async () => {
    const desk = await fullDesk(world);
    const received = await desk.step('start', 'start-why', says('nytt'));
    expect(writes(received)).toEqual(['PutItem', 'PutItem', 'PutItem', 'UpdateItem']);
    const again = await desk.step('start', 'start-why', { ...says('nytt'), at: 1 });
    // What it says is there already.
    expect(writes(again)).toEqual(['PutItem', 'PutItem', 'UpdateItem']);
  });

  it('gives the module’s next ETag, with which the next save is made', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('start');
    const edit = { params: { moduleId: 'start', stepId: 'start-why' }, body: says('först') };
    const { headers, body } = await desk.do(saveStep, { ...edit, etag });
    expect(body['parts']).toEqual([{ kind: 'module', moduleId: 'start', etag: headers['etag'] }]);
    expect((await desk.try(saveStep, { ...edit, etag })).body.code).toBe('version-mismatch');
    await desk.do(saveStep, { ...edit, etag: headers['etag'] ?? '' });
  });

  it('puts a new step where it is told', async () => {
    const desk = await fullDesk(world);
    await desk.step('start', 'ny', { ...says('nytt'), sectionId: 'start-mood', at: 1 });
    expect(await stepIds(desk, 'start')).toEqual([['start-why', 'ny', 'start-form']]);
  });

  it('refuses a new step without a section, or with one that is not there', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('start');
    const trying = (body: object) =>
      desk.try(saveStep, { params: { moduleId: 'start', stepId: 'ny' }, body, etag });
    for (const body of [says('nytt'), { ...says('nytt'), sectionId: 'finns-inte' }])
      expect(await trying(body)).toMatchObject({
        status: 400,
        body: { code: 'validation-failed', errors: [{ pointer: '/body/sectionId' }] },
      });
  });

  it('is of a module that is there', async () => {
    const desk = await fullDesk(world);
    const params = { moduleId: 'finns-inte', stepId: 's' };
    for (const blocks of [[], [{ type: 'form', formId: 'phq-9' }]])
      expect(await desk.try(saveStep, { params, body: { title: 'T', blocks }, etag: '"1"' })).toMatchObject({
        status: 404,
      });
  });

  it('asks which version was read', async () => {
    const desk = await fullDesk(world);
    const params = { moduleId: 'start', stepId: 'start-why' };
    expect((await desk.try(saveStep, { params, body: says('nytt') })).status).toBe(428);
  });
});

describe('AUT-2 MED-4 media in a step', () => {
  const image = (mediaId: string) => ({
    title: 'Bild',
    blocks: [{ type: 'image', mediaId, alternativeText: 'En stig' }],
  });

  it('are linked to once they are uploaded and found good, not before', async () => {
    const desk = await fullDesk(world);
    const waiting = await announce(world, desk.momentId);
    await desk.step('start', 'start-why', image(waiting.params.mediaId));
    expect((await desk.module('start')).media).toEqual([]);
    const { params } = await uploaded(world, desk.momentId);
    await desk.step('start', 'start-why', image(params.mediaId));
    const { media } = await desk.module('start');
    expect(media).toMatchObject([
      { mediaId: params.mediaId, kind: 'image', fileName: 'bild.png', contentType: 'image/png' },
    ]);
    const fetched = await fetch(media[0]?.url ?? '');
    expect(fetched.headers.get('content-type')).toBe('image/png');
  });

  it('must be the moment’s own', async () => {
    const [desk, other] = [await fullDesk(world), await fullDesk(world)];
    const { params } = await announce(world, other.momentId);
    const { etag } = await desk.module('start');
    const before = await desk.kept();
    const refused = await desk.try(saveStep, {
      params: { moduleId: 'start', stepId: 'start-why' },
      body: image(params.mediaId),
      etag,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'media-unknown' } });
    expect(await desk.kept()).toEqual(before);
  });
});

describe('AUT-5 a step that shows a form', () => {
  it('is warned of at once where another module shares its answers, and not where it is the only one', async () => {
    const desk = await fullDesk(world);
    const showing = { title: 'Skattning', blocks: [{ type: 'form', formId: 'phq-9' }] };
    const shared = await desk.step('start', 'start-form', showing);
    expect(shared.body['warnings']).toEqual([
      { code: 'form-shared', formId: 'phq-9', modules: ['start', 'follow-up'] },
    ]);
    await desk.step('follow-up', 'follow-up-form', says('inget formulär'));
    const alone = await desk.step('start', 'start-form', showing);
    expect(alone.body['warnings']).toEqual([]);
    expect((await desk.draft()).warnings).toEqual([]);
  });

  it.each([tabSample, calendarSample])(
    'is not warned of where the form, $kind, keeps an answer for each time',
    async (form) => {
      const desk = await fullDesk(world);
      await desk.newForm(form);
      const showing = { title: 'Varje gång', blocks: [{ type: 'form', formId: form.formId }] };
      for (const [moduleId, stepId] of [
        ['start', 'start-form'],
        ['follow-up', 'follow-up-form'],
      ] as const)
        expect((await desk.step(moduleId, stepId, showing)).body['warnings']).toEqual([]);
      expect((await desk.draft()).warnings).toEqual([]);
    },
  );
});

describe('AUT-1 AUT-7 moving and copying a step', () => {
  const moving = async (desk: Desk, more: object = {}) => {
    const { modules } = await desk.draft();
    const etagOf = (id: string) => modules.find(({ moduleId }) => moduleId === id)?.etag ?? '';
    const to = { moduleId: 'follow-up', sectionId: 'follow-up-mood', at: 0 };
    const body = { from: 'start', stepId: 'start-why', to, toEtag: etagOf('follow-up'), ...more };
    return { body, etag: etagOf('start') };
  };

  it('takes it out of one module and into the other in one save', async () => {
    const desk = await fullDesk(world);
    const before = await desk.module('start');
    const { body } = await desk.do(moveStep, await moving(desk));
    expect(await stepIds(desk, 'start')).toEqual([['start-form']]);
    expect(await stepIds(desk, 'follow-up')).toEqual([['start-why', 'follow-up-form']]);
    const [section] = (await desk.module('follow-up')).sections;
    expect(section?.steps[0]).toEqual(before.sections[0]?.steps[0]);
    const { modules } = await desk.draft();
    expect(body['parts']).toEqual(modules.map(({ moduleId, etag }) => ({ kind: 'module', moduleId, etag })));
  });

  it('moves within a module too', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('start');
    const to = { moduleId: 'start', sectionId: 'start-mood' };
    await desk.do(moveStep, await moving(desk, { to, toEtag: etag }));
    expect(await stepIds(desk, 'start')).toEqual([['start-form', 'start-why']]);
  });

  it('is refused where either module has been saved since', async () => {
    const desk = await fullDesk(world);
    const read = await moving(desk);
    await desk.step('follow-up', 'follow-up-form', says('hann före'));
    expect((await desk.try(moveStep, read)).body.code).toBe('version-mismatch');
    const again = await moving(desk);
    await desk.step('start', 'start-form', says('hann före'));
    expect((await desk.try(moveStep, again)).body.code).toBe('version-mismatch');
    expect(await stepIds(desk, 'start')).toEqual([['start-why', 'start-form']]);
  });

  it.each([
    ['a step that is not there', { stepId: 'finns-inte' }, '/body/stepId'],
    [
      'a section that is not there',
      { to: { moduleId: 'follow-up', sectionId: 'finns-inte' } },
      '/body/to/sectionId',
    ],
  ])('is refused of %s', async (_, more, pointer) => {
    const desk = await fullDesk(world);
    const refused = await desk.try(moveStep, await moving(desk, more));
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('tells of a form that modules come to share, and of none when they no longer do', async () => {
    const desk = await fullDesk(world);
    const { body } = await desk.do(moveStep, await moving(desk, { stepId: 'start-form' }));
    expect(body['warnings']).toEqual([]);
  });

  it('leaves a copy that says the same under its own id', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('follow-up');
    const to = { moduleId: 'follow-up', sectionId: 'follow-up-mood' };
    const body = { from: 'start', stepId: 'start-why', newStepId: 'kopia', to };
    const received = await desk.do(copyStep, { body, etag });
    // No text is written: both point at the same.
    expect(writes(received)).toEqual(['PutItem', 'PutItem', 'UpdateItem']);
    const original = (await desk.module('start')).sections[0]?.steps[0];
    const [section] = (await desk.module('follow-up')).sections;
    expect(section?.steps[1]).toEqual({ ...original, stepId: 'kopia' });
  });

  it('changes one of the two afterwards, not both', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('follow-up');
    const to = { moduleId: 'follow-up', sectionId: 'follow-up-mood' };
    await desk.do(copyStep, {
      body: { from: 'start', stepId: 'start-why', newStepId: 'kopia', to },
      etag,
    });
    const before = (await desk.module('start')).sections;
    await desk.step('follow-up', 'kopia', says('bara kopian'));
    expect((await desk.module('start')).sections).toEqual(before);
  });

  it('refuses a copy an id that any step of the moment has', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.module('follow-up');
    const to = { moduleId: 'follow-up', sectionId: 'follow-up-mood' };
    const body = { from: 'start', stepId: 'start-why', newStepId: 'start-form', to };
    expect(await desk.try(copyStep, { body, etag })).toMatchObject({
      status: 409,
      body: { code: 'already-exists', errors: [{ pointer: '/body/newStepId' }] },
    });
  });

  it('refuses to move a step to a module that has one with its id', async () => {
    const desk = await fullDesk(world);
    await desk.step('follow-up', 'start-why', { ...says('samma id'), sectionId: 'follow-up-mood' });
    expect((await desk.try(moveStep, await moving(desk))).body.code).toBe('already-exists');
  });
});
