import { beforeAll, describe, expect, it } from 'vitest';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { createMediaUpload } from '../../../functions/media/create-media-upload.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  given,
  hsaIdOf,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { moodGiven, newMoment, type Running, runningInstance } from '../../support/story.ts';
import { announcement, picture, send, settle } from '../../support/upload.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
});

let keys = 0;
const once = () => {
  keys += 1;
  return { 'Idempotency-Key': `replay-${String(keys).padStart(4, '0')}` };
};
const writing = async (more: Partial<Sent> = {}): Promise<Sent> => ({
  params: { instanceId: running.instanceId },
  body: { text: 'Hej' },
  token: await login('practitioner'),
  headers: once(),
  ...more,
});
const since = async (before: number) => (await world.activities()).slice(before);
const soFar = async () => (await world.activities()).length;

describe('CARE-7 a repeat', () => {
  it('with its members in another order gets the first answer, and with other content none', async () => {
    const { instanceId, momentId } = running;
    const given = (answers: object) => moodGiven(momentId, answers);
    const sent = {
      params: { instanceId, formId: 'phq-9' },
      token: await loginResident('approved'),
      headers: { ...once(), 'If-Match': '"0"' },
    };
    const turned = Object.fromEntries(Object.entries(moodAnswers).toReversed());
    const first = await world.call(submitForm, { ...sent, body: given(moodAnswers) });
    const again = await world.call(submitForm, { ...sent, body: given(turned) });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const other = await world.call(submitForm, { ...sent, body: given({}) });
    expect(other.body.code).toBe('idempotency-key-reused');
  });

  it('is in the log as asked again, for it shows the answer again (LOG-15)', async () => {
    const sent = await writing();
    const before = await soFar();
    for (let time = 0; time < 3; time += 1) expect((await world.call(sendMessage, sent)).status).toBe(201);
    const entries = await since(before);
    expect(entries.map(({ outcome }) => outcome)).toEqual(['performed', 'repeated', 'repeated']);
    expect(entries[1]).toMatchObject({
      ...{ activity: 'message-sent', provider, unit: units.care },
      patient: { personnummer: residents.approved },
      actor: { hsaId: hsaIdOf('practitioner'), role: 'practitioner' },
    });
  });

  it('of two at once the later is in the log as well', async () => {
    const sent = await writing();
    const before = await soFar();
    const answers = await Promise.all([1, 2, 3].map(() => world.call(sendMessage, sent)));
    expect(new Set(answers.map(({ body }) => body['messageId'])).size).toBe(1);
    const outcomes = (await since(before)).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['performed', 'repeated', 'repeated']);
  });

  it('is refused to whom the role has been taken from meanwhile', async () => {
    const held = {
      ...given,
      staff: hsaIdOf('practitioner'),
      role: 'practitioner',
      provider,
      unit: units.care,
    } as const;
    const sent = await writing();
    expect((await world.call(sendMessage, sent)).status).toBe(201);
    await world.lose(entities.roleAssignment, held);
    const before = await soFar();
    const again = await world.call(sendMessage, sent);
    await world.have(entities.roleAssignment, held);
    expect(again.body.code).toBe('not-found');
    expect(again.text).not.toContain('messageId');
    expect(await since(before)).toMatchObject([{ outcome: 'denied' }]);
  });

  it('of a resident’s own is not in the log, and one’s key is nobody else’s', async () => {
    const sent = {
      params: { unitId: units.care },
      body: { personnummer: residents.unapproved, scope: 'all-services' },
      headers: once(),
    };
    const token = await login('residentAdmin');
    expect((await world.call(approveResident, { ...sent, token })).status).toBe(201);
    const before = await soFar();
    const other = await world.call(approveResident, { ...sent, token: await login('practitioner') });
    expect(other.body.code).toBe('role-missing');
    expect(await since(before)).toMatchObject([{ outcome: 'denied' }]);
  });
});

describe('MED-1 the ticket of an upload', () => {
  const announcing = async (): Promise<Sent> => ({
    params: (await newMoment(world)).params,
    body: announcement(picture),
    token: await login('designer'),
    headers: once(),
  });

  it('lies nowhere, and a repeat is given a new one for the same file', async () => {
    const sent = await announcing();
    const first = await world.call(createMediaUpload, sent);
    expect(JSON.stringify(await world.all('activities'))).not.toMatch(/x-amz-|policy|signature/i);
    const again = await world.call(createMediaUpload, sent);
    expect(again.status).toBe(201);
    const { upload, expiresAt: _, ...same } = again.body;
    expect(first.body).toMatchObject(same);
    expect(await send({ upload } as Parameters<typeof send>[0])).toBe('204');
  });

  it('is not given anew once the file is there', async () => {
    const sent = await announcing();
    const { body } = await world.call(createMediaUpload, sent);
    const { mediaId, upload } = body as { mediaId: string; upload: Parameters<typeof send>[0]['upload'] };
    expect(await send({ upload })).toBe('204');
    await settle(world, { momentId: String(sent.params?.['momentId']), mediaId });
    const again = await world.call(createMediaUpload, sent);
    expect(`${again.status} ${again.body.code}`).toBe('409 illegal-state');
  });
});
