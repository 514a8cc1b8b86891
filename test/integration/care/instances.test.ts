import { beforeAll, describe, expect, it } from 'vitest';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { openInstance } from '../../../functions/care/instances/open-instance.ts';
import { openMyInstance } from '../../../functions/care/instances/open-my-instance.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { moodProgramme, phq9 } from '../../../infra/local/demo/facts/content.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  given,
  hsaIdOf,
  login,
  loginElsewhere,
  loginResident,
  residents,
  seedPeople,
  shownAt,
  units,
} from '../../support/people.ts';
import { activeMoment, approvedResident, startedInstance } from '../../support/story.ts';
import { staffToken } from '../../support/tokens.ts';
import { rows, type Sent, World } from '../../support/world.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
  await approvedResident(world);
});

const codeOf = async (useCase: UseCase, sent: Sent) => {
  const { status, body } = await world.call(useCase, sent);
  return `${status} ${body.code ?? ''}`;
};

const start = async (overrides: object = {}, unitId = units.care) =>
  codeOf(startInstance, {
    params: { unitId },
    body: {
      personnummer: residents.approved,
      momentId,
      major: 1,
      practitioner: hsaIdOf('practitioner'),
      confirmed: true,
      ...overrides,
    },
    token: await login('practitioner'),
  });

const approve = async (personnummer: string) =>
  codeOf(approveResident, {
    params: { unitId: units.care },
    body: { personnummer, scope: 'all-services' },
    token: await login('residentAdmin'),
  });

describe('CARE-1 starting a moment', () => {
  it('starts an active moment on an approved resident, with a practitioner', async () => {
    expect(await start()).toBe('201 ');
  });

  it('is refused for a moment that is not active on the unit (PUB-5)', async () => {
    expect(await start({ major: 2 })).toBe('409 moment-not-active');
  });

  it('is refused once the activation has been taken back', async () => {
    const other = await activeMoment(world);
    const activation = await world.runtime.stores.moments.activation(units.care, other, 1);
    if (!activation) throw new Error('no activation');
    await world.have(entities.activation, { ...activation.value, state: 'inactive' }, 2);
    expect(await start({ momentId: other })).toBe('409 moment-not-active');
  });

  it('is refused with a practitioner who does not work on the unit', async () => {
    expect(await start({ practitioner: hsaIdOf('designer') })).toBe('409 practitioner-not-at-unit');
  });

  it('is refused when the practitioner’s role goes between the reading and the writing (ORG-6)', async () => {
    const staff = hsaIdOf('practitioner');
    const practising = await world.runtime.stores.organisation.practising(staff, units.care);
    if (!practising) throw new Error('no practitioner');
    const { value, version } = practising;
    const received = await world.call(
      startInstance,
      {
        params: { unitId: units.care },
        body: {
          ...{ personnummer: residents.approved, momentId, major: 1, practitioner: staff },
          confirmed: true,
        },
        token: await login('practitioner'),
      },
      {
        before: ({ command }) =>
          command === 'TransactWriteItemsCommand'
            ? world.have(entities.practising, { ...value, state: 'withdrawn' }, version)
            : undefined,
      },
    );
    expect(received).toMatchObject({ status: 409, body: { code: 'practitioner-not-at-unit' } });
    await world.have(entities.practising, value, version);
  });
});

describe('ID-11 approval for communication', () => {
  it('is demanded before a moment is started', async () => {
    expect(await start({ personnummer: residents.unapproved })).toBe('409 resident-not-approved');
  });

  it('does not open another unit', async () => {
    expect(await start({}, units.otherCare)).toBe('403 role-missing');
  });

  it('can be given again with another scope', async () => {
    expect(await approve(residents.approved)).toBe('201 ');
    const kept = await world.runtime.stores.people.approval(
      units.care,
      shownAt(world, units.care, residents.approved),
    );
    expect(kept?.value.scope).toBe('all-services');
  });

  it('stops new starts once withdrawn', async () => {
    const kept = await world.runtime.stores.people.approval(
      units.care,
      shownAt(world, units.care, residents.approved),
    );
    if (!kept) throw new Error('no approval');
    await world.have(entities.approval, { ...kept.value, state: 'withdrawn' }, kept.version);
    expect(await start()).toBe('409 resident-not-approved');
    await world.have(entities.approval, kept.value, kept.version);
  });
});

describe('ID-4 who can be a resident', () => {
  it.each([
    ['199001792382', '422 identity-number-coordination'],
    ['19810829M071', '422 identity-number-reserve'],
    ['199005082393', '422 identity-number-checksum'],
    ['199002302398', '422 identity-number-date'],
    ['19900508239', '422 identity-number-format'],
  ])('refuses %s', async (number, expected) => {
    expect(await approve(number)).toBe(expected);
    expect(await start({ personnummer: number })).toBe(expected);
  });

  it('refuses who is not registered in Sweden', async () => {
    expect(await approve(residents.abroad)).toBe('422 resident-not-registered');
  });

  it('refuses whom the register does not know', async () => {
    expect(await approve('194805111855')).toBe('422 resident-not-registered');
  });

  it('refuses a login with a samordningsnummer', async () => {
    const token = await loginResident('approved', {
      'https://id.oidc.se/claim/personalIdentityNumber': '199001792382',
    });
    expect(await codeOf(listMyInstances, { token })).toBe('422 identity-number-coordination');
  });
});

describe('CARE-4 what the resident sees', () => {
  it('is their own moments, newest first', async () => {
    const first = await startedInstance(world, momentId);
    const second = await startedInstance(world, momentId);
    const listed = await world.call(listMyInstances, { token: await loginResident('approved') });
    const ids = rows(listed, 'instances').map(({ instanceId }) => instanceId);
    expect(ids.slice(0, 2)).toEqual([second.instanceId, first.instanceId]);
  });

  it('is what there is in it, and progress', async () => {
    const { instanceId } = await startedInstance(world, momentId);
    const { body } = await world.call(openMyInstance, {
      params: { instanceId },
      token: await loginResident('approved'),
    });
    expect(body).toMatchObject({
      momentVersion: '1.0',
      title: moodProgramme.title,
      welcome: moodProgramme.welcome,
      functions: moodProgramme.functions,
      modules: moodProgramme.modules.map(({ moduleId, title }) => ({ moduleId, title })),
      forms: [{ formId: 'phq-9', title: phq9.title, kind: 'ordinary', etag: '"0"' }],
      progress: { formsSubmitted: 0, forms: 1 },
    });
  });

  it('is nothing of anyone else’s: their moment is not found', async () => {
    const { instanceId } = await startedInstance(world, momentId);
    const token = await loginResident('unapproved');
    expect(await codeOf(openMyInstance, { params: { instanceId }, token })).toBe('404 not-found');
    expect(rows(await world.call(listMyInstances, { token }), 'instances')).toEqual([]);
  });

  it('comes in pages that cannot lead into another’s', async () => {
    const token = await loginResident('approved');
    const page = await world.call(listMyInstances, { query: { limit: '1' }, token });
    const cursor = page.body['next'] as string;
    const mine = await world.call(listMyInstances, { query: { limit: '1', cursor }, token });
    const theirs = await world.call(listMyInstances, {
      query: { cursor },
      token: await loginResident('unapproved'),
    });
    expect(rows(mine, 'instances')).toHaveLength(1);
    expect(theirs).toMatchObject({ status: 400, body: { errors: [{ pointer: '/query/cursor' }] } });
  });
});

describe('ORG-1 nobody reaches another unit or provider', () => {
  it('hides an instance from a practitioner of another provider', async () => {
    const { instanceId } = await startedInstance(world, momentId);
    const token = await loginElsewhere('practitioner');
    expect(await codeOf(openInstance, { params: { instanceId }, token })).toBe('404 not-found');
  });

  it('does not let a role on a unit’s id at another provider in', async () => {
    const { instanceId } = await startedInstance(world, momentId);
    const staff = 'TST5560000167-PRA8';
    const there = { staff, provider: 'TST5560000167-2000', unit: units.care };
    await world.have(entities.roleAssignment, { ...there, role: 'practitioner', ...given });
    const token = await staffToken({ hsaId: staff, provider: there.provider });
    expect(await codeOf(openInstance, { params: { instanceId }, token })).toBe('404 not-found');
  });
});
