import { beforeAll, describe, expect, it } from 'vitest';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { clearFlag } from '../../../functions/care/flags/clear-flag.ts';
import { listFlags } from '../../../functions/care/flags/list-flags.ts';
import { endInstance } from '../../../functions/care/instances/end-instance.ts';
import { enterMaintenance } from '../../../functions/care/instances/enter-maintenance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { sendMyMessage } from '../../../functions/care/messages/send-my-message.ts';
import { withdrawMessage } from '../../../functions/care/messages/withdraw-message.ts';
import { readTimeline } from '../../../functions/care/timeline/read-timeline.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import { hsaIdOf, login, loginResident, residents, seedPeople } from '../../support/people.ts';
import { moodGiven, type Running, runningInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let running: Running;
let staff: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  staff = await login('practitioner');
  await live(await loginResident('approved'));
});

const clearUrgent = async (): Promise<void> => {
  const params = { instanceId: running.instanceId };
  const [flag] = rows(await succeed(world, listFlags, { params, token: staff }), 'flags');
  await succeed(world, clearFlag, {
    ...{ params: { ...params, formId: 'phq-9', flagId: 'self-harm' }, token: staff },
    body: { resultId: flag?.['resultId'], note: 'Hemligt ord' },
  });
};

/** From start to end, in the order the timeline has to tell. */
const live = async (own: string): Promise<void> => {
  const params = { instanceId: running.instanceId };
  await succeed(world, openMyInstance, { params, token: own });
  const tell = { params, body: { text: 'Hemligt ord' }, token: staff };
  const { body: told } = await succeed(world, sendMessage, tell);
  await succeed(world, submitForm, {
    ...{ params: { ...params, formId: 'phq-9' }, body: moodGiven(running.momentId, moodAnswers), token: own },
    headers: { 'If-Match': '"0"' },
  });
  await succeed(world, sendMyMessage, { ...tell, token: own });
  await succeed(world, withdrawMessage, {
    ...{
      params: { ...params, messageId: String(told['messageId']) },
      body: { reason: 'mistake' },
      token: staff,
    },
  });
  await clearUrgent();
  await succeed(world, enterMaintenance, { params, token: staff });
  await succeed(world, endInstance, {
    params,
    body: { reason: 'moved', note: 'Flyttat norrut' },
    token: staff,
  });
};

const read = (query: Record<string, string> = {}) =>
  succeed(world, readTimeline, { params: { instanceId: running.instanceId }, query, token: staff });

const told = 'ended maintenance flag-cleared message submitted message opened started'.split(' ');

describe('CARE-13 the timeline', () => {
  it('tells all that has happened, newest first, by whom, and that a message was withdrawn', async () => {
    const happenings = rows(await read(), 'happenings');
    expect(happenings.map(({ what }) => what)).toEqual(told);
    expect(happenings[0]).toMatchObject({ reason: 'moved', by: hsaIdOf('practitioner') });
    expect(happenings[2]).toMatchObject({ flagIds: ['self-harm'], by: hsaIdOf('practitioner') });
    expect(happenings[3]).toMatchObject({ as: 'self' });
    expect(happenings[4]).toMatchObject({ formId: 'phq-9', as: 'self', flagIds: ['self-harm'] });
    expect(happenings[5]).toMatchObject({ by: hsaIdOf('practitioner'), withdrawnAt: expect.any(String) });
  });

  it.each([1, 2, 3, 7, 8, 50])('comes in pages of %i, each happening once', async (limit) => {
    const pages: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await read({ limit: String(limit), ...(cursor === undefined ? {} : { cursor }) });
      const happenings = rows(page, 'happenings');
      expect(happenings.length).toBeLessThanOrEqual(limit);
      pages.push(...happenings.map(({ what }) => what));
      cursor = page.body['next'] as string | undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual(told);
  });

  it('has no content in it: no words, no answers, no note', async () => {
    const { text } = await read();
    for (const said of ['Hemligt ord', 'norrut', 'not-at-all', residents.approved])
      expect(text).not.toContain(said);
  });
});

describe('LOG-9 who reads the timeline', () => {
  it('is in the log, with whom it is about', async () => {
    await read();
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'timeline-read', outcome: 'performed', patient: { personnummer: residents.approved } },
      resource: { instanceId: running.instanceId },
    });
  });
});
