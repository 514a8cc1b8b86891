import { beforeAll, describe, expect, it } from 'vitest';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { confirmMandate } from '../../../functions/people/mandates/confirm-mandate.ts';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { listUnitMandates } from '../../../functions/people/mandates/list-unit-mandates.ts';
import { registerMandate } from '../../../functions/people/mandates/register-mandate.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { swedishDate } from '../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  provider,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { type Running, runningInstance, startedInstance, succeed } from '../../support/story.ts';
import { rows, type Sent, World } from '../../support/world.ts';
import { inAYear, MandateDesk } from './mandate-desk.ts';

const resident = residents.approved;
const proxy = residents.proxy;

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

const withdraw = async (mandateId: unknown) => desk.withdraw(mandateId);

const listed = async (query: Record<string, string> = {}) =>
  succeed(world, listUnitMandates, {
    ...{ params: { unitId: units.care }, query },
    token: await login('residentAdmin'),
  });

const lastOf = async (operationId: string) =>
  (await world.activities()).findLast((one) => one.operationId === operationId);

describe('ID-7 a mandate registered by the unit', () => {
  it('takes two administrators and the proxy, and opens nothing before', async () => {
    const { body } = await desk.register();
    const { mandateId } = body;
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    expect((await desk.accept(mandateId)).body.code).toBe('not-found');
    expect((await desk.refuse(mandateId)).body.code).toBe('not-found');
    expect(await desk.confirm(mandateId, {}, 'residentAdmin')).toMatchObject({
      status: 409,
      body: { code: 'mandate-registered-by-you' },
    });
    expect((await desk.confirm(mandateId)).status).toBe(201);
    expect((await desk.confirm(mandateId)).body.code).toBe('illegal-state');
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
    expect((await desk.accept(mandateId)).status).toBe(201);
    expect(await asProxy(openMyInstance)).toBe('200 ');
    expect((await withdraw(mandateId)).status).toBe(201);
    expect(await asProxy(openMyInstance)).toBe('403 representation-missing');
  });

  it('does not tell the proxy whom it is for before they have accepted', async () => {
    const { mandateId } = (await desk.register()).body;
    const asked = async () => {
      const token = await loginResident('proxy');
      const first = await succeed(world, listMyRepresented, { token });
      const query = { cursor: String(first.body['next']) };
      return (await succeed(world, listMyRepresented, { query, token })).body['requests'];
    };
    expect(await asked()).toEqual([]);
    await desk.confirm(mandateId);
    expect(await asked()).toEqual([
      expect.objectContaining({ mandateId, unit: units.care, purposes: ['view'] }),
    ]);
    expect(JSON.stringify(await asked())).not.toMatch(new RegExp(`${resident}|Person 1990|"id"`));
    await withdraw(mandateId);
  });

  it('is confirmed at the unit that registered it, for whom it has approved still', async () => {
    const { mandateId } = (await desk.register()).body;
    const elsewhere = await world.call(confirmMandate, {
      params: { unitId: units.elsewhere },
      body: { resident, proxy, mandateId },
      token: await loginElsewhere('residentAdmin'),
    });
    expect(elsewhere.body.code).toBe('not-found');
    const approval = { params: { unitId: units.care }, token: await login('residentAdmin') };
    const running = { becomes: 'readable', until: swedishDate(new Date().toISOString()) };
    await succeed(world, withdrawApproval, { ...approval, body: { personnummer: resident, running } });
    expect((await desk.confirm(mandateId)).body.code).toBe('resident-not-approved');
    await succeed(world, approveResident, {
      ...approval,
      body: { personnummer: resident, scope: 'support-and-treatment' },
    });
    expect((await desk.confirm(mandateId)).status).toBe(201);
    await withdraw(mandateId);
  });

  it('opens nothing at another unit or provider (ORG-1)', async () => {
    const there = { params: { unitId: units.elsewhere }, token: await loginElsewhere('residentAdmin') };
    await succeed(world, approveResident, {
      ...there,
      body: { personnummer: resident, scope: 'all-services' },
    });
    const { body } = await succeed(world, registerMandate, {
      ...there,
      body: { resident, proxy, purposes: ['view'], validTo: inAYear(), reason: 'R' },
    });
    const { mandateId } = body;
    await succeed(world, confirmMandate, {
      params: { unitId: units.elsewhere },
      body: { resident, proxy, mandateId },
      token: await loginElsewhere('residentAdmin2'),
    });
    expect((await desk.accept(mandateId)).status).toBe(201);
    expect(await asProxy(openMyInstance)).toBe('404 not-found');
    for (const query of [{}, { limit: '1' }]) {
      const { body: found } = await succeed(world, listMyInstances, {
        query,
        token: await loginResident('proxy'),
        headers: { 'Acting-For': resident },
      });
      expect(found).toEqual({ instances: [] });
    }
  });

  it('lists what is on that unit page by page, and takes no cursor of another list', async () => {
    const { mandateId } = (await desk.register()).body;
    await desk.confirm(mandateId);
    await desk.accept(mandateId);
    const started = [running.instanceId];
    for (const _ of [1, 2])
      started.push((await startedInstance(world, running.momentId, resident)).instanceId);
    const asked = async (query: Record<string, string>) =>
      world.call(listMyInstances, {
        ...{ query, token: await loginResident('proxy'), headers: { 'Acting-For': resident } },
      });
    const first = await asked({ limit: '2' });
    const second = await asked({ limit: '2', cursor: String(first.body['next']) });
    expect(rows(first, 'instances')).toHaveLength(2);
    expect(second.body['next']).toBeUndefined();
    const found = [...rows(first, 'instances'), ...rows(second, 'instances')];
    expect(found.map(({ instanceId }) => instanceId)).toEqual(started.toReversed());
    expect((await asked({ cursor: 'x' })).body.code).toBe('validation-failed');
    await withdraw(mandateId);
  });

  it('is refused for whom the unit has not approved, and for children', async () => {
    expect((await desk.register({ resident: residents.unapproved })).body.code).toBe('resident-not-approved');
    await world.call(approveResident, {
      params: { unitId: units.care },
      body: { personnummer: residents.teenager, scope: 'all-services' },
      token: await login('residentAdmin'),
    });
    expect((await desk.register({ resident: residents.teenager })).body.code).toBe('person-under-age');
  });

  it('is not another unit’s to withdraw, nor is the resident’s own the unit’s', async () => {
    const { mandateId } = (await desk.give(['view'])).body;
    expect((await withdraw(mandateId)).body.code).toBe('not-found');
    expect((await desk.confirm(mandateId)).body.code).toBe('not-found');
    await desk.revoke(mandateId);
  });
});

describe('ID-7 LOG-15 what the log says of a unit’s mandate', () => {
  it('names the proxy beside the resident where it is registered, confirmed and withdrawn', async () => {
    const { mandateId } = (await desk.register()).body;
    await desk.confirm(mandateId);
    await withdraw(mandateId);
    for (const operationId of ['registerMandate', 'confirmMandate', 'withdrawMandate'])
      expect(await lastOf(operationId)).toMatchObject({
        ...{ outcome: 'performed', provider, unit: units.care },
        patient: { personnummer: resident },
        proxy: { personnummer: proxy },
        resource: { mandateId },
      });
  });

  it('says of what a proxy does, or is denied, in what capacity and by which mandate', async () => {
    const { mandateId } = (await desk.register()).body;
    await desk.confirm(mandateId);
    await desk.accept(mandateId);
    expect(await asProxy(openMyInstance)).toBe('200 ');
    const actor = { as: 'proxy', mandateId, onBehalfOf: { personnummer: resident } };
    expect(await lastOf('openMyInstance')).toMatchObject({ outcome: 'performed', actor });
    await withdraw(mandateId);
    expect(await asProxy(openMyInstance)).toContain('40');
    const denied = await lastOf('openMyInstance');
    expect(denied).toMatchObject({ outcome: 'denied', actor: { onBehalfOf: { personnummer: resident } } });
    expect(denied?.actor).not.toHaveProperty('mandateId', mandateId);
  });
});

describe('ID-7 the mandates of a unit', () => {
  it('are listed newest first, page by page, with who registered and confirmed them, and the reading logged', async () => {
    const first = (await desk.register()).body['mandateId'];
    const second = (await desk.register({ proxy: residents.protected })).body['mandateId'];
    await desk.confirm(first);
    const { body } = await listed({ limit: '1' });
    const next = await listed({ limit: '1', cursor: String(body['next']) });
    const found = [...(body['mandates'] as object[]), ...rows(next, 'mandates')];
    expect(found).toMatchObject([
      {
        ...{
          mandateId: second,
          state: 'registered',
          registeredBy: hsaIdOf('residentAdmin'),
          reason: 'Kan inte logga in',
        },
        resident: { id: shownAt(world, units.care, resident), personnummer: resident },
        proxy: { personnummer: residents.protected },
      },
      { mandateId: first, state: 'confirmed', confirmedBy: hsaIdOf('residentAdmin2') },
    ]);
    expect(found[1]).not.toHaveProperty('proxy.name');
    await desk.accept(first);
    expect(rows(await listed(), 'mandates')[1]).toMatchObject({
      state: 'accepted',
      proxy: { personnummer: proxy, name: 'Person 1964' },
    });
    expect(await lastOf('listUnitMandates')).toMatchObject({
      ...{ activity: 'mandates-listed', outcome: 'performed', unit: units.care },
    });
    await withdraw(first);
    expect(rows(await listed(), 'mandates')[1]).toMatchObject({ state: 'revoked' });
  });
});
