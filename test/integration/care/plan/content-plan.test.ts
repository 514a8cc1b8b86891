import { beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../../functions/care/answers/open-my-form.ts';
import { saveAnswers } from '../../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../../../functions/care/instances/open-instance.ts';
import { openModule } from '../../../../functions/care/instances/open-module.ts';
import { openMyInstance } from '../../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../../functions/care/instances/open-my-module.ts';
import { createMyPage } from '../../../../functions/care/pages/create-my-page.ts';
import { listMyPages } from '../../../../functions/care/pages/list-my-pages.ts';
import { planContent } from '../../../../functions/care/plan/plan-content.ts';
import { activateMinor } from '../../../../functions/catalogue/activations/activate-minor.ts';
import { moodAnswers, moodProgramme, phq9 } from '../../../../infra/local/demo/facts/content.ts';
import { digestOf } from '../../../../shared/domain/content/content-digest.ts';
import { daysAfter, swedishDate } from '../../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../../shared/http/use-case.ts';
import { login, loginResident, provider, seedPeople, units } from '../../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  moodFormVersion,
  newMoment,
  publishedWith,
  type Running,
  saving,
  startedInstance,
  succeed,
} from '../../../support/story.ts';
import { World } from '../../../support/world.ts';

const stepSaying = (stepId: string, text: string, ...formIds: string[]) => ({
  stepId,
  title: `Rubriken för ${text}`,
  blocks: [{ type: 'paragraph', text: [{ text }] }, ...formIds.map((formId) => ({ type: 'form', formId }))],
});
const later = { ...phq9, formId: 'phq-later', title: 'Skattning i hemlighet' };
const programme = {
  ...moodProgramme,
  openedByPractitioner: ['week-2'],
  maintenance: { messages: false, formIds: [phq9.formId, later.formId] },
  modules: [
    {
      ...{ moduleId: 'week-1', title: 'Vecka 1' },
      sections: [
        {
          sectionId: 'first',
          title: 'Början',
          steps: [stepSaying('first-step', 'Läs i början', phq9.formId)],
        },
        { sectionId: 'second', title: 'Fortsättning', steps: [stepSaying('second-step', 'Läs sedan')] },
      ],
    },
    {
      ...{ moduleId: 'week-2', title: 'Vecka två i hemlighet' },
      sections: [
        {
          sectionId: 'third',
          title: 'Hemligt avsnitt',
          steps: [stepSaying('third-step', 'Hemlig text', later.formId)],
        },
      ],
    },
  ],
  forms: [phq9, later],
};

let world: World;
let running: Running;
let resident: string;
let practitioner: string;
let plans: number;

beforeEach(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, programme, [provider]);
  await activatedOn(world, momentId);
  running = await startedInstance(world, momentId);
  resident = await loginResident('approved');
  practitioner = await login('practitioner');
  plans = 0;
});

const version = () => ({ momentId: running.momentId, momentVersion: '1.0' });
const asked = (part: Record<string, string>, token = resident) => ({
  params: { instanceId: running.instanceId, ...part },
  query: version(),
  token,
});
const opening = (token = resident) => ({ params: { instanceId: running.instanceId }, token });
const plan = async (modules: readonly object[], ifMatch = `"${plans}"`) => {
  const received = await world.call(planContent, {
    params: { instanceId: running.instanceId },
    body: { ...version(), modules },
    headers: { 'If-Match': ifMatch },
    token: practitioner,
  });
  if (received.status === 200) plans += 1;
  return received;
};
const overview = async () => {
  const { body } = await succeed(world, openMyInstance, opening());
  const { modules, forms, progress } = body as Record<string, { moduleId: string; formId: string }[]>;
  return { modules, forms: forms?.map(({ formId }) => formId), progress };
};
const told = async (useCase: UseCase, part: Record<string, string>) => {
  const { status, body } = await world.call(useCase, asked(part));
  return `${status} ${body.code ?? ''}`.trim();
};
const given = (formId: string) => ({
  params: { instanceId: running.instanceId, formId },
  body: {
    ...version(),
    formVersion: formId === later.formId ? digestOf(later) : moodFormVersion,
    changes: moodAnswers,
  },
  headers: { 'If-Match': '"0"' },
  token: resident,
});
const tomorrow = () => daysAfter(swedishDate(world.now().toISOString()), 1);
const shown = (moduleId: string, more: object = {}) => ({ moduleId, shown: true, sections: [], ...more });

describe('CARE-3 CARE-4 what is open from the start', () => {
  it('is what the designer does not leave to the practitioner, and nothing of the rest is in any answer', async () => {
    expect(await overview()).toEqual({
      modules: [{ moduleId: 'week-1', title: 'Vecka 1' }],
      forms: ['phq-9'],
      progress: { formsSubmitted: 0, forms: 1 },
    });
    expect(await told(openMyModule, { moduleId: 'week-2' })).toBe('404 not-found');
    expect(await told(openMyForm, { formId: later.formId })).toBe('404 not-found');
    const pages = { params: { instanceId: running.instanceId, formId: later.formId }, token: resident };
    expect(await world.call(listMyPages, pages)).toMatchObject({ status: 404 });
    expect(await world.call(createMyPage, { ...pages, body: version() })).toMatchObject({ status: 404 });
    const { text, body } = await world.call(openMyInstance, opening());
    expect(text).not.toMatch(/hemlig/i);
    expect(body['maintenance']).toEqual({ messages: false, formIds: [phq9.formId] });
  });

  it('is answered, and what is closed is neither saved nor submitted in', async () => {
    expect(await world.call(saveAnswers, saving(given(later.formId)))).toMatchObject({ status: 404 });
    expect(await world.call(submitForm, given(later.formId))).toMatchObject({ status: 404 });
    expect((await succeed(world, saveAnswers, saving(given(phq9.formId)))).status).toBe(200);
  });
});

describe('CARE-3 the practitioner’s plan', () => {
  it('opens a module, in an order of their own, and staff see how each stands', async () => {
    expect(await plan([shown('week-2'), shown('week-1')])).toMatchObject({ status: 200 });
    const { modules, forms } = await overview();
    expect(modules?.map(({ moduleId }) => moduleId)).toEqual(['week-2', 'week-1']);
    expect(forms).toEqual(['phq-9', later.formId]);
    expect(await told(openMyForm, { formId: later.formId })).toBe('200');
    const { body } = await succeed(world, openInstance, opening(practitioner));
    expect(body['plan']).toEqual({
      etag: '"1"',
      modules: [
        { moduleId: 'week-2', title: 'Vecka två i hemlighet', standing: 'open', sections: [] },
        { moduleId: 'week-1', title: 'Vecka 1', standing: 'open', sections: [] },
      ],
    });
  });

  it('hides a section with what is in it, and a form that stands nowhere else', async () => {
    await plan([shown('week-1', { sections: [{ sectionId: 'first', shown: false }] })]);
    const { body } = await succeed(world, openMyModule, asked({ moduleId: 'week-1' }));
    expect(JSON.stringify(body['sections'])).not.toContain('Läs i början');
    expect(body['sections']).toMatchObject([{ sectionId: 'second', title: 'Fortsättning' }]);
    expect((await overview()).forms).toEqual([]);
    expect(await told(openMyForm, { formId: phq9.formId })).toBe('404 not-found');
    const staff = await succeed(world, openModule, asked({ moduleId: 'week-1' }, practitioner));
    expect(JSON.stringify(staff.body)).toContain('Läs i början');
  });

  it('opens a module and a section on their Swedish day, and until then shows no more than title and day', async () => {
    const from = tomorrow();
    await plan([
      shown('week-1', { sections: [{ sectionId: 'second', shown: true, from }] }),
      shown('week-2', { from }),
    ]);
    expect((await overview()).modules).toEqual([
      { moduleId: 'week-1', title: 'Vecka 1' },
      { moduleId: 'week-2', title: 'Vecka två i hemlighet', opensOn: from },
    ]);
    expect(await told(openMyModule, { moduleId: 'week-2' })).toBe('404 not-found');
    const { body } = await succeed(world, openMyModule, asked({ moduleId: 'week-1' }));
    expect(body['sections']).toMatchObject([
      { sectionId: 'second', title: 'Fortsättning', opensOn: from, steps: [] },
      { sectionId: 'first' },
    ]);
    const then = new Date(`${from}T12:00:00Z`);
    world.now = () => then;
    expect(await told(openMyModule, { moduleId: 'week-2' })).toBe('200');
  });

  it('closes again what was begun, and keeps what was answered for staff and for later', async () => {
    await succeed(world, saveAnswers, saving(given(phq9.formId)));
    await plan([{ moduleId: 'week-1', shown: false, sections: [] }]);
    const submitting = { ...given(phq9.formId), headers: { 'If-Match': '"1"' } };
    expect(await world.call(submitForm, submitting)).toMatchObject({ status: 404 });
    await plan([shown('week-1')]);
    const { body } = await succeed(world, openMyForm, asked({ formId: phq9.formId }));
    expect(body['draft']).toMatchObject({ answers: moodAnswers });
  });

  it('holds through a minor version of the designer’s (PUB-7)', async () => {
    await plan([shown('week-2'), { moduleId: 'week-1', shown: false, sections: [] }]);
    const { momentId } = running;
    const [first, second] = programme.modules;
    const next = { ...programme, modules: [first, { ...second, title: 'Ny rubrik' }] };
    expect(await publishedWith(world, momentId, next)).toBe('1.1');
    await succeed(world, activateMinor, {
      params: { unitId: units.care, momentId, major: '1' },
      body: { minor: 1 },
      headers: { 'If-Match': '"1"' },
      token: await login('careProviderAdmin'),
    });
    expect((await overview()).modules).toEqual([{ moduleId: 'week-2', title: 'Ny rubrik' }]);
  });

  it('is refused with every part that is not there, and where somebody has planned meanwhile', async () => {
    const wrong = [shown('week-9'), shown('week-1', { sections: [{ sectionId: 'third', shown: true }] })];
    expect(await plan(wrong)).toMatchObject({
      status: 400,
      body: {
        errors: [
          { pointer: '/body/modules/0/moduleId', code: 'plan-part-unknown' },
          { pointer: '/body/modules/1/sections/0/sectionId', code: 'plan-part-unknown' },
        ],
      },
    });
    await plan([shown('week-2')]);
    expect(await plan([shown('week-1')], '"0"')).toMatchObject({ status: 412 });
  });

  it('is logged', async () => {
    await plan([shown('week-2')]);
    expect((await world.activities()).at(-1)).toMatchObject({
      activity: 'content-planned',
      outcome: 'performed',
    });
  });
});
