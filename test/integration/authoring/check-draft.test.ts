import { beforeAll, describe, expect, it } from 'vitest';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { saveModule } from '../../../functions/authoring/modules/save-module.ts';
import { checkDraft } from '../../../functions/authoring/moments/check-draft.ts';
import { compareDraft } from '../../../functions/authoring/moments/compare-draft.ts';
import { compareDraft as compareContract } from '../../../functions/authoring/moments/contracts.ts';
import { exportToPublisher } from '../../../functions/authoring/moments/export-to-publisher.ts';
import { saveOutline } from '../../../functions/authoring/moments/save-outline.ts';
import { phq9 } from '../../../infra/local/demo/facts/content.ts';
import { differenceSayings } from '../../../shared/domain/sayings/difference-sayings.ts';
import { findingSayings } from '../../../shared/domain/sayings/finding-sayings.ts';
import { Desk, emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { login, seedPeople } from '../../support/people.ts';
import { publishedMoment, testedMoment } from '../../support/story.ts';
import { announce } from '../../support/upload.ts';
import { rows, World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

const codes = async (desk: Desk) =>
  rows(await desk.do(checkDraft), 'findings').map(
    ({ level, code, pointer }) => `${level} ${code} ${pointer}`,
  );

describe('AUT-9 checking a draft', () => {
  it('finds everything that is wrong with it at once, each with where', async () => {
    const desk = await emptyDesk(world);
    expect(await codes(desk)).toEqual([
      'error welcome-missing /outline/welcome',
      'error no-modules /outline/moduleIds',
    ]);
  });

  it('finds pictures without a text, films without captions, and files that are not there yet (AUT-2)', async () => {
    const desk = await fullDesk(world);
    const { params } = await announce(world, desk.momentId);
    const { mediaId } = params;
    await desk.step('start', 'start-why', {
      title: 'Media',
      blocks: [
        { type: 'image', mediaId },
        { type: 'film', mediaId, title: 'Film' },
      ],
    });
    expect(await codes(desk)).toEqual([
      'error alternative-text-missing /modules/start/steps/start-why/blocks/0',
      'error captions-missing /modules/start/steps/start-why/blocks/1',
      'advice form-shared /forms/phq-9',
      'error media-not-ready /modules/start/steps/start-why',
    ]);
  });

  it('finds a step id in two modules, which saving a step cannot see', async () => {
    const desk = await fullDesk(world);
    await desk.step('follow-up', 'start-why', { ...says('samma id'), sectionId: 'follow-up-mood' });
    expect(await codes(desk)).toContain('error step-id-twice /modules/follow-up/steps/start-why');
  });

  it('is told in the caller’s language, Swedish where none is asked for, and so is what differs', async () => {
    const desk = await publishedDesk();
    await desk.newForm({ ...phq9, formId: 'ny' });
    const toldBy = async (useCase: typeof checkDraft, list: string, headers = {}) =>
      rows(await desk.do(useCase, { headers }), list)
        .filter(({ pointer }) => String(pointer).startsWith('/forms/ny'))
        .map(({ code, detail }) => ({ code, detail }));
    const { code, detail } = findingSayings['form-unplaced'];
    const english = { 'accept-language': 'en' };
    expect(await toldBy(checkDraft, 'findings')).toEqual([{ code, detail: detail.sv }]);
    expect(await toldBy(checkDraft, 'findings', english)).toEqual([{ code, detail: detail.en }]);
    const differs = differenceSayings['form-new'];
    const told = { code: differs.code, detail: differs.detail.sv };
    expect(await toldBy(compareDraft, 'differences')).toEqual([told]);
    expect(await toldBy(compareDraft, 'differences', english)).toEqual([
      { ...told, detail: differs.detail.en },
    ]);
  });

  it('says that a tested draft without errors may be exported, and so it may', async () => {
    const { params, etag } = await testedMoment(world);
    const desk = new Desk(world, params.momentId, await login('designer'));
    const { body, headers } = await desk.do(checkDraft);
    expect([body['mayBeExported'], headers['etag']]).toEqual([true, etag]);
    await desk.do(exportToPublisher, { etag });
    expect((await desk.do(checkDraft)).body['mayBeExported']).toBe(false);
  });

  it('says that it may not, where a verdict or something else is missing, as exporting does', async () => {
    const desk = await fullDesk(world);
    expect((await desk.do(checkDraft)).body['mayBeExported']).toBe(false);
    const { params, etag } = await testedMoment(world);
    const tested = new Desk(world, params.momentId, await login('designer'));
    await tested.step('start', 'start-why', { title: 'Tomt', blocks: [] });
    expect((await tested.do(checkDraft)).body['mayBeExported']).toBe(false);
    const { headEtag } = await tested.draft();
    expect(headEtag).not.toBe(etag);
    const refused = await tested.try(exportToPublisher, { etag: headEtag });
    expect(refused).toMatchObject({ status: 422, body: { code: 'moment-incomplete' } });
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/modules/start/steps/start-why']);
  });
});

const compared = async (desk: Desk) => compareContract.response.parse((await desk.do(compareDraft)).body);
const publishedDesk = async () => new Desk(world, await publishedMoment(world), await login('designer'));

describe('AUT-8 comparing a draft with the latest version', () => {
  it('that has never been published becomes 1.0', async () => {
    const desk = await fullDesk(world);
    expect(await compared(desk)).toEqual({ nextVersion: '1.0', differences: [] });
  });

  it('finds nothing where nothing has been changed, and then there is no next version', async () => {
    expect(await compared(await publishedDesk())).toEqual({
      ...{ latest: '1.0', basis: '1.0' },
      differences: [],
    });
  });

  it('becomes a minor version by wording alone, and says where the words are', async () => {
    const desk = await publishedDesk();
    await desk.step('start', 'start-why', says('andra ord'));
    await desk.do(saveForm, {
      params: { formId: 'phq-9' },
      body: { form: { ...phq9, title: 'Omdöpt' } },
      etag: (await desk.form('phq-9')).etag,
    });
    expect(await compared(desk)).toMatchObject({
      latest: '1.0',
      nextVersion: '1.1',
      differences: [
        { kind: 'wording', pointer: '/modules/start/steps/start-why', code: 'step-title-changed' },
        { kind: 'wording', pointer: '/modules/start/steps/start-why/blocks/0', code: 'part-gone' },
        { kind: 'wording', pointer: '/modules/start/steps/start-why/blocks/2', code: 'part-gone' },
        { kind: 'wording', pointer: '/modules/start/steps/start-why/blocks/0/text' },
        { kind: 'wording', pointer: '/forms/phq-9/title' },
      ],
    });
  });

  it('becomes a major version by any change of structure, and says which made it so', async () => {
    const desk = await publishedDesk();
    const [page] = phq9.pages;
    const [first, ...others] = page?.questions ?? [];
    const optional = { ...page, questions: [{ ...first, required: false }, ...others] };
    await desk.do(saveForm, {
      params: { formId: 'phq-9' },
      body: { form: { ...phq9, pages: [optional] } },
      etag: (await desk.form('phq-9')).etag,
    });
    await desk.do(saveModule, {
      params: { moduleId: 'start' },
      body: {
        title: 'Kom igång',
        sections: [{ sectionId: 'start-mood', title: 'Hur mår du?', stepIds: ['start-form', 'start-why'] }],
      },
      etag: (await desk.module('start')).etag,
    });
    const { nextVersion, differences } = await compared(desk);
    expect(nextVersion).toBe('2.0');
    expect(differences).toMatchObject([
      { kind: 'structure', pointer: '/modules/start/sections/start-mood' },
      { kind: 'structure', pointer: '/forms/phq-9/pages/0/questions/0/required' },
    ]);
  });

  it('names whole parts that are new, and settings', async () => {
    const desk = await publishedDesk();
    const { etag, ...outline } = (await desk.draft()).outline;
    await desk.do(saveOutline, {
      body: { ...outline, functions: { ...outline.functions, planning: true } },
      etag,
    });
    await desk.newForm({ ...phq9, formId: 'ny' });
    expect((await compared(desk)).differences).toMatchObject([
      { kind: 'structure', pointer: '/outline/functions/planning' },
      { kind: 'structure', pointer: '/forms/ny', code: 'form-new', detail: 'Formuläret är nytt' },
    ]);
  });
});
