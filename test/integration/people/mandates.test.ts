import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { listMyMandates } from '../../../functions/people/mandates/list-my-mandates.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, loginResident, residents, seedPeople } from '../../support/people.ts';
import { moodGiven, type Running, runningInstance, saving, succeed } from '../../support/story.ts';
import { rows, type Sent, World } from '../../support/world.ts';
import { inAYear, MandateDesk } from './mandate-desk.ts';

const resident = residents.approved;
const proxy = residents.proxy;

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

let world: World;
let running: Running;
let desk: MandateDesk;

beforeAll(async () => {
  world = await World.create();
  desk = new MandateDesk(world);
  await seedPeople(world);
  running = await runningInstance(world);
});

const asProxy = async (useCase: UseCase, sent: Sent = {}) => {
  const { status, body } = await world.call(useCase, {
    params: { instanceId: running.instanceId },
    ...sent,
    token: await loginResident('proxy'),
    headers: { 'Acting-For': resident, ...sent.headers },
  });
  return `${status} ${body.code ?? ''}`;
};

const withMandate = async (purposes: string[], act: () => Promise<void>) => {
  const mandateId = await desk.given(purposes);
  await act();
  await desk.revoke(mandateId);
};

const saved = (): Sent =>
  saving({
    params: { instanceId: running.instanceId, formId: 'phq-9' },
    body: moodGiven(running.momentId, {}),
    headers: { 'If-Match': '"0"' },
  });

describe('ID-7 a proxy', () => {
  it('has nothing without a mandate', async () => {
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
  });

  it('does what the mandate’s purposes say and nothing else', async () => {
    await withMandate(['view'], async () => {
      expect(await asProxy(openMyInstance)).toBe('200 ');
      expect(await asProxy(saveAnswers, saved())).toBe('403 representation-missing');
      expect(await asProxy(readMyMessages)).toBe('403 representation-missing');
    });
    await withMandate(['messages'], async () => {
      expect(await asProxy(readMyMessages)).toBe('200 ');
      expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    });
  });

  it('is told that there are messages only where they may read them', async () => {
    const params = { instanceId: running.instanceId };
    await succeed(world, sendMessage, { params, body: { text: 'Hej' }, token: await login('practitioner') });
    const seen = async () => {
      const sent = { token: await loginResident('proxy'), headers: { 'Acting-For': resident } };
      const opened = await succeed(world, openMyInstance, { params, ...sent });
      const listed = rows(await succeed(world, listMyInstances, sent), 'instances');
      return [opened.body['unreadFromStaff'], ...listed.map((one) => one['unreadFromStaff'])];
    };
    await withMandate(['view'], async () => expect(await seen()).toEqual([undefined, undefined]));
    await withMandate(['view', 'messages'], async () => expect(await seen()).toEqual([1, 1]));
  });

  it('writes as themselves, on behalf of the resident (ID-8)', async () => {
    await withMandate(['answer'], async () => {
      expect(await asProxy(saveAnswers, saved())).toBe('200 ');
    });
    const kept = await world.runtime.stores.instances.form(running.instanceId, 'phq-9');
    expect(kept?.value.draft?.writtenBy).toEqual({ as: 'proxy', person: world.personOf(proxy) });
  });

  it('is stopped at the next request once the mandate is revoked', async () => {
    const mandateId = await desk.given(['view']);
    expect(await asProxy(openMyInstance)).toBe('200 ');
    expect((await desk.revoke(mandateId)).status).toBe(201);
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    expect((await desk.revoke(mandateId)).body.code).toBe('illegal-state');
  });

  it('is as cheap to let in however often mandates between the two were given and revoked', async () => {
    const { people } = world.runtime.stores;
    const between = [world.personOf(resident).key, world.personOf(proxy).key] as const;
    const before = (await people.mandates(...between)).length;
    for (let turn = 0; turn < 3; turn += 1) await desk.revoke(await desk.given(['view']));
    await desk.resign(await desk.given(['view']));
    expect(await people.mandates(...between)).toHaveLength(before);
  });

  it('is stopped when the mandate ends, and not let in before it begins', async () => {
    const validFrom = new Date(Date.now() + 3_600_000).toISOString();
    const validTo = new Date(Date.now() + 30 * 3_600_000).toISOString();
    const mandateId = await desk.given(['view'], { validFrom, validTo });
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    const kept = await world.runtime.stores.people.mandate(
      world.personOf(resident).key,
      world.personOf(proxy).key,
      mandateId,
    );
    if (!kept) throw new Error('no mandate');
    const ended = { validFrom: '2020-01-01T00:00:00.000Z', validTo: '2020-02-01T00:00:00.000Z' };
    await world.have(entities.mandate, { ...kept.value, ...ended }, kept.version);
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
  });

  it('opens nothing under a number the resident has given up', async () => {
    await withMandate(['view'], async () => {
      const known = world.registers.persons.get(resident);
      world.registers.persons.delete(resident);
      expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
      if (known) world.registers.persons.set(resident, known);
      expect(await asProxy(openMyInstance)).toBe('200 ');
    });
  });

  it('cannot hand the mandate on, nor see the resident’s other affairs', async () => {
    await withMandate(['view', 'answer', 'messages'], async () => {
      const validTo = inAYear();
      const body = { proxy: residents.guardian, purposes: ['view'], validTo };
      expect(await asProxy(giveMandate, { body })).toBe('403 representation-not-allowed');
      expect(await asProxy(listMyMandates)).toBe('403 representation-not-allowed');
    });
  });

  it.each([
    ['to oneself', { proxy: resident }, '/body/proxy'],
    ['that has ended', { validTo: '2020-01-01T00:00:00Z' }, '/body/validTo'],
    ['for less than a day', { validTo: inHours(23) }, '/body/validTo'],
    [
      'for less than a day from when it begins',
      { validFrom: inHours(48), validTo: inHours(71) },
      '/body/validTo',
    ],
    [
      'for less than a day from now, long as it may be',
      { validFrom: inHours(-48), validTo: inHours(23) },
      '/body/validTo',
    ],
    ['for longer than five years', { validTo: '2040-01-01T00:00:00Z' }, '/body/validTo'],
    ['for nothing', { purposes: [] }, '/body/purposes'],
    ['for what does not exist', { purposes: ['everything'] }, '/body/purposes/0'],
  ])('is not appointed %s', async (_, more, pointer) => {
    const { status, body } = await desk.give(['view'], more);
    expect(`${status} ${body.errors?.[0]?.pointer}`).toBe(`400 ${pointer}`);
  });
});
