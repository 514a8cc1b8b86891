import { beforeEach, describe, expect, it } from 'vitest';
import { viewContacts } from '../../../../functions/care/contacts/view-contacts.ts';
import { viewMyContacts } from '../../../../functions/care/contacts/view-my-contacts.ts';
import { addParticipant } from '../../../../functions/care/participants/add-participant.ts';
import { getUnit } from '../../../../functions/organisation/get-unit.ts';
import { renameUnit } from '../../../../functions/organisation/rename-unit.ts';
import { setUnitContacts } from '../../../../functions/organisation/set-unit-contacts.ts';
import { setUnitInformation } from '../../../../functions/organisation/set-unit-information.ts';
import { found } from '../../../../shared/domain/found.ts';
import { entities } from '../../../../shared/persistence/entities.ts';
import { hsaIdOf, login, loginResident, seedPeople, units } from '../../../support/people.ts';
import { type Running, runningInstance, succeed } from '../../../support/story.ts';
import { World } from '../../../support/world.ts';

let world: World;
let running: Running;
const begun = Date.now();
const hour = 3_600_000;

beforeEach(async () => {
  world = await World.create();
  world.now = () => new Date(begun);
  await seedPeople(world);
  running = await runningInstance(world);
});

const ofUnit = async (body: object) => {
  const before = await world.runtime.stores.organisation.unit(units.care);
  return {
    ...{ params: { unitId: units.care }, body, token: await login('residentAdmin') },
    headers: { 'If-Match': `"${before?.version}"` },
  };
};
const contacts = { telephone: 'tel:+46812345678', video: 'https://video.region.test/rum?id=1' };
const reach = async (body: object) => world.call(setUnitContacts, await ofUnit(body));
const mine = async () =>
  world.call(viewMyContacts, {
    params: { instanceId: running.instanceId },
    token: await loginResident('approved'),
  });
const theirs = async () =>
  world.call(viewContacts, {
    params: { instanceId: running.instanceId },
    token: await login('practitioner'),
  });

describe('CARE-12 how the unit is reached', () => {
  it('is what the unit has said, as a number to dial and a page to open, until it says something else', async () => {
    expect(await reach({ ...contacts, telephone: 'tel:+46 (0)8-12 34 56 78' })).toMatchObject({
      status: 200,
      body: { unitId: units.care, ...contacts },
    });
    expect((await mine()).body['unit']).toEqual({ unitId: units.care, name: 'Enheten 1001', ...contacts });
    await reach({ telephone: null, video: null });
    expect((await theirs()).body['unit']).toMatchObject({ telephone: null, video: null });
  });

  it('stays when the unit is renamed or writes to its residents, and its staff see it', async () => {
    await reach(contacts);
    await succeed(world, setUnitInformation, await ofUnit({ text: 'Öppet 8–17' }));
    const renaming = await ofUnit({ name: 'Ny mottagning', confirmed: true });
    await succeed(world, renameUnit, { ...renaming, token: await login('careProviderAdmin') });
    const { body } = await succeed(world, getUnit, {
      params: { unitId: units.care },
      token: await login('practitioner'),
    });
    expect(body).toMatchObject({ name: 'Ny mottagning', information: 'Öppet 8–17', contacts });
  });

  it.each([
    ['a page for a number', { ...contacts, telephone: 'https://region.test' }, 'not-a-telephone'],
    ['a number for a page', { ...contacts, video: 'tel:1177' }, 'not-a-page'],
    ['a page that is not encrypted', { ...contacts, video: 'http://video.test' }, 'address-scheme'],
    ['one of them left out', { telephone: 'tel:1177' }, 'missing'],
  ])('is not %s', async (_, body, code) => {
    expect(await reach(body)).toMatchObject({ status: 400, body: { errors: [{ code }] } });
  });
});

describe('CARE-12 LOG-8 whom one turns to', () => {
  it('is the practitioner and who stands in now: to staff by HSA-id too, to the resident by name alone', async () => {
    const until = new Date(begun + hour).toISOString();
    await succeed(world, addParticipant, {
      params: { instanceId: running.instanceId },
      body: { staff: hsaIdOf('colleague'), as: 'stand-in', until },
      token: await login('practitioner'),
    });
    expect((await theirs()).body).toMatchObject({
      practitioner: { staff: hsaIdOf('practitioner'), name: 'Namn PRA1' },
      standIns: [{ staff: hsaIdOf('colleague'), name: 'Namn PRA2', until }],
    });
    const own = await mine();
    expect(own.body).toMatchObject({
      practitioner: { name: 'Namn PRA1' },
      standIns: [{ name: 'Namn PRA2', until }],
    });
    expect(own.text).not.toContain(hsaIdOf('practitioner'));
    expect(own.text).not.toContain(hsaIdOf('colleague'));
    world.now = () => new Date(begun + hour);
    expect((await mine()).body['standIns']).toEqual([]);
  });

  it('has no name where the identity is protected (ID-10)', async () => {
    const known = found(world.registers.staff.get(hsaIdOf('practitioner')));
    world.registers.staff.set(hsaIdOf('practitioner'), { ...known, protected: true });
    world.startAnew();
    expect((await mine()).body['practitioner']).toEqual({});
  });

  it('is logged when staff look, and is not shown to residents where the moment offers no contacts (AUT-4)', async () => {
    await theirs();
    expect((await world.activities()).at(-1)).toMatchObject({
      ...{ activity: 'contacts-viewed', outcome: 'performed' },
      resource: { instanceId: running.instanceId },
    });
    const { value } = found(await world.runtime.stores.instances.instance(running.instanceId));
    await world.have(entities.instance, { ...value, functions: { ...value.functions, contacts: false } }, 9);
    expect(await mine()).toMatchObject({ status: 409, body: { code: 'function-switched-off' } });
  });
});
