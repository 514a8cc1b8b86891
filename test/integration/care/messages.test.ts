import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endInstance } from '../../../functions/care/instances/end-instance.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { readMessages } from '../../../functions/care/messages/read-messages.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { sendMyMessage } from '../../../functions/care/messages/send-my-message.ts';
import { withdrawMessage } from '../../../functions/care/messages/withdraw-message.ts';
import { attentionOf } from '../../../shared/domain/care/attention.ts';
import { found } from '../../../shared/domain/found.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { hsaIdOf, login, loginResident, residents, seedPeople } from '../../support/people.ts';
import { activeMoment, approvedResident, startedInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';
import { MandateDesk } from '../people/mandate-desk.ts';

let world: World;
let momentId: string;
let params: { instanceId: string };
let staff: string;
let own: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world);
  staff = await login('practitioner');
  own = await loginResident('approved');
});

beforeEach(async () => {
  const { instanceId } = await startedInstance(world, momentId);
  params = { instanceId };
});

const tell = async (text: string): Promise<string> =>
  (await succeed(world, sendMessage, { params, body: { text }, token: staff })).body['messageId'] as string;
const write = async (text: string): Promise<string> =>
  (await succeed(world, sendMyMessage, { params, body: { text }, token: own })).body['messageId'] as string;
const readAsStaff = (query: Record<string, string> = {}) =>
  succeed(world, readMessages, { params, query, token: staff });
const readOwn = (query: Record<string, string> = {}) =>
  succeed(world, readMyMessages, { params, query, token: own });
const withdraw = (messageId: string) =>
  world.call(withdrawMessage, {
    ...{ params: { ...params, messageId }, body: { reason: 'wrong-recipient' }, token: staff },
  });
const head = async () => found(await world.runtime.stores.instances.instance(params.instanceId)).value;
const counted = async () => {
  const { unreadFromResident = 0, unreadFromStaff = 0, oldestUnreadAt } = await head();
  return { unreadFromResident, unreadFromStaff, waits: oldestUnreadAt !== undefined };
};
const texts = (list: Record<string, unknown>[]) => list.map(({ text }) => text);

const nobody = { unreadFromResident: 0, unreadFromStaff: 0, waits: false };

describe('CARE-10 ID-8 messages', () => {
  it('go both ways as they were written, newest first, page by page', async () => {
    await tell('Hej! 😀');
    await write('Hej på dig 👩‍👩‍👧!\nJag har en fråga.');
    await tell('Så här gör du:\n1. Öppna dagboken.');
    const written = [
      'Så här gör du:\n1. Öppna dagboken.',
      'Hej på dig 👩‍👩‍👧!\nJag har en fråga.',
      'Hej! 😀',
    ];
    for (const read of [readAsStaff, readOwn]) {
      const first = await read({ limit: '2' });
      const second = await read({ limit: '2', cursor: first.body['next'] as string });
      expect([...texts(rows(first, 'messages')), ...texts(rows(second, 'messages'))]).toEqual(written);
      expect(second.body['next']).toBeUndefined();
    }
  });

  it('say who wrote: staff by name to the resident, a proxy with that purpose alone, and as such to both', async () => {
    const desk = new MandateDesk(world);
    const headers = { 'Acting-For': residents.approved };
    await desk.given(['view', 'answer']);
    const asProxy = { params, body: { text: 'Från ombudet' }, token: await loginResident('proxy'), headers };
    expect(await outcomeOf(world, sendMyMessage, asProxy)).toBe('403 representation-missing');
    await desk.given(['view', 'messages']);
    await tell('Hej');
    expect(await outcomeOf(world, sendMyMessage, asProxy)).toBe('201');
    const [fromProxy, fromStaff] = rows(await readOwn(), 'messages');
    expect(fromProxy).toMatchObject({ from: 'resident', writtenBy: { as: 'proxy' } });
    expect(fromStaff).toMatchObject({ from: 'staff', author: expect.stringMatching(/\S/) });
    expect(rows(await readAsStaff(), 'messages')).toMatchObject([
      { from: 'resident', writtenBy: { as: 'proxy', person: { protected: false } } },
      { from: 'staff', author: hsaIdOf('practitioner') },
    ]);
  });

  it.each([
    ['staff', sendMessage],
    ['resident', sendMyMessage],
  ])('sent twice by %s under one key are one', async (who, useCase) => {
    const token = who === 'staff' ? staff : own;
    const sent = {
      params,
      body: { text: 'En gång' },
      token,
      headers: { 'Idempotency-Key': `once-${who}-x` },
    };
    const first = await succeed(world, useCase, sent);
    const again = await succeed(world, useCase, sent);
    expect(again.body).toEqual(first.body);
    expect(rows(await readAsStaff(), 'messages')).toHaveLength(1);
  });

  it.each([
    ['nothing', ''],
    ['blanks alone', ' \n '],
    ['more than four thousand characters', 'x'.repeat(4001)],
  ])('are never %s', async (_, text) => {
    for (const [useCase, token] of [[sendMessage, staff] as const, [sendMyMessage, own] as const])
      expect((await world.call(useCase, { params, body: { text }, token })).body.code).toBe(
        'validation-failed',
      );
    expect(await counted()).toEqual(nobody);
  });
});

describe('CARE-10 what is not read yet', () => {
  it('is counted for each side in the write that sends it, and no more once it is read', async () => {
    await write('Ett');
    await write('Två');
    await tell('Svar');
    expect(await counted()).toEqual({ unreadFromResident: 2, unreadFromStaff: 1, waits: true });
    await readAsStaff();
    expect(await counted()).toEqual({ unreadFromResident: 0, unreadFromStaff: 1, waits: false });
    await readOwn();
    expect(await counted()).toEqual(nobody);
  });

  it('waits since the first of them, until the last is read', async () => {
    await write('Ett');
    const { oldestUnreadAt: since } = await head();
    expect(await head()).toMatchObject({ priority: '1', since });
    await write('Två');
    expect((await head()).oldestUnreadAt).toBe(since);
    await readAsStaff({ limit: '1' });
    expect(await counted()).toEqual({ unreadFromResident: 1, unreadFromStaff: 0, waits: true });
    expect((await head()).oldestUnreadAt).toBe(since);
  });

  it('is read for the whole unit, by who was first, and told as read to who wrote it', async () => {
    await write('Hej');
    await tell('Svar');
    await readAsStaff();
    await readOwn();
    const [sent, received] = rows(await readAsStaff(), 'messages');
    expect(received).toMatchObject({ readBy: hsaIdOf('practitioner'), readAt: expect.any(String) });
    expect(sent).toMatchObject({ readAs: 'self', readAt: expect.any(String) });
  });

  it('is shown where the moment is opened and listed', async () => {
    await write('Hej');
    await tell('Svar');
    const opened = await succeed(world, openInstance, { params, token: staff });
    expect(opened.body).toMatchObject({
      ...{ unreadFromResident: 1, oldestUnreadAt: expect.any(String) },
      lastResidentActivityAt: expect.any(String),
    });
    const mine = await succeed(world, openMyInstance, { params, token: own });
    expect(mine.body).toMatchObject({ unreadFromStaff: 1 });
    expect(mine.text).not.toContain('unreadFromResident');
    const listed = rows(await succeed(world, listMyInstances, { token: own }), 'instances');
    expect(listed.find(({ instanceId }) => instanceId === params.instanceId)).toMatchObject({
      unreadFromStaff: 1,
    });
  });

  it('stays unread where another is sent between the reading and the marking, and nothing is lost', async () => {
    await write('Ett');
    let isSent = false;
    const read = await world.call(
      readMessages,
      { params, token: staff },
      beforeWriting(async () => {
        if (isSent) return;
        isSent = true;
        await write('Två');
      }),
    );
    expect(read.status).toBe(200);
    expect(await counted()).toEqual({ unreadFromResident: 2, unreadFromStaff: 0, waits: true });
    await readAsStaff();
    expect(await counted()).toEqual(nobody);
  });

  it('is sent all the same where an urgent flag is raised in that moment, and presses after it', async () => {
    const at = '2026-11-23T10:00:00.000Z';
    let isRaised = false;
    const came = await world.call(
      sendMyMessage,
      { params, body: { text: 'Hej' }, token: own },
      beforeWriting(async () => {
        if (isRaised) return;
        isRaised = true;
        const { value, version } = found(await world.runtime.stores.instances.instance(params.instanceId));
        const flagged = { urgentFlags: 1, oldestUrgentAt: at, priority: '0' as const, since: at };
        await world.have(entities.instance, { ...value, ...flagged }, version + 1);
      }),
    );
    expect(came.status).toBe(201);
    expect(await head()).toMatchObject({ priority: '0', since: at, unreadFromResident: 1 });
  });

  it('is counted right whatever is sent and read in the same instant', async () => {
    for (let round = 0; round < 3; round += 1)
      await Promise.all([
        write('a'),
        tell('b'),
        readAsStaff(),
        readOwn(),
        write('c'),
        readAsStaff(),
        tell('d'),
      ]);
    const { items } = await world.runtime.stores.instances.messages(params.instanceId, {
      ...{ limit: 100, cursor: undefined },
    });
    const unread = (from: string) =>
      items.filter(({ value }) => value.from === from && value.readAt === undefined).length;
    expect(await counted()).toMatchObject({
      ...{ unreadFromResident: unread('resident'), unreadFromStaff: unread('staff') },
      waits: unread('resident') > 0,
    });
    expect(await head()).toMatchObject(attentionOf(await head()));
    await readAsStaff();
    await readOwn();
    expect(await counted()).toEqual(nobody);
    expect(await head()).toMatchObject(attentionOf(await head()));
  });

  it('goes on where a moment has ended, and leaves it where it stands in the lists', async () => {
    await write('Hej');
    await tell('Hej då');
    await succeed(world, endInstance, { params, body: { reason: 'completed' }, token: staff });
    const { priority, since } = await head();
    expect(rows(await readAsStaff(), 'messages')).toHaveLength(2);
    expect(rows(await readOwn(), 'messages')).toHaveLength(2);
    expect(await counted()).toEqual(nobody);
    expect(await head()).toMatchObject({ state: 'ended', priority, since });
  });
});

describe('CARE-10 a message to the wrong person', () => {
  it('is withdrawn before it is read as if it had never been, kept, logged and counted no more', async () => {
    const messageId = await tell('Till en annan');
    expect((await withdraw(messageId)).status).toBe(201);
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'message-withdrawn', outcome: 'performed' },
      resource: { messageId, reason: 'wrong-recipient' },
    });
    expect(await counted()).toEqual(nobody);
    expect(rows(await readOwn(), 'messages')).toEqual([]);
    expect(rows(await readAsStaff(), 'messages')).toMatchObject([
      {
        text: 'Till en annan',
        withdrawn: { reason: 'wrong-recipient', by: hsaIdOf('practitioner'), at: expect.any(String) },
      },
    ]);
  });

  it('is told as withdrawn, without its words, to a resident who has read it', async () => {
    const messageId = await tell('Till en annan');
    await readOwn();
    await withdraw(messageId);
    const shown = await readOwn();
    expect(rows(shown, 'messages')).toEqual([
      { messageId, from: 'staff', sentAt: expect.any(String), withdrawnAt: expect.any(String) },
    ]);
    expect(shown.text).not.toContain('annan');
    expect(await counted()).toEqual(nobody);
  });

  it('is told as withdrawn also where something else was done in the moment as it was read', async () => {
    const messageId = await tell('Till en annan');
    let isSent = false;
    const read = await world.call(
      readMyMessages,
      { params, token: own },
      beforeWriting(async () => {
        if (isSent) return;
        isSent = true;
        await tell('Två');
      }),
    );
    expect(texts(rows(read, 'messages'))).toEqual(['Till en annan']);
    expect(await counted()).toMatchObject({ unreadFromStaff: 1 });
    await withdraw(messageId);
    expect(rows(await readOwn(), 'messages')).toMatchObject([
      { text: 'Två' },
      { messageId, withdrawnAt: expect.any(String) },
    ]);
    expect(await counted()).toEqual(nobody);
  });

  it('is withdrawn where the moment has ended: they would go on reading it', async () => {
    const messageId = await tell('Till en annan');
    await succeed(world, endInstance, { params, body: { reason: 'completed' }, token: staff });
    expect((await withdraw(messageId)).status).toBe(201);
    expect(rows(await readOwn(), 'messages')).toEqual([]);
    expect(await counted()).toEqual(nobody);
  });

  it('leaves no page shorter, from which the resident could tell that it was', async () => {
    for (const text of ['a', 'b', 'c']) await tell(text);
    for (const text of ['Fel', 'Fel igen']) await withdraw(await tell(text));
    const page = (query: Record<string, string>) =>
      succeed(world, readMyMessages, { params, query: { limit: '2', ...query }, token: own });
    const first = await page({});
    expect(texts(rows(first, 'messages'))).toEqual(['c', 'b']);
    const last = await page({ cursor: String(first.body['next']) });
    expect([texts(rows(last, 'messages')), last.body['next']]).toEqual([['a'], undefined]);
  });

  it('is withdrawn once; the resident’s own never', async () => {
    const messageId = await tell('Fel');
    await withdraw(messageId);
    expect((await withdraw(messageId)).body.code).toBe('illegal-state');
    expect((await withdraw(await write('Min egen'))).status).toBe(404);
    expect((await withdraw(crypto.randomUUID())).status).toBe(404);
    expect(await counted()).toMatchObject({ unreadFromStaff: 0, unreadFromResident: 1 });
  });

  it('is not shown by whoever was about to read it as it was withdrawn', async () => {
    await tell('Fel');
    const messageId = await tell('Mycket fel');
    let isWithdrawn = false;
    const came = await world.call(
      readMyMessages,
      { params, token: own },
      beforeWriting(async () => {
        if (isWithdrawn) return;
        isWithdrawn = true;
        expect((await withdraw(messageId)).status).toBe(201);
      }),
    );
    expect(came).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(came.text).not.toContain('Mycket fel');
    expect(texts(rows(await readOwn(), 'messages'))).toEqual(['Fel']);
    expect(await counted()).toEqual(nobody);
  });

  it('is withdrawn also where the resident reads it in that moment, and is counted once', async () => {
    const messageId = await tell('Fel');
    let isRead = false;
    const came = await world.call(
      withdrawMessage,
      { params: { ...params, messageId }, body: { reason: 'mistake' }, token: staff },
      beforeWriting(async () => {
        if (isRead) return;
        isRead = true;
        await readOwn();
      }),
    );
    expect(came.status).toBe(201);
    expect(await counted()).toEqual(nobody);
    expect(rows(await readOwn(), 'messages')).toMatchObject([{ messageId, withdrawnAt: expect.any(String) }]);
  });
});

describe('LOG-2 LOG-3 messages in the log', () => {
  it('are named one by one where staff read them, and where they send one', async () => {
    const mine = await write('Hej');
    const theirs = await tell('Svar');
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'message-sent', resource: { messageId: theirs } },
      patient: { personnummer: residents.approved },
    });
    await readAsStaff();
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'message-read', resource: { messageIds: `${theirs} ${mine}` } },
      patient: { personnummer: residents.approved },
    });
    await readAsStaff();
    expect((await world.activities()).at(-1)).toMatchObject({
      activity: 'message-read',
      outcome: 'performed',
    });
    expect(JSON.stringify(await world.activities())).not.toContain('Svar');
  });
});
