import { beforeAll, describe, expect, it } from 'vitest';
import { copyForm } from '../../../functions/authoring/forms/copy-form.ts';
import { deleteForm } from '../../../functions/authoring/forms/delete-form.ts';
import { openFormDraft } from '../../../functions/authoring/forms/open-form-draft.ts';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { undoSave } from '../../../functions/authoring/moments/undo-save.ts';
import { phq9 } from '../../../infra/local/demo/facts/content.ts';
import { calendarSample, ordinarySample, tabSample } from '../../../shared/domain/form/form-samples.ts';
import { emptyDesk, fullDesk, says } from '../../support/editing.ts';
import { seedPeople } from '../../support/people.ts';
import { World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
});

describe('AUT-3 saving a form', () => {
  it.each([phq9, ordinarySample, tabSample, calendarSample].map((form) => [form.formId, form] as const))(
    'keeps %s to the letter',
    async (formId, form) => {
      const desk = await emptyDesk(world);
      await desk.newForm(form);
      expect((await desk.form(formId)).form).toEqual(form);
      const { forms } = await desk.draft();
      expect(forms).toMatchObject([{ formId, title: form.title, kind: form.kind }]);
    },
  );

  it('gives its next ETag, with which the next save is made', async () => {
    const desk = await emptyDesk(world);
    const { headers } = await desk.newForm(phq9);
    const edit = { params: { formId: 'phq-9' }, body: { form: { ...phq9, title: 'Ny' } } };
    await desk.do(saveForm, { ...edit, etag: headers['etag'] ?? '' });
    expect((await desk.form('phq-9')).form.title).toBe('Ny');
    expect((await desk.try(saveForm, { ...edit, etag: headers['etag'] ?? '' })).body.code).toBe(
      'version-mismatch',
    );
  });

  it('is not made over one that is there', async () => {
    const desk = await fullDesk(world);
    const { body } = await desk.try(saveForm, {
      ...{ params: { formId: 'phq-9' }, body: { form: phq9 }, etag: '"0"' },
    });
    expect(body.code).toBe('version-mismatch');
  });

  it('is refused under another id than its own', async () => {
    const desk = await emptyDesk(world);
    const refused = await desk.try(saveForm, {
      ...{ params: { formId: 'gad-7' }, body: { form: phq9 }, etag: '"0"' },
    });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/form/formId' }] } });
  });

  it('lists every fault in it at once', async () => {
    const desk = await emptyDesk(world);
    const [page] = phq9.pages;
    const wrong = { ...phq9, title: '', pages: [page, page] };
    const { status, body } = await desk.try(saveForm, {
      ...{ params: { formId: 'phq-9' }, body: { form: wrong }, etag: '"0"' },
    });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toContain('/body/form/title');
    expect((await desk.draft()).forms).toEqual([]);
  });
});

describe('AUT-5 copying a form', () => {
  it('makes another with the same questions, in which nothing is shared', async () => {
    const desk = await fullDesk(world);
    const { version } = await desk.form('phq-9');
    const body = { formId: 'phq-9', formVersion: version, newFormId: 'phq-9-efter', title: 'Efteråt' };
    await desk.do(copyForm, { body });
    expect((await desk.form('phq-9-efter')).form).toEqual({
      ...phq9,
      ...{ formId: 'phq-9-efter', title: 'Efteråt' },
    });
    await desk.step('follow-up', 'follow-up-form', {
      ...{ title: 'Skattning', blocks: [{ type: 'form', formId: 'phq-9-efter' }] },
    });
    expect((await desk.draft()).warnings).toEqual([]);
  });

  it('keeps the title where no other is given', async () => {
    const desk = await fullDesk(world);
    const { version } = await desk.form('phq-9');
    await desk.do(copyForm, { body: { formId: 'phq-9', formVersion: version, newFormId: 'kopia' } });
    expect((await desk.form('kopia')).form.title).toBe(phq9.title);
  });

  it('is of the form as it was opened, and of none that somebody has changed since', async () => {
    const desk = await fullDesk(world);
    const { version, etag } = await desk.form('phq-9');
    await desk.do(saveForm, {
      ...{ params: { formId: 'phq-9' }, body: { form: { ...phq9, title: 'Ändrat' } }, etag },
    });
    const late = await desk.try(copyForm, {
      body: { formId: 'phq-9', formVersion: version, newFormId: 'kopia' },
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'form-version-mismatch' } });
    expect((await desk.draft()).forms).toHaveLength(1);
  });

  it('is refused the id of a form that is there, and of a form that is not', async () => {
    const desk = await fullDesk(world);
    const { version } = await desk.form('phq-9');
    const trying = (body: object) => desk.try(copyForm, { body: { formVersion: version, ...body } });
    expect((await trying({ formId: 'phq-9', newFormId: 'phq-9' })).body.code).toBe('already-exists');
    expect((await trying({ formId: 'finns-inte', newFormId: 'kopia' })).status).toBe(404);
  });
});

describe('AUT-3 deleting a form', () => {
  it('is refused while steps show it, and names them all', async () => {
    const desk = await fullDesk(world);
    const { etag } = await desk.form('phq-9');
    const { status, body } = await desk.try(deleteForm, { params: { formId: 'phq-9' }, etag });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'form-placed',
      errors: [
        {
          pointer: '/modules/follow-up/steps/follow-up-form',
          detail: expect.stringContaining('Följ upp'),
        },
        { pointer: '/modules/start/steps/start-form' },
      ],
    });
  });

  it('is done once no step shows it, and can be undone', async () => {
    const desk = await fullDesk(world);
    await desk.step('start', 'start-form', says('inget'));
    await desk.step('follow-up', 'follow-up-form', says('inget'));
    const { etag } = await desk.form('phq-9');
    const { body } = await desk.do(deleteForm, { params: { formId: 'phq-9' }, etag });
    expect(body['parts']).toEqual([{ kind: 'form', formId: 'phq-9' }]);
    expect((await desk.try(openFormDraft, { params: { formId: 'phq-9' } })).status).toBe(404);
    await desk.do(undoSave, { body: { saveId: body['saveId'] } });
    const back = await desk.form('phq-9');
    expect(back.form).toEqual(phq9);
    expect(back.etag).not.toBe(etag);
  });
});
