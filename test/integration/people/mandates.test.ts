import { beforeAll, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { listMyMandates } from '../../../functions/people/mandates/list-my-mandates.ts';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { registerMandate } from '../../../functions/people/mandates/register-mandate.ts';
import { revokeMyMandate } from '../../../functions/people/mandates/revoke-my-mandate.ts';
import { withdrawMandate } from '../../../functions/people/mandates/withdraw-mandate.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import { login, loginElsewhere, loginResident, residents, seedPeople, units } from '../../support/people.ts';
import { moodGiven, type Running, runningInstance, succeed } from '../../support/story.ts';
import { rows, type Sent, World } from '../../support/world.ts';

const resident = residents.approved;
const proxy = residents.proxy;
const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString();

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
});

const give = async (purposes: string[], more: object = {}) =>
  world.call(giveMandate, {
    body: { proxy, purposes, validTo: inAYear(), ...more },
    token: await loginResident('approved'),
  });

const revoke = async (mandateId: unknown) =>
  world.call(revokeMyMandate, { body: { proxy, mandateId }, token: await loginResident('approved') });

const register = async (more: object = {}) =>
  world.call(registerMandate, {
    params: { unitId: units.care },
    body: { resident, proxy, purposes: ['view'], validTo: inAYear(), reason: 'Kan inte logga in', ...more },
    token: await login('residentAdmin'),
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
  const { body } = await give(purposes);
  await act();
  await revoke(body['mandateId']);
};

const saving = (): Sent => ({
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
      expect(await asProxy(saveAnswers, saving())).toBe('403 representation-missing');
      expect(await asProxy(readMyMessages)).toBe('403 representation-missing');
    });
    await withMandate(['messages'], async () => {
      expect(await asProxy(readMyMessages)).toBe('200 ');
      expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    });
  });

  it('writes as themselves, on behalf of the resident (ID-8)', async () => {
    await withMandate(['answer'], async () => {
      expect(await asProxy(saveAnswers, saving())).toBe('200 ');
    });
    const kept = await world.runtime.stores.instances.form(running.instanceId, 'phq-9');
    expect(kept?.value.draft?.writtenBy).toEqual({ as: 'proxy', person: world.personOf(proxy) });
  });

  it('is stopped at the next request once the mandate is revoked', async () => {
    const { body } = await give(['view']);
    expect(await asProxy(openMyInstance)).toBe('200 ');
    expect((await revoke(body['mandateId'])).status).toBe(201);
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    expect((await revoke(body['mandateId'])).body.code).toBe('illegal-state');
  });

  it('is stopped when the mandate ends, and not let in before it begins', async () => {
    const validFrom = new Date(Date.now() + 3_600_000).toISOString();
    const validTo = new Date(Date.now() + 7_200_000).toISOString();
    const { body } = await give(['view'], { validFrom, validTo });
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    const { mandateId } = body;
    const kept = await world.runtime.stores.people.mandate(
      world.personOf(resident).key,
      world.personOf(proxy).key,
      String(mandateId),
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
    ['for longer than five years', { validTo: '2040-01-01T00:00:00Z' }, '/body/validTo'],
    ['for nothing', { purposes: [] }, '/body/purposes'],
    ['for what does not exist', { purposes: ['everything'] }, '/body/purposes/0'],
  ])('is not appointed %s', async (_, more, pointer) => {
    const { status, body } = await give(['view'], more);
    expect(`${status} ${body.errors?.[0]?.pointer}`).toBe(`400 ${pointer}`);
  });

  it('is shown to the resident, and the resident to the proxy', async () => {
    const { body } = await give(['view']);
    const { mandateId } = body;
    const mine = await succeed(world, listMyMandates, { token: await loginResident('approved') });
    expect(rows(mine, 'mandates')).toContainEqual(
      expect.objectContaining({
        mandateId,
        state: 'given',
        proxy: expect.objectContaining({ personnummer: proxy }),
      }),
    );
    const theirs = await succeed(world, listMyRepresented, { token: await loginResident('proxy') });
    expect(rows(theirs, 'mandates')).toMatchObject([{ mandateId, resident: { personnummer: resident } }]);
    await revoke(mandateId);
  });
});

describe('ID-7 a mandate registered by the unit', () => {
  it('opens that unit’s moments, with the reason kept', async () => {
    const { body } = await register();
    expect(await asProxy(openMyInstance)).toBe('200 ');
    const kept = await world.runtime.stores.people.mandatesFrom(world.personOf(resident).key);
    expect(kept.find(({ mandateId }) => mandateId === body['mandateId'])?.registered).toMatchObject({
      unit: units.care,
      reason: 'Kan inte logga in',
    });
    await world.call(withdrawMandate, {
      params: { unitId: units.care },
      body: { resident, proxy, mandateId: body['mandateId'] },
      token: await login('residentAdmin'),
    });
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
  });

  it('opens nothing at another unit or provider (ORG-1)', async () => {
    await world.call(approveResident, {
      params: { unitId: units.elsewhere },
      body: { personnummer: resident, scope: 'all-services' },
      token: await loginElsewhere('residentAdmin'),
    });
    const { status } = await world.call(registerMandate, {
      params: { unitId: units.elsewhere },
      body: { resident, proxy, purposes: ['view'], validTo: inAYear(), reason: 'R' },
      token: await loginElsewhere('residentAdmin'),
    });
    expect(status).toBe(201);
    expect(await asProxy(openMyInstance)).toBe('404 not-found');
    const listed = await world.call(listMyInstances, {
      token: await loginResident('proxy'),
      headers: { 'Acting-For': resident },
    });
    expect(rows(listed, 'instances')).toEqual([]);
  });

  it('tells nothing of how many lie elsewhere, page by page', async () => {
    const listed = await world.call(listMyInstances, {
      query: { limit: '1' },
      token: await loginResident('proxy'),
      headers: { 'Acting-For': resident },
    });
    expect(listed.body).toEqual({ instances: [] });
  });

  it('is refused for whom the unit has not approved, and for children', async () => {
    expect((await register({ resident: residents.unapproved })).body.code).toBe('resident-not-approved');
    await world.call(approveResident, {
      params: { unitId: units.care },
      body: { personnummer: residents.teenager, scope: 'all-services' },
      token: await login('residentAdmin'),
    });
    expect((await register({ resident: residents.teenager })).body.code).toBe('person-under-age');
  });

  it('is not another unit’s to withdraw, nor is the resident’s own the unit’s', async () => {
    const own = await give(['view']);
    const { body } = await world.call(withdrawMandate, {
      params: { unitId: units.care },
      body: { resident, proxy, mandateId: own.body['mandateId'] },
      token: await login('residentAdmin'),
    });
    expect(body.code).toBe('not-found');
    await revoke(own.body['mandateId']);
  });
});
