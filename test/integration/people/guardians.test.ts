import { beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../../functions/care/answers/read-form.ts';
import { submitForm } from '../../../functions/care/answers/submit-form.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { giveMandate } from '../../../functions/people/mandates/give-mandate.ts';
import { listMyRepresented } from '../../../functions/people/mandates/list-my-represented.ts';
import { moodAnswers } from '../../../infra/local/demo/facts/content.ts';
import {
  login,
  loginResident,
  registered,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { activeMoment, approvedResident, moodGiven, startedInstance, succeed } from '../../support/story.ts';
import { nationalManagement, rows, World } from '../../support/world.ts';

let world: World;
let momentId: string;
let childsInstance: string;
let teenagersInstance: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  for (const number of [residents.child, residents.teenager]) await approvedResident(world, number);
  childsInstance = (await startedInstance(world, momentId, residents.child)).instanceId;
  teenagersInstance = (await startedInstance(world, momentId, residents.teenager)).instanceId;
});

const actingFor = (number: string) => ({ 'Acting-For': number });

const open = async (who: keyof typeof residents, instanceId: string, number?: string) => {
  const { status, body } = await world.call(openMyInstance, {
    params: { instanceId },
    token: await loginResident(who),
    headers: number === undefined ? {} : actingFor(number),
  });
  return `${status} ${body.code ?? ''}`;
};

const submitAs = async (who: keyof typeof residents, headers: Record<string, string>, etag: string) =>
  world.call(submitForm, {
    params: { instanceId: childsInstance, formId: 'phq-9' },
    body: moodGiven(momentId, moodAnswers),
    token: await loginResident(who),
    headers: { 'If-Match': etag, ...headers },
  });

describe('ID-6 a guardian', () => {
  it('acts for the child they have custody of', async () => {
    expect(await open('guardian', childsInstance, residents.child)).toBe('200 ');
    const listed = await world.call(listMyInstances, {
      token: await loginResident('guardian'),
      headers: actingFor(residents.child),
    });
    expect(rows(listed, 'instances')).toMatchObject([{ instanceId: childsInstance }]);
  });

  it('sees nothing of the child without saying for whom', async () => {
    expect(await open('guardian', childsInstance)).toBe('404 not-found');
  });

  it('is nobody’s guardian without custody', async () => {
    expect(await open('proxy', childsInstance, residents.child)).toBe('403 representation-missing');
    expect(await open('guardian', childsInstance, residents.approved)).toBe('403 representation-missing');
  });

  it('is told nothing of whether an instance exists where they may not act', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await open('proxy', nowhere, residents.child)).toBe('403 representation-missing');
  });

  it('loses access when custody ends, at the next request', async () => {
    const child = registered(residents.child, {
      custody: [{ custodian: residents.guardian, from: '2018-05-04', to: '2020-01-01' }],
    });
    const before = world.registers.persons.get(residents.child);
    world.registers.persons.set(residents.child, child);
    expect(await open('guardian', childsInstance, residents.child)).toBe('403 representation-missing');
    if (before) world.registers.persons.set(residents.child, before);
    expect(await open('guardian', childsInstance, residents.child)).toBe('200 ');
  });

  it('is refused from the thirteenth birthday, and the teenager comes in themselves', async () => {
    expect(await open('guardian', teenagersInstance, residents.teenager)).toBe('403 guardian-age-limit');
    expect(await open('teenager', teenagersInstance)).toBe('200 ');
  });

  it.each([
    ['winter', '2031-01-14', '2018-01-15', '23:00:00'],
    ['summer', '2031-07-14', '2018-07-15', '22:00:00'],
    ['29 February', '2029-02-27', '2016-02-29', '23:00:00'],
  ])('loses access at Swedish midnight, %s', async (_, eve, birthDate, midnight) => {
    const child = world.registers.persons.get(residents.child);
    if (!child) throw new Error('no child');
    world.registers.persons.set(residents.child, { ...child, birthDate });
    try {
      const at = Date.parse(`${eve}T${midnight}.000Z`);
      world.now = () => new Date(at - 1);
      expect(await open('guardian', childsInstance, residents.child)).toBe('200 ');
      world.now = () => new Date(at);
      expect(await open('guardian', childsInstance, residents.child)).toBe('403 guardian-age-limit');
    } finally {
      world.now = () => new Date();
      world.registers.persons.set(residents.child, child);
    }
  });

  it('cannot be made the proxy of a child who is older: children give no mandates', async () => {
    const { body } = await world.call(giveMandate, {
      body: { proxy: residents.guardian, purposes: ['view'], validTo: '2027-01-01T00:00:00Z' },
      token: await loginResident('teenager'),
    });
    expect(body.code).toBe('person-under-age');
  });

  it('cannot give a mandate in the child’s name', async () => {
    const { body } = await world.call(giveMandate, {
      body: { proxy: residents.proxy, purposes: ['view'], validTo: '2027-01-01T00:00:00Z' },
      token: await loginResident('guardian'),
      headers: actingFor(residents.child),
    });
    expect(body.code).toBe('representation-not-allowed');
  });

  it('is shown whom they may act for, and until when', async () => {
    const { body } = await succeed(world, listMyRepresented, { token: await loginResident('guardian') });
    expect(body).toMatchObject({
      children: [{ resident: { personnummer: residents.child }, until: '2031-05-04' }],
      mandates: [],
    });
  });

  it('is shown the others where one child has a samordningsnummer, which takes no part (ID-4)', async () => {
    const guardian = world.registers.persons.get(residents.guardian);
    const children = ['199001792382', ...(guardian?.children ?? [])];
    world.registers.persons.set(residents.guardian, registered(residents.guardian, { children }));
    const { body } = await succeed(world, listMyRepresented, { token: await loginResident('guardian') });
    expect(body['children']).toMatchObject([{ resident: { personnummer: residents.child } }]);
  });

  it('is refused with a number that is none', async () => {
    expect(await open('guardian', childsInstance, '201805042388')).toBe('422 identity-number-checksum');
  });
});

describe('ID-8 who wrote', () => {
  it('is the guardian, on behalf of the child, and staff see it', async () => {
    const submitted = await submitAs('guardian', actingFor(residents.child), '"0"');
    expect(submitted.status).toBe(201);
    const read = await succeed(world, readForm, {
      params: { instanceId: childsInstance, formId: 'phq-9' },
      token: await login('practitioner'),
    });
    expect(read.body['writtenBy']).toEqual({
      as: 'guardian',
      person: {
        protected: false,
        id: shownAt(world, units.care, residents.guardian),
        personnummer: residents.guardian,
        name: 'Person 1979',
      },
    });
  });

  it('is in the log with both people, denied attempts too', async () => {
    const before = (await world.activities()).length;
    await open('guardian', childsInstance, residents.child);
    await open('proxy', childsInstance, residents.child);
    const [allowed, denied] = (await world.activities()).slice(before);
    expect(allowed).toMatchObject({
      outcome: 'performed',
      logged: true,
      actor: { person: world.personOf(residents.guardian), onBehalfOf: world.personOf(residents.child) },
      patient: world.personOf(residents.child),
    });
    expect(denied).toMatchObject({
      outcome: 'denied',
      problem: 'representation-missing',
      actor: { person: world.personOf(residents.proxy), onBehalfOf: world.personOf(residents.child) },
      patient: world.personOf(residents.child),
    });
  });

  it('is in a log that some auditor reads, also where no care provider is concerned', async () => {
    const before = (await world.activities()).length;
    await world.call(listMyInstances, {
      token: await loginResident('guardian'),
      headers: actingFor(residents.child),
    });
    const [listed] = (await world.activities()).slice(before);
    expect(listed).toMatchObject({
      activity: 'own-instances-listed',
      logged: true,
      provider: nationalManagement,
    });
  });

  it('is the child, where the child writes', async () => {
    expect((await submitAs('child', {}, '"1"')).status).toBe(201);
    const kept = await world.runtime.stores.instances.form(childsInstance, 'phq-9');
    expect(kept?.value.submitted?.writtenBy).toMatchObject({
      as: 'self',
      person: world.personOf(residents.child),
    });
  });
});

describe('ID-1 staff', () => {
  it('gain nothing by naming a resident in the header', async () => {
    const { status } = await world.call(readForm, {
      params: { instanceId: childsInstance, formId: 'phq-9' },
      token: await login('residentAdmin'),
      headers: actingFor(residents.child),
    });
    expect(status).toBe(404);
  });
});
