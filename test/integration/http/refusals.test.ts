import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEntries } from '../../../functions/audit/list-audit-entries.ts';
import { createMoment } from '../../../functions/authoring/moments/create-moment.ts';
import { saveDraft } from '../../../functions/authoring/moments/save-draft.ts';
import { listMyInstances } from '../../../functions/care/instances/list-my-instances.ts';
import { startInstance } from '../../../functions/care/instances/start-instance.ts';
import { sendMessage } from '../../../functions/care/messages/send-message.ts';
import { listActivations } from '../../../functions/catalogue/activations/list-activations.ts';
import { getProvider } from '../../../functions/organisation/get-provider.ts';
import { getUnit } from '../../../functions/organisation/get-unit.ts';
import { viewUnitStatistics } from '../../../functions/organisation/view-unit-statistics.ts';
import { moodProgramme } from '../../../infra/local/demo/facts/content.ts';
import { found } from '../../../shared/domain/found.ts';
import type { UseCase } from '../../../shared/http/use-case.ts';
import { entities } from '../../../shared/persistence/entities.ts';
import {
  given,
  hsaIdOf,
  login,
  loginResident,
  provider,
  residents,
  seedPeople,
  units,
} from '../../support/people.ts';
import { newMoment, type Running, runningInstance } from '../../support/story.ts';
import { residentLoa3, residentToken, sign, staffIssuer } from '../../support/tokens.ts';
import { nationalManagement, type Sent, World } from '../../support/world.ts';

let world: World;
let running: Running;

beforeAll(async () => {
  world = await World.create();
  await seedPeople(world);
  running = await runningInstance(world);
});

const outcomeOf = async (useCase: UseCase, sent: Sent) => {
  const { status, body } = await world.call(useCase, sent);
  return `${status} ${body.code ?? ''}`;
};

const creating = (token: string | undefined, unitId = units.publisher): Sent => ({
  params: { unitId },
  body: { title: 'T', kind: 'course' },
  token,
});
const starting = async (token: string, unitId = units.care): Promise<Sent> => ({
  params: { unitId },
  body: {
    personnummer: residents.approved,
    momentId: running.momentId,
    major: 1,
    practitioner: hsaIdOf('practitioner'),
  },
  token,
});
const writing = (token: string): Sent => ({
  params: { instanceId: running.instanceId },
  body: { text: 'Hej' },
  token,
});

describe('ID-1 two identity providers', () => {
  it('refuses a resident’s token on a staff route', async () => {
    expect(await outcomeOf(createMoment, creating(await loginResident('approved')))).toBe(
      '403 wrong-kind-of-caller',
    );
  });

  it('refuses a staff token on a resident’s route', async () => {
    expect(await outcomeOf(listMyInstances, { token: await login('practitioner') })).toBe(
      '403 wrong-kind-of-caller',
    );
  });

  it('refuses a resident’s token that carries every staff claim', async () => {
    const token = await residentToken(residents.approved, {
      employeeHsaId: hsaIdOf('designer'),
      amr: ['siths'],
    });
    expect(await outcomeOf(createMoment, creating(token))).toBe('403 wrong-kind-of-caller');
  });

  it('refuses no token, and one for another audience', async () => {
    expect(await outcomeOf(createMoment, creating(undefined))).toBe('401 token-missing');
    expect(await outcomeOf(createMoment, creating(await login('designer', { aud: 'another' })))).toBe(
      '401 token-invalid',
    );
  });

  it('refuses a token without an HSA-id (ORG-7)', async () => {
    const token = await sign(staffIssuer, { acr: 'http://id.sambi.se/loa/loa3' });
    expect(await outcomeOf(createMoment, creating(token))).toBe('401 token-invalid');
  });
});

describe('ID-2 assurance', () => {
  it.each([['http://id.sambi.se/loa/loa2'], [undefined]])('refuses staff with acr %s', async (acr) => {
    expect(await outcomeOf(sendMessage, writing(await login('practitioner', { acr })))).toBe(
      '403 assurance-too-low',
    );
  });

  it('refuses a resident below LoA3', async () => {
    const token = await loginResident('approved', { acr: residentLoa3.replace('3', '2') });
    expect(await outcomeOf(listMyInstances, { token })).toBe('403 assurance-too-low');
  });

  it('refuses a one-time password by SMS on design work, with its own problem', async () => {
    expect(await outcomeOf(createMoment, creating(await login('designer', { amr: ['sms'] })))).toBe(
      '403 sms-otp-refused',
    );
  });

  it('refuses any other login without a SITHS card on design work', async () => {
    expect(await outcomeOf(createMoment, creating(await login('designer', { amr: [] })))).toBe(
      '403 siths-required',
    );
  });

  const careWithoutCard = (allowed: boolean) => Object.assign(world.runtime, { careWithoutCard: allowed });
  const inCare = async (amr: string[]) =>
    outcomeOf(sendMessage, writing(await login('practitioner', { amr })));

  it('asks for a card in care work too', async () => {
    expect(await inCare([])).toBe('403 siths-required');
    expect(await inCare(['sms'])).toBe('403 sms-otp-refused');
  });

  it('lets care work do with another two-factor login where the stage says so, and nothing else', async () => {
    careWithoutCard(true);
    expect(await inCare([])).toBe('201 ');
    expect(await inCare(['sms'])).toBe('201 ');
    const loa2 = await login('practitioner', { amr: [], acr: 'http://id.sambi.se/loa/loa2' });
    expect(await outcomeOf(sendMessage, writing(loa2))).toBe('403 assurance-too-low');
    const designing = async (amr: string[]) =>
      outcomeOf(createMoment, creating(await login('designer', { amr })));
    expect(await designing(['sms'])).toBe('403 sms-otp-refused');
    expect(await designing([])).toBe('403 siths-required');
    const administering = { params: { providerId: provider }, token: await login('auditor', { amr: [] }) };
    expect(await outcomeOf(getProvider, administering)).toBe('403 siths-required');
    careWithoutCard(false);
  });

  it('counts no other role then, though what is asked for is care work to others', async () => {
    careWithoutCard(true);
    const at = (unitId: string) => ({ params: { unitId } });
    const month = { from: '2026-01', to: '2026-01' };
    const asCareProviderAdmin = { token: await login('careProviderAdmin', { amr: ['sms'] }) };
    const refused = '403 sms-otp-refused';
    for (const [useCase, sent] of [
      [viewUnitStatistics, { ...at(units.care), query: month, ...asCareProviderAdmin }],
      [listActivations, { ...at(units.care), ...asCareProviderAdmin }],
      [getUnit, { ...at(units.care), ...asCareProviderAdmin }],
      [getUnit, { ...at(units.care), token: await login('auditor', { amr: ['sms'] }) }],
      [getUnit, { ...at(units.publisher), token: await login('designer', { amr: ['sms'] }) }],
      [getUnit, { ...at(units.publisher), token: await login('publisher', { amr: ['sms'] }) }],
    ] as const)
      expect(await outcomeOf(useCase, sent)).toBe(refused);
    const inCareRole = { ...at(units.care), token: await login('practitioner', { amr: ['sms'] }) };
    expect(await outcomeOf(getUnit, inCareRole)).toBe('200 ');
    careWithoutCard(false);
  });
});

describe('ID-3 a commission that is taken away in HSA', () => {
  const begun = Date.parse('2026-06-01T12:00:00.000Z');
  const write = async () => outcomeOf(sendMessage, writing(await login('practitioner')));
  const hsaId = hsaIdOf('practitioner');

  it('stops working within sixty seconds, and one given back works again', async () => {
    const directory = world.registers.staff;
    const before = directory.get(hsaId);
    if (!before) throw new Error('not in the directory');
    world.startAnew();
    world.now = () => new Date(begun);
    expect(await write()).toBe('201 ');
    directory.set(hsaId, { ...before, commissions: [] });
    world.now = () => new Date(begun + 60_000);
    expect(await write()).toBe('403 commission-missing');
    directory.set(hsaId, before);
    world.now = () => new Date(begun + 120_000);
    expect(await write()).toBe('201 ');
    world.now = () => new Date();
  });

  it('while a role of ours stops at the next request', async () => {
    const held = { staff: hsaId, role: 'practitioner', provider, unit: units.care, ...given } as const;
    world.now = () => new Date(begun);
    expect(await write()).toBe('201 ');
    await world.lose(entities.roleAssignment, held);
    expect(await write()).toMatch(/^40[34] /);
    await world.have(entities.roleAssignment, held);
    expect(await write()).toBe('201 ');
    world.now = () => new Date();
  });
});

describe('ID-3 commission', () => {
  it('refuses one that has expired', async () => {
    const token = await login('practitioner', { commissionHsaId: `${hsaIdOf('practitioner')}C2` });
    expect(await outcomeOf(sendMessage, writing(token))).toBe('403 commission-expired');
  });

  it('refuses none, and one that is somebody else’s', async () => {
    const none = await login('practitioner', { commissionHsaId: undefined });
    const foreign = await login('practitioner', { commissionHsaId: `${hsaIdOf('designer')}C1` });
    expect(await outcomeOf(sendMessage, writing(none))).toBe('403 commission-missing');
    expect(await outcomeOf(sendMessage, writing(foreign))).toBe('403 commission-missing');
  });

  it('accepts any purpose', async () => {
    const staff = hsaIdOf('dataAdmin');
    await world.have(entities.roleAssignment, {
      ...{ staff, role: 'practitioner', provider, unit: units.care },
      ...given,
    });
    const commission = { hsaId: `${staff}C3`, unit: units.care, provider, purpose: 'Administration' };
    world.registers.staff.set(staff, {
      hsaId: staff,
      name: 'N',
      protected: false,
      commissions: [commission],
    });
    const token = await login('dataAdmin', { commissionHsaId: `${staff}C3` });
    expect(await outcomeOf(sendMessage, writing(token))).toBe('403 participation-missing');
    const { unit, resident } = found(await world.runtime.stores.instances.instance(running.instanceId)).value;
    const adding = {
      unit,
      resident,
      as: 'colleague',
      addedBy: hsaIdOf('practitioner'),
      addedAt: given.givenAt,
    } as const;
    await world.have(entities.participant, { instanceId: running.instanceId, staff, ...adding });
    expect(await outcomeOf(sendMessage, writing(token))).toBe('201 ');
  });
});

describe('ORG-6 roles', () => {
  it('let in only on their own unit', async () => {
    const token = await login('practitioner');
    expect(await outcomeOf(startInstance, await starting(token, units.otherCare))).toBe('403 role-missing');
  });

  it('let in only to what they permit', async () => {
    expect(await outcomeOf(createMoment, creating(await login('publisher')))).toBe('403 role-missing');
    const search = { params: { providerId: provider }, body: {}, token: await login('careProviderAdmin') };
    expect(await outcomeOf(listAuditEntries, search)).toBe('403 role-missing');
  });

  it('stop at the next request once withdrawn, whatever the token says', async () => {
    const kind = entities.roleAssignment;
    const staff = hsaIdOf('roleless');
    const held = { staff, role: 'designer', provider, unit: units.publisher, ...given } as const;
    const token = await login('roleless');
    await world.have(kind, held);
    expect(await outcomeOf(createMoment, creating(token))).toBe('201 ');
    await world.lose(kind, held);
    expect(await outcomeOf(createMoment, creating(token))).toBe('403 role-missing');
  });
});

describe('LOG-21 every denial leaves an activity', () => {
  it('with the problem, the caller and what they attempted', async () => {
    const before = (await world.activities()).length;
    await world.call(createMoment, creating(await login('designer', { amr: ['sms'] })));
    const written = (await world.activities()).slice(before);
    expect(written).toMatchObject([
      {
        outcome: 'denied',
        problem: 'sms-otp-refused',
        activity: 'moment-created',
        actor: { kind: 'staff', hsaId: hsaIdOf('designer') },
      },
    ]);
  });

  it('filed with national management where the caller has no provider', async () => {
    const before = (await world.activities()).length;
    await world.call(createMoment, creating(await loginResident('approved')));
    const written = (await world.activities()).slice(before);
    expect(written).toMatchObject([{ problem: 'wrong-kind-of-caller', provider: nationalManagement }]);
  });
});

describe('AUT-7 versions over HTTP', () => {
  const saving = async (headers: Record<string, string>) => {
    const { params } = await newMoment(world);
    return outcomeOf(saveDraft, {
      params,
      body: { content: moodProgramme },
      token: await login('designer'),
      headers,
    });
  };

  it('refuses a stale If-Match, and none', async () => {
    expect(await saving({ 'If-Match': '"7"' })).toBe('412 version-mismatch');
    expect(await saving({})).toBe('428 precondition-required');
  });

  it.each(['*', 'W/"1"', '1', '"1", "2"'])('refuses If-Match: %s', async (header) => {
    expect(await saving({ 'If-Match': header })).toBe('400 validation-failed');
  });
});
