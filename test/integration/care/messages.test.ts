import { beforeAll, describe, expect, it } from 'vitest';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { login, loginResident, seedPeople } from '../../support/people.ts';
import { type Running, runningInstance, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
});

const params = () => ({ instanceId: running.instanceId });

describe('CARE-10 messages', () => {
  it('reach the resident as they were written, newest first, page by page', async () => {
    const token = await login('practitioner');
    for (const text of ['Hej! 😀', 'Så här gör du:\n1. Öppna dagboken.'])
      await succeed(world, sendMessage, { params: params(), body: { text }, token });
    const read = async (query: Record<string, string>) => {
      const resident = await loginResident('approved');
      const { body } = await succeed(world, readMyMessages, { params: params(), query, token: resident });
      return { texts: (body['messages'] as { text: string }[]).map(({ text }) => text), next: body['next'] };
    };
    const first = await read({ limit: '1' });
    const second = await read({ limit: '1', cursor: first.next as string });
    expect([first.texts, second.texts]).toEqual([['Så här gör du:\n1. Öppna dagboken.'], ['Hej! 😀']]);
  });
});
