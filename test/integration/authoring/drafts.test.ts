import { beforeAll, describe, expect, it } from 'vitest';
import { createMoment } from '../../../functions/authoring/moments/create-moment.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { recordVerdict } from '../../../functions/authoring/tests/record-verdict.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { Desk, emptyDesk, fullDesk } from '../../support/editing.ts';
import { aUnit, given, login, seedPeople, units } from '../../support/people.ts';
import { type newMoment, savedMoment, startedTest, succeed, testedMoment } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let designer: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  designer = await login('designer');
});

const save = (desk: Desk, etag: string, content: object = moodProgramme) =>
  desk.try(saveDraft, { body: { content }, etag });

describe('AUT-1 a moment and its draft', () => {
  it('is created empty, with its first version as ETag', async () => {
    const received = await world.call(createMoment, {
      params: { unitId: units.publisher },
      body: { title: 'Sömnskola', kind: 'course' },
      token: designer,
    });
    expect(received).toMatchObject({ status: 201, headers: { etag: '"1"' } });
  });

  it('is not created on an inactive unit', async () => {
    const closed = aUnit('TST5565594230-1009', { kind: 'publisher', state: 'inactive' });
    await world.have(entities.unit, closed);
    await world.have(entities.roleAssignment, {
      staff: 'TST5565594230-DES1',
      role: 'designer',
      provider: closed.provider,
      unit: closed.hsaId,
      ...given,
    });
    const received = await world.call(createMoment, {
      params: { unitId: closed.hsaId },
      body: { title: 'Sömnskola', kind: 'course' },
      token: designer,
    });
    expect(received.body.code).toBe('unit-inactive');
  });

  it('keeps å, ä, ö and emoji exactly as they were written', async () => {
    const desk = await fullDesk(world);
    const { outline } = await desk.draft();
    const { title, welcome } = moodProgramme;
    expect(outline).toMatchObject({ title, welcome });
    expect((await desk.form('phq-9')).form).toEqual(moodProgramme.forms[0]);
    for (const { moduleId, sections } of moodProgramme.modules)
      expect((await desk.module(moduleId)).sections).toEqual(sections);
  });

  it('leaves out modules and forms that were taken away, and can undo even that', async () => {
    const desk = await fullDesk(world);
    const { headEtag } = await desk.draft();
    const { body } = await desk.do(saveDraft, {
      body: {
        content: { ...moodProgramme, modules: [], forms: [] },
        removed: { moduleIds: ['start', 'follow-up'], formIds: ['phq-9'] },
      },
      etag: headEtag,
    });
    expect(await desk.draft()).toMatchObject({ outline: { moduleIds: [] }, modules: [], forms: [] });
    await desk.do(undoSave, { body: { saveId: body['saveId'] } });
    const back = await desk.draft();
    expect(back.outline.moduleIds).toEqual(['start', 'follow-up']);
    expect((await desk.form('phq-9')).form).toEqual(moodProgramme.forms[0]);
  });

  it('deletes nothing that was only left out, and names every part of it (AUT-7)', async () => {
    const desk = await fullDesk(world);
    const { headEtag } = await desk.draft();
    const before = await desk.kept();
    const [start] = moodProgramme.modules;
    const [section] = start?.sections ?? [];
    const sections = [{ ...section, steps: section?.steps.slice(0, 1) }];
    const content = { ...moodProgramme, modules: [{ ...start, sections }] };
    const { status, body } = await save(desk, headEtag, content);
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer, detail }) => `${pointer} ${detail}`)).toEqual([
      expect.stringContaining('/body/removed/moduleIds Modulen follow-up saknas'),
      expect.stringContaining('/body/removed/stepIds Steget start-form saknas'),
    ]);
    expect(await desk.kept()).toEqual(before);
  });

  it('writes only the parts that differ, and the text only once', async () => {
    const desk = await fullDesk(world);
    const { headEtag } = await desk.draft();
    const [first, second] = moodProgramme.modules;
    const renamed = { ...moodProgramme, modules: [{ ...first, title: 'Börja här' }, second] };
    const { calls } = await save(desk, headEtag, renamed);
    const written = calls
      .flatMap(({ uses }) => uses)
      .filter(({ table, action }) => table === 'moments' && action === 'PutItem');
    // The head, the module, and what the module was.
    expect(written).toHaveLength(3);
  });

  it('refuses more changes than one transaction holds, and changes nothing', async () => {
    const desk = await emptyDesk(world);
    const { headEtag } = await desk.draft();
    const before = await desk.kept();
    const modules = Array.from({ length: 48 }, (_, at) => ({
      ...{ moduleId: `m${at}`, title: 'Modul', sections: [] },
    }));
    const refused = await save(desk, headEtag, { ...moodProgramme, modules });
    expect(refused).toMatchObject({ status: 413, body: { code: 'payload-too-large' } });
    expect(await desk.kept()).toEqual(before);
  });
});

describe('AUT-5 a form in several modules', () => {
  it('warns that the modules share its answers', async () => {
    const desk = await emptyDesk(world);
    const { body } = await save(desk, (await desk.draft()).headEtag);
    expect(body['warnings']).toEqual([
      { code: 'form-shared', formId: 'phq-9', modules: ['start', 'follow-up'] },
    ]);
  });
});

describe('AUT-7 two designers', () => {
  it('never overwrite each other: of twenty saves of one version one wins and the rest are told', async () => {
    const desk = await emptyDesk(world);
    const { headEtag } = await desk.draft();
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, at) => save(desk, headEtag, { ...moodProgramme, title: `Titel ${at}` })),
    );
    const won = saves.filter(({ status }) => status === 200);
    const lost = saves.filter(({ status }) => status !== 200);
    expect(won).toHaveLength(1);
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['version-mismatch']));
    const winner = saves.findIndex(({ status }) => status === 200);
    expect(await desk.draft()).toMatchObject({ revision: 1, outline: { title: `Titel ${winner}` } });
  });

  it('are told also when the other saves between the reading and the writing', async () => {
    const desk = await fullDesk(world);
    const { headEtag } = await desk.draft();
    const titled = (title: string) => ({ body: { content: { ...moodProgramme, title } }, etag: headEtag });
    const slow = await world.call(saveDraft, desk.sent(titled('Långsam')), {
      before: async ({ command }) => {
        if (command === 'TransactWriteItemsCommand') await desk.do(saveDraft, titled('Snabb'));
      },
    });
    expect(slow).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    expect((await desk.draft()).outline.title).toBe('Snabb');
  });

  it('must say which version they read', async () => {
    const desk = await emptyDesk(world);
    const without = await desk.try(saveDraft, { body: { content: moodProgramme } });
    expect(without).toMatchObject({ status: 428, body: { code: 'precondition-required' } });
  });
});

describe('PUB-1 a draft leaves the designer only when tested', () => {
  const exporting = (moment: Awaited<ReturnType<typeof newMoment>>) =>
    world.call(exportToPublisher, {
      params: moment.params,
      token: designer,
      headers: { 'If-Match': moment.etag },
    });

  it('is refused without any verdict and names both', async () => {
    const { status, body } = await exporting(await savedMoment(world));
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'verdicts-missing',
      errors: [{ pointer: '/verdicts/designer' }, { pointer: '/verdicts/practitioner' }],
    });
  });

  it('is refused when one of the two disapproved', async () => {
    const moment = await testedMoment(world);
    const { headers } = await succeed(world, recordVerdict, {
      params: moment.params,
      body: {
        as: 'practitioner',
        testId: await startedTest(world, 'practitioner', moment.params.momentId),
        approved: false,
        comment: 'Fråga 3 är otydlig',
      },
      token: await login('practitioner'),
      headers: { 'If-Match': moment.etag },
    });
    const { body } = await exporting({ ...moment, etag: headers['etag'] ?? '' });
    expect(body).toMatchObject({ code: 'verdicts-missing', errors: [{ pointer: '/verdicts/practitioner' }] });
  });

  it('is refused after a save, which takes the verdicts back', async () => {
    const moment = await testedMoment(world);
    const desk = new Desk(world, moment.params.momentId, designer);
    const { headers } = await save(desk, moment.etag, { ...moodProgramme, title: 'Ny titel' });
    const { body } = await exporting({ ...moment, etag: headers['etag'] ?? '' });
    expect(body.code).toBe('verdicts-missing');
  });

  it('is refused without welcome text, and lists all that is missing (AUT-1)', async () => {
    const moment = await savedMoment(world, units.publisher, { ...moodProgramme, welcome: '', modules: [] });
    const { status, body } = await exporting(moment);
    expect(status).toBe(422);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual(['/outline/welcome', '/outline/moduleIds']);
  });

  it('locks the draft once exported', async () => {
    const moment = await testedMoment(world);
    const exported = await exporting(moment);
    expect(exported.status).toBe(201);
    const desk = new Desk(world, moment.params.momentId, designer);
    const saved = await save(desk, exported.headers['etag'] ?? '');
    expect(saved.body.code).toBe('moment-exported');
  });
});

describe('PUB-1 a verdict is given in a role one holds', () => {
  it('refuses the practitioner’s verdict from a designer', async () => {
    const moment = await savedMoment(world);
    const received = await world.call(recordVerdict, {
      params: moment.params,
      body: {
        as: 'practitioner',
        testId: await startedTest(world, 'designer', moment.params.momentId),
        approved: true,
      },
      token: designer,
      headers: { 'If-Match': moment.etag },
    });
    expect(received).toMatchObject({ status: 403, body: { code: 'role-missing' } });
  });
});
