import { beforeAll, describe, expect, it } from 'vitest';
import { checkDraft } from '../../../functions/authoring/moments/check-draft.ts';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { digestOf } from '../../../shared/domain/content/content-digest.ts';
import { fullDesk } from '../../support/editing.ts';
import { login, loginResident, provider, seedPeople } from '../../support/people.ts';
import {
  activatedOn,
  approvedResident,
  newMoment,
  publishedWith,
  type Running,
  startedInstance,
  succeed,
} from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

const formId = 'phq-9';
const diary = {
  ...{ formId, kind: 'ordinary', title: 'Hur sover du?' },
  pages: [
    {
      pageId: 'night',
      questions: [
        {
          ...{ type: 'time', questionId: 'bedtime', text: 'När gick du och lade dig?', required: true },
          ...{ earliest: '20:00', latest: '03:00' },
        },
      ],
    },
  ],
};
const programme = { ...moodProgramme, forms: [diary] };

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  const { momentId } = (await newMoment(world)).params;
  await publishedWith(world, momentId, programme, [provider]);
  await activatedOn(world, momentId);
  await approvedResident(world);
  running = await startedInstance(world, momentId);
});

const submitted = async (bedtime: string) => ({
  params: { instanceId: running.instanceId, formId },
  body: {
    ...{ momentId: running.momentId, momentVersion: '1.0', formVersion: digestOf(diary) },
    changes: { bedtime },
  },
  token: await loginResident('approved'),
  headers: { 'If-Match': '"0"' },
});

describe('AUT-3 a question about a time between evening and night', () => {
  it('is designed, and the publish check says nothing of it', async () => {
    const desk = await fullDesk(world, programme);
    // The programme shows its form in two modules.
    expect(rows(await desk.do(checkDraft), 'findings').map(({ code }) => code)).toEqual(['form-shared']);
    expect((await desk.form(formId)).form).toEqual(diary);
  });

  it.each(['19:59', '03:01', '12:00'])('does not take %s, and says between which times', async (bedtime) => {
    const { status, body } = await world.call(submitForm, await submitted(bedtime));
    expect([status, body.code]).toEqual([422, 'answers-invalid']);
    expect(body['errors']).toEqual([
      {
        pointer: '/body/changes/bedtime',
        code: 'answer-not-time',
        detail: 'Ett klockslag, skrivet HH:MM, från 20:00, till 03:00',
      },
    ]);
  });

  it('takes 23:30, and the practitioner reads it', async () => {
    await succeed(world, submitForm, await submitted('23:30'));
    const { body } = await succeed(world, readForm, {
      ...{ params: { instanceId: running.instanceId, formId }, token: await login('practitioner') },
    });
    expect(body['answers']).toEqual({ bedtime: '23:30' });
  });
});
