import { beforeAll, describe, expect, it } from 'vitest';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { readMyMessages } from '../../../functions/care/messages/read-my-messages.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { listApprovals } from '../../../functions/people/list-approvals.ts';
import { listMyUnits } from '../../../functions/people/list-my-units.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  aUnit,
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  registered,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { activeMoment, approvedResident, startedInstance, succeed } from '../../support/story.ts';
import { rows, World } from '../../support/world.ts';

let world: World;
let instanceId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  const momentId = await activeMoment(world);
  for (const number of [residents.protected, residents.approved]) await approvedResident(world, number);
  ({ instanceId } = await startedInstance(world, momentId, residents.protected));
});

const hidden = (number: string) => ({ protected: true, id: shownAt(world, units.care, number) });

const opened = async () => {
  const { body } = await succeed(world, openInstance, {
    params: { instanceId },
    token: await login('practitioner'),
  });
  return body['resident'];
};

describe('ID-9 a resident with protected identity', () => {
  it('uses the platform as anyone', async () => {
    const token = await loginResident('protected');
    expect((await world.call(openMyInstance, { params: { instanceId }, token })).status).toBe(200);
  });

  it('is shown to staff without name and number', async () => {
    expect(await opened()).toEqual(hidden(residents.protected));
    const listed = await succeed(world, listApprovals, {
      params: { unitId: units.care },
      token: await login('residentAdmin'),
    });
    expect(rows(listed, 'approvals').map(({ resident }) => resident)).toContainEqual(
      hidden(residents.protected),
    );
    expect(JSON.stringify(listed.body)).not.toContain(residents.protected);
  });

  it('is known to each unit by an id of that unit’s, which is no key of any table', async () => {
    const approvals = async (unitId: string, token: string) => {
      const listed = await succeed(world, listApprovals, { params: { unitId }, token });
      return rows(listed, 'approvals').map(({ resident }) => (resident as { id: string }).id);
    };
    await succeed(world, approveResident, {
      params: { unitId: units.elsewhere },
      body: { personnummer: residents.protected, scope: 'all-services' },
      token: await loginElsewhere('residentAdmin'),
    });
    const here = await approvals(units.care, await login('residentAdmin'));
    const [there] = await approvals(units.elsewhere, await loginElsewhere('residentAdmin'));
    expect(here).toContain(shownAt(world, units.care, residents.protected));
    expect(there).toBe(shownAt(world, units.elsewhere, residents.protected));
    expect(here).not.toContain(there);
    expect([...here, there]).not.toContain(world.personOf(residents.protected).key);
  });

  it('is so from the moment the register says so', async () => {
    const before = world.registers.persons.get(residents.protected);
    world.registers.persons.set(residents.protected, registered(residents.protected));
    expect(await opened()).toMatchObject({ protected: false, personnummer: residents.protected });
    if (before) world.registers.persons.set(residents.protected, before);
    expect(await opened()).toEqual(hidden(residents.protected));
  });

  it('and so is everybody while the register does not answer, or does not know them', async () => {
    world.registers.behave('error');
    const unanswered = await succeed(world, listApprovals, {
      params: { unitId: units.care },
      token: await login('residentAdmin'),
    });
    world.registers.behave('well');
    expect(rows(unanswered, 'approvals').map(({ resident }) => resident)).toEqual(
      expect.arrayContaining([hidden(residents.protected), hidden(residents.approved)]),
    );
    const known = world.registers.persons.get(residents.protected);
    world.registers.persons.delete(residents.protected);
    expect(await opened()).toEqual(hidden(residents.protected));
    if (known) world.registers.persons.set(residents.protected, known);
  });

  it('sees the services of the county where they are registered', async () => {
    await world.have(entities.unit, aUnit('TST5565594230-2001', { county: '01' }));
    await world.have(entities.unit, aUnit('TST5565594230-1008', { state: 'inactive' }));
    const { body } = await succeed(world, listMyUnits, { token: await loginResident('protected') });
    const listed = (body['units'] as { unitId: string }[]).map(({ unitId }) => unitId);
    expect(body['county']).toBe('12');
    expect(listed).toContain(units.care);
    expect(listed).not.toContain('TST5565594230-2001');
    expect(listed).not.toContain('TST5565594230-1008');
  });
});

describe('ID-10 staff with protected identity', () => {
  it('are nameless to residents, and so is everyone while the directory does not answer', async () => {
    const token = await loginResident('protected');
    const read = async (reader: World) => {
      const { body } = await succeed(reader, readMyMessages, { params: { instanceId }, token });
      return (body['messages'] as { author?: string }[]).map(({ author }) => author);
    };
    await succeed(world, sendMessage, {
      params: { instanceId },
      body: { text: 'Hej' },
      token: await login('practitioner'),
    });
    expect(await read(world)).toEqual(['Namn PRA1']);
    const hsaId = hsaIdOf('practitioner');
    const known = world.registers.staff.get(hsaId);
    if (!known) throw new Error('not in the directory');
    world.registers.staff.set(hsaId, { ...known, protected: true });
    world.startAnew();
    expect(await read(world)).toEqual([undefined]);
    world.registers.staff.set(hsaId, known);
    world.startAnew();
    world.registers.behave('garbage');
    expect(await read(world)).toEqual([undefined]);
    world.registers.behave('well');
  });
});
