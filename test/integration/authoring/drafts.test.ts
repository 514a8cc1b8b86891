import { beforeAll, describe, expect, it } from 'vitest';
import { createMoment } from '../../../functions/authoring/create-moment.ts';
import { exportToPublisher } from '../../../functions/authoring/export-to-publisher.ts';
import { recordVerdict } from '../../../functions/authoring/record-verdict.ts';
import { saveDraft } from '../../../functions/authoring/save-draft.ts';
import { moodProgramme } from '../../../infra/local/demo/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { keys } from '../../../shared/persistence/keys.ts';
import { get } from '../../../shared/persistence/read.ts';
import { aUnit, given, login, seedPeople, units } from '../../support/people.ts';
import { newMoment, savedMoment, startedTest, succeed, testedMoment } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let designer: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  designer = await login('designer');
});

const save = (moment: { params: { momentId: string } }, etag: string, content: object = moodProgramme) =>
  world.call(saveDraft, {
    params: moment.params,
    body: { content },
    token: designer,
    headers: { 'If-Match': etag },
  });

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
    const { params } = await savedMoment(world);
    const form = await get(world.database, entities.draftForm, keys.draftForm(params.momentId, 'phq-9'));
    const head = await get(world.database, entities.moment, keys.moment(params.momentId));
    expect(form?.value.form).toEqual(moodProgramme.forms[0]);
    expect(head?.value).toMatchObject({ title: moodProgramme.title, welcome: moodProgramme.welcome });
  });

  it('leaves out modules and forms that were taken away', async () => {
    const moment = await savedMoment(world);
    await save(moment, moment.etag, { ...moodProgramme, modules: [], forms: [] });
    const stored = await world.all('moments');
    const left = stored.filter(
      ({ pk, type }) => String(pk).includes(moment.params.momentId) && type !== 'Moment',
    );
    expect(left).toEqual([]);
  });

  it('writes only the parts that differ', async () => {
    const moment = await savedMoment(world);
    const [first, second] = moodProgramme.modules;
    const renamed = { ...moodProgramme, modules: [{ ...first, title: 'Börja här' }, second] };
    const { calls } = await save(moment, moment.etag, renamed);
    const written = calls
      .flatMap(({ uses }) => uses)
      .filter(({ table, action }) => table === 'moments' && action === 'PutItem');
    expect(written).toHaveLength(2);
  });

  it('refuses more changes than one transaction holds, and changes nothing', async () => {
    const moment = await newMoment(world);
    const many = (letter: string) => ({
      ...moodProgramme,
      modules: Array.from({ length: 40 }, (_, at) => ({
        moduleId: `${letter}-${at}`,
        title: 'Modul',
        sections: [],
      })),
      forms: Array.from({ length: 40 }, (_, at) => ({
        ...moodProgramme.forms[0],
        formId: `form-${letter}-${at}`,
      })),
    });
    const first = await save(moment, moment.etag, many('a'));
    const second = await save(moment, first.headers['etag'] ?? '', many('b'));
    expect(first.status).toBe(200);
    expect(second.body.code).toBe('payload-too-large');
    const kept = await get(world.database, entities.moment, keys.moment(moment.params.momentId));
    expect(kept?.value.moduleIds[0]).toBe('a-0');
  });
});

describe('AUT-5 a form in several modules', () => {
  it('warns that the modules share its answers', async () => {
    const moment = await newMoment(world);
    const { body } = await save(moment, moment.etag);
    expect(body['warnings']).toEqual([
      { code: 'form-shared', formId: 'phq-9', modules: ['start', 'follow-up'] },
    ]);
  });
});

describe('AUT-7 two designers', () => {
  it('never overwrite each other: of twenty saves of one version one wins and the rest are told', async () => {
    const moment = await newMoment(world);
    const saves = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        save(moment, moment.etag, { ...moodProgramme, title: `Titel ${at}` }),
      ),
    );
    const won = saves.filter(({ status }) => status === 200);
    const lost = saves.filter(({ status }) => status !== 200);
    expect(won).toHaveLength(1);
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['version-mismatch']));
    const kept = await get(world.database, entities.moment, keys.moment(moment.params.momentId));
    expect(kept?.version).toBe(2);
  });

  it('are told also when the other saves between the reading and the writing', async () => {
    const moment = await savedMoment(world);
    const titled = (title: string) => ({ body: { content: { ...moodProgramme, title } } });
    const sent = { params: moment.params, token: designer, headers: { 'If-Match': moment.etag } };
    const slow = await world.call(
      saveDraft,
      { ...sent, ...titled('Långsam') },
      {
        before: async ({ command }) => {
          if (command === 'TransactWriteItemsCommand')
            await succeed(world, saveDraft, { ...sent, ...titled('Snabb') });
        },
      },
    );
    expect(slow).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    const kept = await get(world.database, entities.moment, keys.moment(moment.params.momentId));
    expect(kept?.value.title).toBe('Snabb');
  });

  it('must say which version they read', async () => {
    const moment = await newMoment(world);
    const without = await world.call(saveDraft, {
      params: moment.params,
      body: { content: moodProgramme },
      token: designer,
    });
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
    const { headers } = await save(moment, moment.etag, { ...moodProgramme, title: 'Ny titel' });
    const { body } = await exporting({ ...moment, etag: headers['etag'] ?? '' });
    expect(body.code).toBe('verdicts-missing');
  });

  it('is refused without welcome text, and lists all that is missing (AUT-1)', async () => {
    const moment = await savedMoment(world, units.publisher, { ...moodProgramme, welcome: '', modules: [] });
    const { status, body } = await exporting(moment);
    expect(status).toBe(422);
    expect(body['errors']?.map(({ pointer }) => pointer)).toEqual([
      '/body/content/welcome',
      '/body/content/modules',
    ]);
  });

  it('locks the draft once exported', async () => {
    const moment = await testedMoment(world);
    const exported = await exporting(moment);
    expect(exported.status).toBe(201);
    const saved = await save(moment, exported.headers['etag'] ?? '');
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
