import { beforeAll, describe, expect, it } from 'vitest';
import { compareDraft } from '../../../functions/authoring/moments/compare-draft.ts';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { activateMinor } from '../../../functions/catalogue/activations/activate-minor.ts';
import { publishVersion } from '../../../functions/catalogue/publishing/publish-version.ts';
import { moodAnswers, moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import { Desk } from '../../support/editing.ts';
import { login, loginResident, seedPeople, units } from '../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  exportedWith,
  moodGiven,
  publishedMoment,
  publishedWith,
  saving,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  await approvedResident(world);
});

const [page] = phq9.pages;
const [first, ...others] = page?.questions ?? [];
if (first?.type !== 'single-choice') throw new Error('PHQ-9 begins with a choice');
/** PHQ-9 whose first question has these options. */
const withOptions = (options: typeof first.options) => ({
  ...phq9,
  pages: [{ ...page, questions: [{ ...first, options }, ...others] }],
});
const labels = first.options.map(({ label }) => label);
const reworded = withOptions(first.options.map((one, at) => (at === 0 ? { ...one, label: 'Aldrig' } : one)));
const exchanged = withOptions(
  first.options.map((one, at) => ({ ...one, label: labels.at(at === 0 ? 1 : at === 1 ? 0 : at) ?? '' })),
);
const inForm = (form: object) => ({ ...moodProgramme, forms: [form] });

const activateNext = async (momentId: string): Promise<void> => {
  await succeed(world, activateMinor, {
    params: { unitId: units.care, momentId, major: '1' },
    body: { minor: 1 },
    token: await login('careProviderAdmin'),
    headers: { 'If-Match': '"1"' },
  });
};

describe('AUT-8 answers that were given in other words', () => {
  it('are shown in them to the resident, saved and submitted, and to staff', async () => {
    const momentId = await publishedMoment(world);
    await activatedOn(world, momentId);
    const { instanceId } = await startedInstance(world, momentId);
    const params = { instanceId, formId: phq9.formId };
    const token = await loginResident('approved');
    const answered = { params, token, body: moodGiven(momentId, moodAnswers) };
    await succeed(world, submitForm, { ...answered, headers: { 'If-Match': '"0"' } });
    await succeed(world, saveAnswers, saving({ ...answered, headers: { 'If-Match': '"1"' } }));
    const opened = async (momentVersion: string) =>
      (await succeed(world, openMyForm, { params, query: { momentId, momentVersion }, token })).body;
    const before = await opened('1.0');
    expect(before).toMatchObject({ submitted: { answers: moodAnswers }, draft: { answers: moodAnswers } });
    expect(JSON.stringify([before['submitted'], before['draft']])).not.toContain('"form"');
    await publishedWith(world, momentId, inForm(reworded));
    await activateNext(momentId);
    const after = await opened('1.1');
    expect(JSON.stringify(after['form'])).toContain('Aldrig');
    for (const given of [after['submitted'], after['draft']])
      expect(given).toMatchObject({ answers: moodAnswers, form: before['form'] });
    const staff = await succeed(world, readForm, { params, token: await login('practitioner') });
    expect(staff.body).toMatchObject({ momentVersion: '1.0', form: phq9 });
  });

  it('are kept, a submission each, under the words they were given in', async () => {
    const momentId = await publishedMoment(world);
    await activatedOn(world, momentId);
    const { instanceId } = await startedInstance(world, momentId);
    const token = await loginResident('approved');
    const params = { instanceId, formId: phq9.formId };
    const given = moodGiven(momentId, moodAnswers);
    await succeed(world, submitForm, { params, token, body: given, headers: { 'If-Match': '"0"' } });
    await publishedWith(world, momentId, inForm(reworded));
    await activateNext(momentId);
    const formVersion = digestOf(reworded);
    const later = { ...given, momentVersion: '1.1', formVersion };
    await succeed(world, submitForm, { params, token, body: later, headers: { 'If-Match': '"1"' } });
    const { items } = await world.runtime.stores.instances.results(instanceId, {
      limit: 10,
      cursor: undefined,
    });
    expect(items.map(({ value }) => value.formVersion)).toEqual([formVersion, given.formVersion]);
    for (const { value } of items)
      expect(await world.runtime.stores.moments.keptForm(momentId, value.formVersion)).toBeDefined();
  });
});

describe('AUT-8 options that take one another’s words', () => {
  it('are no minor version: it is said which, and they are published as 2.0', async () => {
    const momentId = await publishedMoment(world);
    const { params, etag } = await exportedWith(world, momentId, inForm(exchanged));
    const desk = new Desk(world, momentId, await login('designer'));
    const { body } = await desk.do(compareDraft);
    expect(body).toMatchObject({ nextVersion: '2.0' });
    expect(JSON.stringify(body['differences'])).toMatch(
      new RegExp(`${first.questionId} (har tagit över orden|has taken the words)`),
    );
    const token = await login('publisher');
    const headers = { 'If-Match': etag };
    const refused = await world.call(publishVersion, { params, body: { expected: 'minor' }, token, headers });
    const [one, other] = [0, 1].map((at) => `/forms/phq-9/pages/0/questions/0/options/${at}/label`);
    expect(refused.body).toMatchObject({
      ...{ code: 'structural-change', errors: [{ pointer: one }, { pointer: other }] },
    });
    const published = await succeed(world, publishVersion, { params, body: {}, token, headers });
    expect(published.body['momentVersion']).toBe('2.0');
  });

  it('are found over several minors', async () => {
    const momentId = await publishedMoment(world);
    expect(await publishedWith(world, momentId, inForm(reworded))).toBe('1.1');
    const [one, other, ...rest] = first.options;
    const later = withOptions([
      { ...one, label: 'Inte alls, aldrig' },
      { ...other, label: labels[0] },
      ...rest,
    ] as typeof first.options);
    const { params, etag } = await exportedWith(world, momentId, inForm(later));
    const sent = { params, token: await login('publisher'), headers: { 'If-Match': etag } };
    const refused = await world.call(publishVersion, { ...sent, body: { expected: 'minor' } });
    expect(refused.body.errors).toMatchObject([
      {
        pointer: '/forms/phq-9/pages/0/questions/0/options/1/label',
        code: 'option-takes-earlier-words',
      },
    ]);
    const published = await succeed(world, publishVersion, { ...sent, body: {} });
    expect(published.body['momentVersion']).toBe('2.0');
  });
});
