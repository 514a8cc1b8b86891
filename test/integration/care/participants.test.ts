import { beforeEach, describe, expect, it } from 'vitest';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { addParticipant } from '../../../functions/care/participants/add-participant.ts';
import { listParticipants } from '../../../functions/care/participants/list-participants.ts';
import { openWithReason } from '../../../functions/care/participants/open-with-reason.ts';
import { removeParticipant } from '../../../functions/care/participants/remove-participant.ts';
import { viewResults } from '../../../functions/care/results/view-results.ts';
import { withdrawUnitRole } from '../../../functions/staffing/withdraw-unit-role.ts';
import { hsaIdOf, login, seedPeople, units } from '../../support/people.ts';
import { runningInstance, succeed } from '../../support/story.ts';
import { World } from '../../support/world.ts';

let world: World;
let params: { readonly instanceId: string };
let colleague: string;

beforeEach(async () => {
  world = await World.create();
  await seedPeople(world);
  const { instanceId } = await runningInstance(world);
  params = { instanceId };
  colleague = await login('colleague');
});

const open = (token = colleague) => world.call(openInstance, { params, token });
const state = (reason: object) => world.call(openWithReason, { params, body: { reason }, token: colleague });
const add = async (body: object, token?: string) =>
  world.call(addParticipant, { params, body, token: token ?? (await login('practitioner')) });

const absent = { code: 'absent-colleague' };
const other = { code: 'other', text: 'Ringde från akuten' };
const apart = { status: 403, body: { code: 'participation-missing' } };
const hour = 3_600_000;
const begun = Date.now();
const at = (later: number): void => {
  world.now = () => new Date(begun + later);
};

describe('CARE-17 another practitioner of the unit', () => {
  it('is refused until they state a reason, which stands on their entries from then on', async () => {
    expect(await open()).toMatchObject(apart);
    expect(await world.call(viewResults, { params, token: colleague })).toMatchObject(apart);
    expect(await state(other)).toMatchObject({ status: 201 });
    expect(await open()).toMatchObject({ status: 200 });
    const theirs = (await world.activities()).filter(
      ({ actor }) => actor.kind === 'staff' && actor.hsaId === hsaIdOf('colleague'),
    );
    expect(
      theirs.map(({ activity, outcome, statedReason }) => ({ activity, outcome, statedReason })),
    ).toEqual([
      { activity: 'instance-opened', outcome: 'denied' },
      { activity: 'results-viewed', outcome: 'denied' },
      { activity: 'instance-opened-with-reason', outcome: 'performed', statedReason: other },
      { activity: 'instance-opened', outcome: 'performed', statedReason: other },
    ]);
  });

  it('is let in for twelve hours by a reason, and by a new one after that', async () => {
    at(0);
    await state(absent);
    at(12 * hour - 1);
    expect(await open()).toMatchObject({ status: 200 });
    at(12 * hour);
    expect(await open()).toMatchObject(apart);
    expect(await state(absent)).toMatchObject({ status: 201 });
    expect(await open()).toMatchObject({ status: 200 });
  });

  it('does not make themselves or anybody else a part of it by a reason', async () => {
    await state(absent);
    expect(await add({ staff: hsaIdOf('colleague'), as: 'colleague' }, colleague)).toMatchObject(apart);
    const removing = { params, body: { staff: hsaIdOf('practitioner') }, token: colleague };
    expect(await world.call(removeParticipant, removing)).toMatchObject(apart);
  });

  it('says in words what the reason is where it is none of those named', async () => {
    expect(await state({ code: 'other' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/reason/text', code: 'reason-in-words' }] },
    });
  });
});

describe('CARE-17 who takes part', () => {
  it('is added by the practitioner responsible or a resident administrator, and reads without a reason', async () => {
    const staff = hsaIdOf('colleague');
    expect(await add({ staff, as: 'colleague' }, await login('residentAdmin'))).toMatchObject({
      status: 201,
    });
    expect(await open()).toMatchObject({ status: 200 });
    expect(await state(absent)).toMatchObject({ status: 409, body: { code: 'takes-part-already' } });
    const entries = await world.activities();
    expect(entries.at(-2)).not.toHaveProperty('statedReason');
    const list = await succeed(world, listParticipants, { params, token: colleague });
    expect(list.body).toEqual({
      practitioner: { staff: hsaIdOf('practitioner'), name: 'Namn PRA1' },
      participants: [
        {
          ...{ staff, name: 'Namn PRA2', as: 'colleague' },
          ...{ addedBy: hsaIdOf('residentAdmin'), addedAt: expect.any(String) },
        },
      ],
    });
  });

  it('stands in until the day named, and adds others meanwhile', async () => {
    at(0);
    const until = new Date(begun + hour).toISOString();
    await add({ staff: hsaIdOf('colleague'), as: 'stand-in', until });
    expect(await open()).toMatchObject({ status: 200 });
    at(hour);
    expect(await open()).toMatchObject(apart);
  });

  it('neither adds themselves nor prolongs their own time', async () => {
    at(0);
    const staff = hsaIdOf('colleague');
    await add({ staff, as: 'stand-in', until: new Date(begun + hour).toISOString() });
    expect(await add({ staff, as: 'colleague' }, colleague)).toMatchObject({
      status: 403,
      body: { code: 'self-role-change' },
    });
  });

  it('takes no part any more once removed, nor without the role', async () => {
    const staff = hsaIdOf('colleague');
    await add({ staff, as: 'colleague' });
    await succeed(world, removeParticipant, { params, body: { staff }, token: await login('residentAdmin') });
    expect(await open()).toMatchObject(apart);
    await add({ staff, as: 'colleague' });
    await succeed(world, withdrawUnitRole, {
      params: { unitId: units.care },
      body: { staff, role: 'practitioner' },
      token: await login('authorizationAdmin'),
    });
    expect(await open()).toMatchObject({ status: 404 });
    expect(await add({ staff, as: 'colleague' })).toMatchObject({
      body: { code: 'practitioner-not-at-unit' },
    });
  });

  it('is somebody who could open it, and not the one responsible; nor from a day that has passed', async () => {
    const adding = add({ staff: hsaIdOf('practitioner'), as: 'colleague' }, await login('residentAdmin'));
    expect(await adding).toMatchObject({
      status: 409,
      body: { code: 'takes-part-already' },
    });
    world.registers.staff.delete(hsaIdOf('colleague'));
    expect(await add({ staff: hsaIdOf('colleague'), as: 'colleague' })).toMatchObject({
      body: { code: 'practitioner-without-commission' },
    });
    expect(
      await add({ staff: hsaIdOf('colleague'), as: 'stand-in', until: world.now().toISOString() }),
    ).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/until', code: 'ends-in-the-past' }] },
    });
    expect(await add({ staff: hsaIdOf('dataAdmin'), as: 'colleague' })).toMatchObject({
      body: { code: 'practitioner-not-at-unit' },
    });
  });
});
