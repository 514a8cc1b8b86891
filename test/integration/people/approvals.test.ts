import { beforeAll, describe, expect, it } from 'vitest';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { approveResident } from '../../../functions/people/approve-resident.ts';
import { listApprovals } from '../../../functions/people/list-approvals.ts';
import { withdrawApproval } from '../../../functions/people/withdraw-approval.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  hsaIdOf,
  login,
  loginElsewhere,
  otherProvider,
  provider,
  registered,
  residents,
  seedPeople,
  serviceAgreementOf,
  shownAt,
  units,
} from '../../support/people.ts';
import { activeMoment, succeed } from '../../support/story.ts';
import { rows, type Sent, World } from '../../support/world.ts';
import { beforeWriting, outcomeOf } from '../organisation/outcome.ts';

let world: World;
let momentId: string;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  momentId = await activeMoment(world);
});

const about = async (personnummer: string, more: object = {}, unitId = units.care): Promise<Sent> => ({
  params: { unitId },
  body: { personnummer, ...more },
  token: await login('residentAdmin'),
});
const approve = async (personnummer: string, scope = 'support-and-treatment') =>
  world.call(approveResident, await about(personnummer, { scope }));
const closing = { running: { becomes: 'closed' } };
const withdraw = async (personnummer: string) =>
  world.call(withdrawApproval, await about(personnummer, closing));
const start = async (personnummer: string) =>
  world.call(startInstance, {
    params: { unitId: units.care },
    body: { personnummer, momentId, major: 1, practitioner: hsaIdOf('practitioner') },
    token: await login('practitioner'),
  });

describe('ID-4 registered in Sweden', () => {
  it('is asked of the register, which may say no', async () => {
    expect((await approve(residents.abroad)).body.code).toBe('resident-not-registered');
  });

  it('whom the register does not know is not', async () => {
    expect((await approve('194805111855')).body.code).toBe('resident-not-registered');
  });

  it('is asked again when a moment is started', async () => {
    const moved = '197905169251';
    world.registers.persons.set(moved, registered(moved));
    expect((await approve(moved)).status).toBe(201);
    world.registers.persons.set(moved, registered(moved, { registeredInSweden: false }));
    expect((await start(moved)).body.code).toBe('resident-not-registered');
  });
});

describe('ID-5 a relative', () => {
  it('takes part under their own personnummer, as anyone', async () => {
    expect((await approve(residents.guardian)).status).toBe(201);
    expect((await start(residents.guardian)).status).toBe(201);
  });
});

describe('ORG-2 nobody is approved when the agreements have ended', () => {
  const ended = { ...serviceAgreementOf(provider), validTo: '2021-01-01T00:00:00.000Z' };
  const atPrivateUnit = async () =>
    outcomeOf(world, approveResident, {
      params: { unitId: units.elsewhere },
      body: { personnummer: residents.approved, scope: 'all-services' },
      token: await loginElsewhere('residentAdmin'),
    });

  it('of the unit’s own provider, at the moment of writing', async () => {
    const approving = async (interference = {}) =>
      outcomeOf(
        world,
        approveResident,
        await about(residents.unapproved, { scope: 'all-services' }),
        interference,
      );
    const ending = beforeWriting(() => world.have(entities.serviceAgreement, ended));
    expect(await approving(ending)).toBe('409 provider-not-connected');
    const id = shownAt(world, units.care, residents.unapproved);
    expect(await world.runtime.stores.people.approval(units.care, id)).toBeUndefined();
    await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
  });

  it('of a private provider with the region, or of the region', async () => {
    const agreement = await world.runtime.stores.organisation.agreement(otherProvider, provider);
    if (!agreement) throw new Error('no agreement');
    await world.have(entities.agreement, { ...agreement.value, validTo: ended.validTo });
    expect(await atPrivateUnit()).toBe('409 agreement-missing');
    await world.have(entities.agreement, agreement.value);
    await world.have(entities.serviceAgreement, ended);
    expect(await atPrivateUnit()).toBe('409 provider-not-connected');
    await world.have(entities.serviceAgreement, serviceAgreementOf(provider));
    expect(await atPrivateUnit()).toBe('201');
  });
});

describe('ID-11 approval', () => {
  it('has two scopes, and the later holds', async () => {
    for (const scope of ['support-and-treatment', 'all-services'] as const) {
      expect(await approve(residents.approved, scope)).toMatchObject({ status: 201, body: { scope } });
      const kept = await world.runtime.stores.people.approval(
        units.care,
        shownAt(world, units.care, residents.approved),
      );
      expect(kept?.value.scope).toBe(scope);
    }
  });

  it('lets a resident of another county be started', async () => {
    const distant = '195805223087';
    world.registers.persons.set(distant, registered(distant, { county: '25' }));
    expect((await approve(distant)).status).toBe(201);
    expect((await start(distant)).status).toBe(201);
  });

  it('stops new starts when it is withdrawn', async () => {
    await approve(residents.approved);
    expect((await withdraw(residents.approved)).body).toMatchObject({ state: 'withdrawn' });
    expect((await start(residents.approved)).body.code).toBe('resident-not-approved');
  });

  it('is refused by the write when it goes between the reading and the writing', async () => {
    await approve(residents.approved);
    const kept = await world.runtime.stores.people.approval(
      units.care,
      shownAt(world, units.care, residents.approved),
    );
    const received = await world.call(
      startInstance,
      {
        params: { unitId: units.care },
        body: {
          personnummer: residents.approved,
          momentId,
          major: 1,
          practitioner: hsaIdOf('practitioner'),
        },
        token: await login('practitioner'),
      },
      {
        before: async ({ command }) => {
          if (command === 'TransactWriteItemsCommand' && kept)
            await world.have(entities.approval, { ...kept.value, state: 'withdrawn' }, kept.version);
        },
      },
    );
    expect(received.body.code).toBe('resident-not-approved');
  });

  it('cannot be withdrawn twice, nor where none was given', async () => {
    await approve(residents.approved);
    await succeed(world, withdrawApproval, await about(residents.approved, closing));
    expect((await withdraw(residents.approved)).body.code).toBe('resident-not-approved');
    expect((await withdraw('193505098743')).body.code).toBe('resident-not-approved');
  });

  it('is listed by the unit alone', async () => {
    await approve(residents.approved);
    const params = { unitId: units.care };
    const listed = await world.call(listApprovals, { params, token: await login('residentAdmin') });
    expect(rows(listed, 'approvals')).toContainEqual({
      resident: {
        protected: false,
        id: shownAt(world, units.care, residents.approved),
        personnummer: residents.approved,
        name: 'Person 1990',
      },
      scope: 'support-and-treatment',
      state: 'approved',
    });
    const elsewhere = await world.call(listApprovals, {
      params,
      token: await loginElsewhere('residentAdmin'),
    });
    expect(elsewhere.body.code).toBe('role-missing');
  });

  it('is listed page by page, each resident once', async () => {
    const token = await login('residentAdmin');
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor ? { cursor } : {}) };
      const page = await succeed(world, listApprovals, { params: { unitId: units.care }, query, token });
      seen.push(...rows(page, 'approvals').map(({ resident }) => (resident as { id: string }).id));
      cursor = page.body['next'] as string | undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(2);
  });
});
