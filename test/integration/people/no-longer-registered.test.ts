import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAnswers } from '../../../functions/care/answers/save-answers.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { listMyMandates } from '../../../functions/people/mandates/list-my-mandates.ts';
import type { RegisteredPerson } from '../../../shared/domain/registered-person.ts';
import { daysAfter, swedishDate } from '../../../shared/domain/swedish-date.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import {
  hsaIdOf,
  login,
  loginResident,
  registered,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import {
  approvedResident,
  moodGiven,
  type Running,
  runningInstance,
  saving,
  startedInstance,
} from '../../support/story.ts';
import { type Sent, World } from '../../support/world.ts';
import { inAYear, MandateDesk } from './mandate-desk.ts';

const resident = residents.approved;
const child = residents.child;

let world: World;
let running: Running;
let childs: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
  await approvedResident(world, child);
  childs = await startedInstance(world, running.momentId, child);
  await new MandateDesk(world).given(['view', 'answer', 'messages']);
});

const known = new Map<string, RegisteredPerson>();
beforeEach(() => {
  for (const [number, person] of world.registers.persons) known.set(number, person);
});
afterEach(() => {
  for (const [number, person] of known) world.registers.persons.set(number, person);
  world.registers.behave('well');
});

/** By the calendar: a day on which the clocks change has not twenty-four hours. */
const daysAgo = (days: number) => daysAfter(swedishDate(new Date().toISOString()), -days);
const is = (number: string, more: Partial<RegisteredPerson>): void => {
  world.registers.persons.set(number, { ...(known.get(number) ?? registered(number)), ...more });
};
const leaves = (days: number) => is(resident, { registeredInSweden: false, deregistered: daysAgo(days) });
const dies = (number: string) =>
  is(number, { registeredInSweden: false, deregistered: daysAgo(0), deceased: true });

const outcome = async (useCase: UseCase, sent: Sent): Promise<string> => {
  const { status, body } = await world.call(useCase, sent);
  return `${status} ${body.code ?? ''}`.trim();
};

const opening = ({ instanceId }: Running): Sent => ({ params: { instanceId } });
let etag = 0;
const saved = (): Sent =>
  saving({
    params: { instanceId: running.instanceId, formId: 'phq-9' },
    body: moodGiven(running.momentId, {}),
    headers: { 'If-Match': `"${etag}"` },
  });

/** What the resident reads, what they answer, and what is their own affair. */
const ownOutcomes = async () => {
  const token = await loginResident('approved');
  const answered = await outcome(saveAnswers, { ...saved(), token });
  if (answered === '200') etag += 1;
  return {
    reads: [
      await outcome(listMyInstances, { token }),
      await outcome(openMyInstance, { ...opening(running), token }),
      await outcome(readMyMessages, { ...opening(running), token }),
    ],
    answers: answered,
    mandates: await outcome(listMyMandates, { token }),
    gives: await outcome(giveMandate, {
      body: { proxy: residents.guardian, purposes: ['view'], validTo: inAYear() },
      token,
    }),
  };
};

const asOther = async (name: 'proxy' | 'guardian', number: string, what: Running) =>
  outcome(openMyInstance, {
    ...opening(what),
    token: await loginResident(name),
    headers: { 'Acting-For': number },
  });

const no = '422 resident-not-registered';
const all = (one: string) => [one, one, one];

describe('ID-4 who is no longer registered', () => {
  it('had it all open before', async () => {
    expect(await ownOutcomes()).toEqual({ reads: all('200'), answers: '200', mandates: '200', gives: '201' });
    expect(await asOther('proxy', resident, running)).toBe('200');
    expect(await asOther('guardian', child, childs)).toBe('200');
  });

  it('reads what is there for ninety days, and answers and gives nothing', async () => {
    for (const days of [0, 89]) {
      leaves(days);
      expect(await ownOutcomes()).toEqual({ reads: all('200'), answers: no, mandates: '200', gives: no });
    }
  });

  it('has nothing after that, nor where the register does not say since when, nor under a number given up', async () => {
    const nothing = { reads: all(no), answers: no, mandates: no, gives: no };
    leaves(90);
    expect(await ownOutcomes()).toEqual(nothing);
    is(resident, { registeredInSweden: false });
    expect(await ownOutcomes()).toEqual(nothing);
    world.registers.persons.delete(resident);
    expect(await ownOutcomes()).toEqual(nothing);
  });

  it('is acted for by nobody', async () => {
    leaves(0);
    expect(await asOther('proxy', resident, running)).toBe('403 representation-missing');
  });

  it('is not approved, nor started on anything, nor given a proxy by the unit', async () => {
    leaves(0);
    const at = { params: { unitId: units.care } };
    const approving = {
      body: { personnummer: resident, scope: 'all-services' },
      token: await login('residentAdmin'),
    };
    expect(await outcome(approveResident, { ...at, ...approving })).toBe(no);
    const body = {
      ...{ personnummer: resident, momentId: running.momentId, major: 1 },
      practitioner: hsaIdOf('practitioner'),
    };
    expect(await outcome(startInstance, { ...at, body, token: await login('practitioner') })).toBe(no);
    const { status, body: said } = await new MandateDesk(world).register();
    expect(`${status} ${said.code}`).toBe(no);
  });

  it('finds what they have while the register does not answer, to read and to answer', async () => {
    for (const mode of ['error', 'garbage'] as const) {
      world.registers.behave(mode);
      world.startAnew();
      const { reads, answers, mandates } = await ownOutcomes();
      expect({ reads, answers, mandates }).toEqual({ reads: all('200'), answers: '200', mandates: '200' });
    }
    world.startAnew();
  });
});

const writesMessage = async () =>
  outcome(sendMessage, {
    ...opening(running),
    body: { text: 'Hej' },
    token: await login('practitioner'),
  });

describe('ID-4 CARE-2 messages to who is no longer there', () => {
  it('are sent while they read: for ninety days', async () => {
    leaves(89);
    expect(await writesMessage()).toBe('201');
    leaves(90);
    expect(await writesMessage()).toBe(no);
  });

  it('are not sent to the dead, with a code of its own, and the refusal is an entry', async () => {
    dies(resident);
    expect(await writesMessage()).toBe('409 resident-deceased');
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'message-sent', outcome: 'refused', problem: 'resident-deceased' },
      patient: { personnummer: resident },
    });
    const { instanceId } = running;
    const texts = (
      await world.runtime.stores.instances.messages(instanceId, { limit: 100, cursor: undefined })
    ).items;
    expect(texts).toHaveLength(1);
  });

  it('are sent while the register is silent, and under a number that somebody had before', async () => {
    // Their commission is known from a moment ago, as that of whoever is at work.
    expect(await writesMessage()).toBe('201');
    world.registers.behave('error');
    expect(await writesMessage()).toBe('201');
    world.registers.behave('well');
    world.startAnew();
    world.registers.persons.delete(resident);
    expect(await writesMessage()).toBe('201');
  });

  it('leave the moment to staff, who read it still and withdraw the approval', async () => {
    dies(resident);
    const token = await login('practitioner');
    expect(await outcome(openInstance, { ...opening(running), token })).toBe('200');
  });
});

describe('ID-4 ID-6 ID-7 the dead', () => {
  it('read nothing, whoever has their login, and the attempt is logged', async () => {
    dies(resident);
    expect(await ownOutcomes()).toEqual({ reads: all(no), answers: no, mandates: no, gives: no });
    const last = (await world.activities()).at(-1);
    expect(last).toMatchObject({ outcome: 'denied', problem: 'resident-not-registered' });
  });

  it('are acted for by nobody, by mandate or custody', async () => {
    dies(resident);
    dies(child);
    expect(await asOther('proxy', resident, running)).toBe('403 representation-missing');
    expect(await asOther('guardian', child, childs)).toBe('403 representation-missing');
  });

  it('act for nobody', async () => {
    dies(residents.proxy);
    dies(residents.guardian);
    expect(await asOther('proxy', resident, running)).toBe('403 representation-missing');
    expect(await asOther('guardian', child, childs)).toBe('403 representation-missing');
  });
});
