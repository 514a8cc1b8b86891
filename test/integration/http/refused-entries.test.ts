import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { registerMandate } from '../../../functions/people/mandates/register-mandate.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { giveUnitRole } from '../../../functions/staffing/give-unit-role.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  hsaIdOf,
  login,
  loginElsewhere,
  provider,
  residents,
  type StaffName,
  seedPeople,
  units,
} from '../../support/people.ts';
import { type Running, runningInstance } from '../../support/story.ts';
import { type Sent, World } from '../../support/world.ts';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
});

afterEach(() => {
  world.registers.behave('well');
  world.startAnew();
});

/** Asks, and gives what the log has of it beside the answer. */
const asked = async (useCase: UseCase, sent: Sent) => {
  const before = (await world.activities()).length;
  const received = await world.call(useCase, sent);
  const entries = (await world.activities()).slice(before);
  return { said: `${received.status} ${received.body.code ?? ''}`.trim(), entries, received };
};

const at = async (
  who: StaffName,
  body: Record<string, unknown>,
  unitId: string = units.care,
): Promise<Sent> => ({ params: { unitId }, body, token: await login(who) });

const starting = (personnummer: string, more: object = {}) =>
  at('practitioner', {
    ...{ personnummer, momentId: running.momentId, major: 1, practitioner: hsaIdOf('practitioner') },
    ...more,
  });
const approving = (personnummer: string, unitId?: string) =>
  at('residentAdmin', { personnummer, scope: 'all-services' }, unitId);
const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString();
const mandating = (resident: string) =>
  at('residentAdmin', {
    ...{ resident, proxy: residents.proxy, purposes: ['view'], validTo: inAYear, reason: 'R' },
  });

describe('LOG-15 an answer that tells staff something about somebody', () => {
  it.each<[string, UseCase, () => Promise<Sent>, string, string]>([
    [
      'not registered',
      approveResident,
      () => approving(residents.abroad),
      '422 resident-not-registered',
      residents.abroad,
    ],
    [
      'not approved',
      startInstance,
      () => starting(residents.unapproved),
      '409 resident-not-approved',
      residents.unapproved,
    ],
    [
      'not approved for a mandate',
      registerMandate,
      () => mandating(residents.unapproved),
      '409 resident-not-approved',
      residents.unapproved,
    ],
    [
      'has no approval to withdraw',
      withdrawApproval,
      () => at('residentAdmin', { personnummer: residents.unapproved }),
      '409 resident-not-approved',
      residents.unapproved,
    ],
  ])('is an entry with its problem: %s', async (_, useCase, sent, said, personnummer) => {
    const { entries, ...answer } = await asked(useCase, await sent());
    expect(answer.said).toBe(said);
    expect(entries).toMatchObject([
      {
        ...{ outcome: 'refused', problem: said.slice(4), provider, unit: units.care },
        patient: { personnummer },
        actor: { kind: 'staff', commission: expect.any(String), role: expect.any(String) },
      },
    ]);
  });

  it('is none where nobody was named', async () => {
    const { said, entries } = await asked(giveUnitRole, {
      ...(await at('authorizationAdmin', { staff: 'TST5565594230-NOBODY', role: 'data-admin' })),
    });
    expect(said).toBe('422 staff-unknown');
    expect(entries).toEqual([]);
  });

  it('is an entry also where only the transaction knew', async () => {
    const { instanceId } = running;
    const sent = { params: { instanceId }, body: { text: 'Hej' }, token: await login('practitioner') };
    const instance = await world.runtime.stores.instances.instance(instanceId);
    if (!instance) throw new Error('no instance');
    const before = (await world.activities()).length;
    const { status, body } = await world.call(sendMessage, sent, {
      async before({ command }) {
        if (command === 'TransactWriteItemsCommand')
          await world.have(entities.instance, { ...instance.value, state: 'ended' });
      },
    });
    await world.have(entities.instance, instance.value);
    expect(`${status} ${body.code}`).toBe('409 illegal-state');
    expect((await world.activities()).slice(before)).toMatchObject([
      { outcome: 'refused', problem: 'illegal-state', patient: { personnummer: residents.approved } },
    ]);
  });

  it('does not go out where the entry cannot be stored', async () => {
    const { status } = await world.call(approveResident, await approving(residents.abroad), {
      before({ command }) {
        if (command === 'PutItemCommand') throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
      },
    });
    expect(status).toBe(503);
  });
});

/** The staff directory still answers, so that commissions hold. */
const silencePersonRegister = (): void => {
  const silent = () => Promise.reject(new Problem('register-unavailable'));
  Object.assign(world.runtime.stores, { personRegister: { person: silent, shown: silent } });
};

describe('ID-4 the register is asked last, and only for those let in', () => {
  it.each<[string, UseCase, () => Promise<Sent>, string]>([
    ['no approval', startInstance, () => starting(residents.unapproved), '409 resident-not-approved'],
    [
      'no such activation',
      startInstance,
      () => starting(residents.approved, { major: 9 }),
      '409 moment-not-active',
    ],
    [
      'no approval for a mandate',
      registerMandate,
      () => mandating(residents.unapproved),
      '409 resident-not-approved',
    ],
  ])('%s is said while it is silent', async (_, useCase, sent, said) => {
    silencePersonRegister();
    expect((await asked(useCase, await sent())).said).toBe(said);
  });

  it('of a unit that is closed nobody is looked up', async () => {
    const closed = aUnit('TST5565594230-CLOSED', { state: 'inactive' });
    await world.have(entities.unit, closed);
    await world.have(entities.roleAssignment, {
      ...{ staff: hsaIdOf('residentAdmin'), role: 'resident-admin', provider, unit: closed.hsaId },
      ...{ givenBy: hsaIdOf('authorizationAdmin'), givenAt: '2026-01-01T00:00:00.000Z' },
    });
    const staff = world.registers.staff.get(hsaIdOf('residentAdmin'));
    const commission = { hsaId: 'TST5565594230-CLOSEDC', unit: closed.hsaId, provider, purpose: 'Vård' };
    const validFrom = '2020-01-01T00:00:00Z';
    staff?.commissions.push({ ...commission, validFrom });
    const token = await login('residentAdmin', { commissionHsaId: commission.hsaId });
    const sent = { ...(await approving(residents.abroad, closed.hsaId)), token };
    silencePersonRegister();
    expect((await asked(approveResident, sent)).said).toBe('409 unit-inactive');
  });

  it('a role is given by somebody without the right: denied, and the directory is not asked', async () => {
    world.registers.behave('error');
    world.startAnew();
    const sent = await at('authorizationAdmin', { staff: hsaIdOf('both'), role: 'data-admin' });
    const { said, entries } = await asked(giveUnitRole, {
      ...sent,
      token: await loginElsewhere('practitioner'),
    });
    expect(said).toBe('403 role-missing');
    expect(entries).toMatchObject([{ outcome: 'denied', problem: 'role-missing' }]);
  });
});
