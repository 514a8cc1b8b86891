import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMyForm } from '../../../functions/care/answers/open-my-form.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import {
  login,
  loginResident,
  registered,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import {
  activeMoment,
  approvedResident,
  moodGiven,
  saving,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const { child, guardian } = residents;

let world: World;
let momentId: string;
let instanceId: string;
let etag: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world, child);
});

beforeEach(async () => {
  ({ instanceId } = await startedInstance(world, momentId, child));
  etag = '"0"';
});

const as = async (who: 'guardian' | 'child') => ({
  token: await loginResident(who),
  headers: who === 'guardian' ? { 'Acting-For': child } : {},
});
const write = async (useCase: UseCase, who: 'guardian' | 'child', answers: object) => {
  const { token, headers } = await as(who);
  const sent = {
    params: { instanceId, formId: 'phq-9' },
    body: moodGiven(momentId, answers),
    ...{ token, headers: { ...headers, 'If-Match': etag } },
  };
  const written = await succeed(world, useCase, useCase === saveAnswers ? saving(sent) : sent);
  etag = written.headers['etag'] ?? '';
};
const openForm = async (who: 'guardian' | 'child') => {
  const query = { momentId, momentVersion: '1.0' };
  const params = { instanceId, formId: 'phq-9' };
  return (await succeed(world, openMyForm, { params, query, ...(await as(who)) })).body;
};
const overview = async () => {
  const mine = await succeed(world, openMyInstance, { params: { instanceId }, ...(await as('child')) });
  return rows(mine, 'forms')[0];
};
const byStaff = async (useCase: UseCase, more: Record<string, string> = {}) =>
  succeed(world, useCase, { params: { instanceId, ...more }, token: await login('practitioner') });

/** The child has had their thirteenth birthday, and logs in themselves. */
const turnsThirteen = () => {
  const before = world.registers.persons.get(child);
  world.registers.persons.set(child, { ...registered(child), ...before, birthDate: '2013-01-01' });
};
const asBefore = () => {
  const custody = [{ custodian: guardian, from: '2013-01-01' }];
  world.registers.persons.set(child, registered(child, { custody }));
};

const name = 'Person 1979';
const toStaff = () => ({
  as: 'guardian',
  person: {
    ...{ protected: false, personnummer: guardian, name },
    id: shownAt(world, units.care, guardian),
  },
});

describe('ID-8 who wrote', () => {
  it('stands on the draft, for the guardian and for the child', async () => {
    await write(saveAnswers, 'guardian', {});
    for (const who of ['guardian', 'child'] as const)
      expect(await openForm(who)).toMatchObject({
        draft: { writtenBy: { as: 'guardian', person: { name } } },
      });
    expect(await overview()).toMatchObject({ draftBy: 'guardian' });
  });

  it('stands on every submission and every result, for staff', async () => {
    await write(submitForm, 'guardian', moodAnswers);
    expect(rows(await byStaff(openInstance), 'forms')).toMatchObject([{ submittedBy: 'guardian' }]);
    await write(submitForm, 'child', moodAnswers);
    const { body } = await byStaff(viewResults);
    expect(body['results']).toMatchObject([{ writtenBy: { as: 'self' } }, { writtenBy: toStaff() }]);
    const read = await byStaff(readForm, { formId: 'phq-9' });
    expect(read.body['writtenBy']).toEqual({ as: 'self' });
    const opened = await byStaff(openInstance);
    expect(rows(opened, 'forms')[0]).not.toHaveProperty('submittedBy');
    expect(JSON.stringify(opened.body)).not.toContain('draft');
  });

  it('names nobody with protected identity, to staff or to the resident', async () => {
    await write(submitForm, 'guardian', moodAnswers);
    await write(saveAnswers, 'guardian', {});
    const before = registered(guardian, { children: [child, residents.teenager] });
    world.registers.persons.set(guardian, { ...before, protected: true });
    const seen = [
      (await byStaff(viewResults)).text,
      (await byStaff(readForm, { formId: 'phq-9' })).text,
      JSON.stringify(await openForm('child')),
    ];
    world.registers.persons.set(guardian, before);
    for (const text of seen) {
      expect(text).toContain('"as":"guardian"');
      expect(text).not.toContain(name);
      expect(text).not.toContain(guardian);
    }
  });
});

describe('ID-8 what a guardian began', () => {
  it('is shown to the child at thirteen, marked, and stays marked when they go on', async () => {
    await write(saveAnswers, 'guardian', {});
    turnsThirteen();
    try {
      expect(await overview()).toMatchObject({ draftBy: 'guardian' });
      await write(saveAnswers, 'child', {});
      const marked = await overview();
      expect(marked).toMatchObject({ draftBegunBy: 'guardian' });
      expect(marked).not.toHaveProperty('draftBy');
      expect(await openForm('child')).toMatchObject({
        draft: { writtenBy: { as: 'self' }, begunBy: { as: 'guardian', person: { name } } },
      });
      await write(submitForm, 'child', moodAnswers);
    } finally {
      asBefore();
    }
    const read = await byStaff(readForm, { formId: 'phq-9' });
    expect(read.body).toMatchObject({ writtenBy: { as: 'self' }, begunBy: toStaff() });
    const { body } = await byStaff(viewResults);
    expect(body['results']).toMatchObject([{ writtenBy: { as: 'self' }, begunBy: toStaff() }]);
  });

  it('is over with the submission: the next draft is begun by whoever begins it', async () => {
    await write(saveAnswers, 'guardian', {});
    await write(submitForm, 'child', moodAnswers);
    await write(saveAnswers, 'child', {});
    const { draft } = (await openForm('child')) as { draft: object };
    expect(draft).toMatchObject({ writtenBy: { as: 'self' } });
    expect(draft).not.toHaveProperty('begunBy');
  });
});
