import { beforeAll, describe, expect, it } from 'vitest';
import { keptForm, keptStep } from '../../../functions/authoring/content-changes.ts';
import { openFormDraft } from '../../../functions/authoring/forms/open-form-draft.ts';
import { saveForm } from '../../../functions/authoring/forms/save-form.ts';
import { addModule } from '../../../functions/authoring/modules/add-module.ts';
import { openModuleDraft } from '../../../functions/authoring/modules/open-module-draft.ts';
import { checkDraft } from '../../../functions/authoring/moments/check-draft.ts';
import { openDraft } from '../../../functions/authoring/moments/open-draft.ts';
import { submitTestForm } from '../../../functions/authoring/tests/submit-test-form.ts';
import { viewTestAsStaff } from '../../../functions/authoring/tests/view-test-as-staff.ts';
import { viewTestForm } from '../../../functions/authoring/tests/view-test-form.ts';
import { viewTestModule } from '../../../functions/authoring/tests/view-test-module.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import type { Form } from '../../../shared/domain/form/form-shape.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { Desk } from '../../support/editing.ts';
import { login, loginResident, provider, seedPeople } from '../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  newMoment,
  publishedAsItIs,
  type Running,
  saving,
  startedInstance,
  startedTest,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const names = Object.getOwnPropertyNames(Object.prototype);
/** A map of JSON or of DynamoDB's client never has this key: to its answer there is nowhere to be. */
const nowhere = '__proto__';
const answerable = names.filter((name) => name !== nowhere);

const formCalled = (name: string): Form => ({
  ...{ formId: name, kind: 'ordinary', title: `Om ${name}` },
  pages: [
    {
      pageId: name,
      questions: [
        {
          ...{ type: 'single-choice', questionId: name, text: 'Hur är det?', required: true },
          options: [
            { optionId: name, label: 'Bra', score: 2 },
            { optionId: 'badly', label: 'Dåligt', score: 0 },
          ],
        },
        {
          ...{ type: 'short-text', questionId: 'more', text: 'Berätta', required: true, maxLength: 50 },
          followsUp: { questionId: name, when: { anyOf: [name] } },
        },
      ],
    },
  ],
  scoring: {
    method: 'sum',
    questionIds: [name],
    bands: [{ from: 0, to: 2, label: 'Allt' }],
  },
  flags: [
    {
      ...{ flagId: name, level: 'notice', label: 'Mycket' },
      when: [{ questionId: name, when: { anyOf: [name] } }],
    },
  ],
});
const answersTo = (name: string) =>
  Object.fromEntries([
    [name, name],
    ['more', 'Ja'],
  ]);

/** The rows of a draft as they lay when any id was taken. */
const laidOut = async (world: World, momentId: string): Promise<void> => {
  const { modules: _, forms: __, ...rest } = moodProgramme;
  await world.have(entities.draftOutline, { momentId, outline: { ...rest, moduleIds: names } });
  for (const name of names) {
    const written = formCalled(name);
    const content = { title: `Om ${name}`, blocks: [{ type: 'form' as const, formId: name }] };
    const step = keptStep(momentId, { stepId: name, ...content }).ref;
    const form = keptForm(momentId, written).ref;
    const module = {
      moduleId: name,
      title: name,
      sections: [{ sectionId: name, title: name, steps: [step] }],
    };
    await world.have(entities.keptStep, { momentId, digest: step.digest, step: content });
    await world.have(entities.keptForm, { momentId, digest: form.digest, form: written });
    await world.have(entities.draftModule, { momentId, module });
    await world.have(entities.draftForm, { momentId, form });
  }
};

let world: World;
let desk: Desk;
let testId: string;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  const { momentId } = (await newMoment(world)).params;
  await laidOut(world, momentId);
  desk = new Desk(world, momentId, await login('designer'));
  testId = await startedTest(world, 'designer', momentId);
  await publishedAsItIs(world, momentId, [provider]);
  await activatedOn(world, momentId);
  await approvedResident(world);
  running = await startedInstance(world, momentId);
});

const inInstance = (part: object) => ({ instanceId: running.instanceId, ...part });
const version = () => ({ momentId: running.momentId, momentVersion: '1.0' });
const formIn = async (name: string) => {
  const token = await loginResident('approved');
  const { body } = await succeed(world, openMyForm, {
    ...{ params: inInstance({ formId: name }), query: version(), token },
  });
  return body;
};
const sending = async (name: string, etag: string) => ({
  params: inInstance({ formId: name }),
  body: { ...version(), formVersion: (await formIn(name))['formVersion'], changes: answersTo(name) },
  token: await loginResident('approved'),
  headers: { 'If-Match': etag },
});

describe('AUT-8 what was written under a name that every object has', () => {
  it('is in the draft that its designer opens', async () => {
    const { body } = await desk.do(openDraft);
    expect(body['outline']).toMatchObject({ moduleIds: names });
    expect((await desk.do(checkDraft)).body).toMatchObject({ findings: [] });
  });

  it.each(names)('is opened by its designer, and by who tries it: %s', async (name) => {
    const module = (await desk.do(openModuleDraft, { params: { moduleId: name } })).body;
    expect(module).toMatchObject({
      moduleId: name,
      sections: [{ sectionId: name, steps: [{ stepId: name }] }],
    });
    const { form } = (await desk.do(openFormDraft, { params: { formId: name } })).body;
    expect(form).toEqual(formCalled(name));
    const tried = (await desk.do(viewTestModule, { params: { testId, moduleId: name } })).body;
    expect(tried).toEqual(module);
    const shown = (await desk.do(viewTestForm, { params: { testId, formId: name } })).body['form'];
    expect(shown).toMatchObject({ formId: name, pages: [{ questions: [{ questionId: name }, {}] }] });
  });

  it.each(names)('is opened by the resident: %s', async (name) => {
    const { body } = await succeed(world, openMyModule, {
      ...{ params: inInstance({ moduleId: name }), query: version(), token: await loginResident('approved') },
    });
    expect(body).toMatchObject({ moduleId: name, sections: [{ steps: [{ blocks: [{ formId: name }] }] }] });
    expect((await formIn(name))['form']).toMatchObject({
      ...{ formId: name, pages: [{ questions: [{ options: [{ optionId: name }, {}] }, {}] }] },
    });
  });
});

describe('AUT-8 CARE-8 what is answered under a name that every object has', () => {
  it.each(answerable)('is saved, submitted and read, and counts: %s', async (name) => {
    const saved = await succeed(world, saveAnswers, saving(await sending(name, '"0"')));
    expect((await formIn(name))['draft']).toMatchObject({ answers: answersTo(name) });
    await succeed(world, submitForm, await sending(name, saved.headers['etag'] ?? ''));
    const token = await login('practitioner');
    const read = await succeed(world, readForm, { params: inInstance({ formId: name }), token });
    expect(read.body).toMatchObject({ form: formCalled(name), answers: answersTo(name) });
    const results = await succeed(world, viewResults, { params: inInstance({}), token });
    expect(rows(results, 'results').find(({ formId }) => formId === name)).toMatchObject({
      ...{ score: 2, band: 'Allt', flags: [{ flagId: name, level: 'notice', label: 'Mycket' }] },
    });
  });

  it.each(answerable)('is kept of a test too: %s', async (name) => {
    const { formVersion } = (await desk.do(viewTestForm, { params: { testId, formId: name } })).body;
    const body = { formVersion, changes: answersTo(name) };
    await desk.do(submitTestForm, { params: { testId, formId: name }, body, etag: '"0"' });
    const seen = await desk.do(viewTestAsStaff, { params: { testId } });
    expect(rows(seen, 'submissions').find(({ formId }) => formId === name)).toMatchObject({
      answers: answersTo(name),
    });
  });

  it('is refused where nothing could keep it', async () => {
    const { status, body } = await world.call(submitForm, await sending(nowhere, '"0"'));
    expect([status, body.code]).toEqual([400, 'malformed-json']);
  });
});

describe('AUT-8 what is new', () => {
  it.each(names)('is not called %s', async (name) => {
    const moment = await newMoment(world);
    const at = new Desk(world, moment.params.momentId, await login('designer'));
    const put = { params: { formId: name }, body: { form: formCalled(name) }, etag: '"0"' };
    expect((await at.try(saveForm, put)).body.code).toBe('validation-failed');
    const body = { moduleId: name, title: 'Ny' };
    expect((await at.try(addModule, { body, etag: moment.etag })).body.code).toBe('validation-failed');
  });
});
