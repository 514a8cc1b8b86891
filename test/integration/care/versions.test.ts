import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { openMyModule } from '../../../functions/care/instances/open-my-module.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { inactivateMoment } from '../../../functions/catalogue/activations/inactivate-moment.ts';
import { moodAnswers, moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { login, loginResident, seedPeople, units } from '../../support/people.ts';
import {
  activatedOn,
  activeMoment,
  approvedResident,
  moodFormVersion,
  moodGiven,
  publishedWith,
  type Running,
  saving,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const [start, ...others] = moodProgramme.modules;
if (!start) throw new Error('no module');
/** Other words everywhere, the same structure. */
const reworded = {
  ...moodProgramme,
  title: 'Må bättre, omskriven',
  modules: [{ ...start, title: 'Kom i gång' }, ...others],
  forms: [{ ...phq9, title: 'PHQ-9, omskriven' }],
};
const restructured = { ...reworded, modules: [...others, start] };

let world: World;
let resident: string;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
  resident = await loginResident('approved');
});

beforeEach(async () => {
  running = await startedInstance(world, await activeMoment(world));
});

const activateNext = async (minor: number): Promise<void> => {
  const { momentId } = running;
  const before = await world.runtime.stores.moments.activation(units.care, momentId, 1);
  await succeed(world, activateMinor, {
    params: { unitId: units.care, momentId, major: '1' },
    body: { minor },
    token: await login('careProviderAdmin'),
    headers: { 'If-Match': `"${before?.version}"` },
  });
};

const publish = (content: object) => publishedWith(world, running.momentId, content);
const reword = async (): Promise<void> => {
  expect(await publish(reworded)).toBe('1.1');
  await activateNext(1);
};

const mine = () => ({ params: { instanceId: running.instanceId }, token: resident });
const asked = (momentVersion: string, part: Record<string, string>) => ({
  params: { instanceId: running.instanceId, ...part },
  query: { momentId: running.momentId, momentVersion },
  token: resident,
});
const open = () => world.call(openMyInstance, mine());
const openModule = (momentVersion: string) =>
  world.call(openMyModule, asked(momentVersion, { moduleId: 'start' }));
const openForm = (momentVersion: string) => world.call(openMyForm, asked(momentVersion, { formId: 'phq-9' }));
const answering = (body: object, etag: string) => ({
  params: { instanceId: running.instanceId, formId: 'phq-9' },
  body,
  token: resident,
  headers: { 'If-Match': etag },
});

describe('PUB-7 a minor version that is activated', () => {
  it('reaches what runs at once, and what was answered stays', async () => {
    await succeed(world, saveAnswers, saving(answering(moodGiven(running.momentId, moodAnswers), '"0"')));
    await reword();
    expect((await open()).body).toMatchObject({
      momentVersion: '1.1',
      title: reworded.title,
      modules: [{ moduleId: 'start', title: 'Kom i gång' }, { moduleId: 'follow-up' }],
      forms: [{ title: 'PHQ-9, omskriven', etag: '"1"' }],
    });
    expect((await openModule('1.1')).body).toMatchObject({ title: 'Kom i gång' });
    expect((await openForm('1.1')).body).toMatchObject({
      form: { title: 'PHQ-9, omskriven' },
      draft: { answers: moodAnswers },
    });
    const asStaff = await succeed(world, openInstance, { ...mine(), token: await login('practitioner') });
    expect(asStaff.body).toMatchObject({ momentVersion: '1.1', title: reworded.title });
  });

  it('is shown to nobody before', async () => {
    await publish(reworded);
    expect((await open()).body).toMatchObject({ momentVersion: '1.0', title: moodProgramme.title });
    for (const refused of [await openModule('1.1'), await openForm('1.1')])
      expect(refused).toMatchObject({ status: 409, body: { code: 'form-version-mismatch' } });
    expect((await openModule('1.0')).body).toMatchObject({ title: start.title });
  });

  it('leaves those who opened the earlier one to finish: they read on, and what they submit is kept', async () => {
    await reword();
    expect((await openModule('1.0')).body).toMatchObject({ title: start.title });
    expect((await openForm('1.0')).body).toMatchObject({ formVersion: moodFormVersion });
    await succeed(world, submitForm, answering(moodGiven(running.momentId, moodAnswers), '"0"'));
    const read = await succeed(world, readForm, {
      params: { instanceId: running.instanceId, formId: 'phq-9' },
      token: await login('practitioner'),
    });
    // In the words that the resident answered.
    expect(read.body).toMatchObject({ momentVersion: '1.0', form: { title: phq9.title } });
  });

  it('takes answers to its own form, and not to the earlier one as if it were its own', async () => {
    await reword();
    const { formVersion } = (await openForm('1.1')).body;
    const earlier = { ...moodGiven(running.momentId, moodAnswers), momentVersion: '1.1' };
    expect((await world.call(submitForm, answering(earlier, '"0"'))).body.code).toBe('form-version-mismatch');
    await succeed(world, submitForm, answering({ ...earlier, formVersion }, '"0"'));
  });
});

describe('PUB-5 PUB-7 CARE-7 answers in a minor version that is not activated on the unit', () => {
  const given = { ...moodGiven('', moodAnswers), momentVersion: '1.1' };
  const inNext = async () => {
    const { body } = await world.call(openMyForm, asked('1.1', { formId: 'phq-9' }));
    return { ...given, momentId: running.momentId, formVersion: body['formVersion'] };
  };

  it('are neither saved nor submitted before it is, and both once it is', async () => {
    await reword();
    const known = await inNext();
    running = await startedInstance(world, await activeMoment(world));
    await publish(reworded);
    const early = { ...known, momentId: running.momentId };
    const [saved, submitted] = [saving(answering(early, '"0"')), answering(early, '"0"')];
    for (const refused of [await world.call(saveAnswers, saved), await world.call(submitForm, submitted)])
      expect(refused).toMatchObject({ status: 409, body: { code: 'form-version-mismatch' } });
    expect((await openForm('1.0')).body).toMatchObject({ etag: '"0"' });
    await activateNext(1);
    await succeed(world, saveAnswers, saved);
    await succeed(world, submitForm, answering(early, '"1"'));
  });
});

describe('PUB-7 a major version', () => {
  it('never reaches what runs in another, though the unit has it', async () => {
    expect(await publish(restructured)).toBe('2.0');
    await activatedOn(world, running.momentId, '2.0');
    const opened = await open();
    expect(opened.body).toMatchObject({ momentVersion: '1.0', title: moodProgramme.title });
    expect(rows(opened, 'modules')).toMatchObject([{ moduleId: 'start' }, { moduleId: 'follow-up' }]);
    for (const refused of [await openModule('2.0'), await openForm('2.0')])
      expect(refused).toMatchObject({ status: 409, body: { code: 'form-version-mismatch' } });
  });

  it('that is inactivated goes on where it runs (PUB-5)', async () => {
    await succeed(world, inactivateMoment, {
      params: { unitId: units.care },
      body: { momentId: running.momentId, major: 1 },
      token: await login('careProviderAdmin'),
    });
    expect((await open()).body).toMatchObject({ momentVersion: '1.0' });
    expect((await openModule('1.0')).status).toBe(200);
    await succeed(world, submitForm, answering(moodGiven(running.momentId, moodAnswers), '"0"'));
  });
});
