import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activity } from '../../../shared/audit/activity.ts';
import type { Capacity } from '../../../shared/auth/authorise.ts';
import type { Principal } from '../../../shared/auth/principal.ts';
import { Problem } from '../../../shared/domain/problem.ts';
import { type Deed, denied, performed } from '../../../shared/http/activity-of-request.ts';
import type { RequestSubject } from '../../../shared/http/use-case.ts';
import { aPrincipal } from '../auth/access-examples.ts';
import { requestId } from './an-event.ts';
import { aResidentContract, aStaffContract } from './contract-examples.ts';

const person = { key: 'own-key', personnummer: '199605032383' };
const resident: Principal = { kind: 'resident', person, resident: person };
/** What the log keeps of them. */
const actor = { kind: 'resident', person };
const nationalManagement = 'NATIONAL';
const problem = new Problem('role-missing');

const aDeed = (principal: Principal): Deed => ({
  eventId: '019ad0f0-0000-7000-8000-000000000000',
  now: '2026-11-23T10:00:00.000Z',
  correlationId: requestId,
  contract: principal.kind === 'staff' ? aStaffContract() : aResidentContract(),
  principal,
});

const subject: RequestSubject = {
  provider: 'P1',
  unit: 'U1',
  patient: { key: 'patient-key', personnummer: '199005082392' },
  resource: { instanceId: 'instance-1' },
};
const about = { unit: 'U1', patient: subject.patient, resource: { instanceId: 'instance-1' } };

describe('LOG-15 what was done', () => {
  const capacity: Capacity = {
    roles: ['practitioner', 'resident-admin'],
    commission: {
      ...{ staff: 'S', hsaId: 'C1', unit: 'U1', provider: 'P1', purpose: 'Vård och behandling' },
      validFrom: '2020-01-01T00:00:00.000Z',
    },
  };

  it('says what, at which unit, when, by whom in what capacity and purpose, and about whom', () => {
    const done = performed(aDeed(aPrincipal({ hsaId: 'S', provider: 'P2' })), subject, { capacity });
    expect(done).toEqual({
      eventId: '019ad0f0-0000-7000-8000-000000000000',
      at: '2026-11-23T10:00:00.000Z',
      activity: 'instance-opened',
      outcome: 'performed',
      operationId: 'readThing',
      correlationId: requestId,
      actor: {
        kind: 'staff',
        hsaId: 'S',
        provider: 'P1',
        role: 'practitioner',
        commission: 'C1',
        purpose: 'Vård och behandling',
      },
      provider: 'P1',
      ...about,
    });
    expect(activity.parse(done)).toEqual(done);
  });

  it('names the resident where they did it themselves', () => {
    const done = performed(aDeed(resident), subject);
    expect(done).toMatchObject({ activity: 'own-instance-opened', actor, provider: 'P1' });
    expect(activity.parse(done)).toEqual(done);
  });

  it('names both where they acted for somebody else (ID-8)', () => {
    const child = { key: 'child-key', personnummer: '201805042387' };
    const acting: Principal = { kind: 'resident', person, resident: child };
    expect(performed(aDeed(acting), subject).actor).toEqual({ ...actor, onBehalfOf: child });
    const tried = denied(aDeed(acting), { problem, subject: undefined, provider: nationalManagement });
    expect(tried).toMatchObject({ actor: { ...actor, onBehalfOf: child }, patient: child });
  });

  it('says whether as guardian or as proxy, and by which mandate (ID-6, ID-7)', () => {
    const child = { key: 'child-key', personnummer: '201805042387' };
    const acting: Principal = { kind: 'resident', person, resident: child };
    const units = ['U2', 'U1'];
    const mandates = units.map((unit) => ({ mandateId: `of ${unit}`, unit }));
    const asProxy = { as: 'proxy', units, mandates } as const;
    const expected = { ...actor, onBehalfOf: child, as: 'proxy', mandateId: 'of U1' };
    const done = performed(aDeed(acting), subject, { representation: asProxy });
    expect(done.actor).toEqual(expected);
    expect(activity.parse(done)).toEqual(done);
    const refused = denied(aDeed(acting), { problem, subject, representation: asProxy, provider: 'P1' });
    expect(refused.actor).toEqual(expected);
    const asGuardian = performed(aDeed(acting), subject, { representation: { as: 'guardian' } });
    expect(asGuardian.actor).toEqual({ ...actor, onBehalfOf: child, as: 'guardian' });
  });

  it('names the proxy beside the patient where it is about a mandate', () => {
    const proxy = { key: 'proxy-key', personnummer: '196405112985' };
    const done = performed(aDeed(aPrincipal()), { ...subject, proxy });
    expect(done).toMatchObject({ patient: subject.patient, proxy });
    expect(activity.parse(done)).toEqual(done);
  });

  it('leaves out what there is nothing to say of', () => {
    const done = performed(
      aDeed(aPrincipal()),
      { provider: 'P1', resource: {} },
      { capacity: { roles: ['auditor'] } },
    );
    for (const member of ['unit', 'patient', 'resource', 'problem']) expect(done).not.toHaveProperty(member);
    expect(done.actor).toEqual({ kind: 'staff', hsaId: 'S', provider: 'P1', role: 'auditor' });
  });
});

describe('LOG-21 a denied attempt', () => {
  const attempt = (principal: Principal, asked: RequestSubject | undefined = subject) =>
    denied(aDeed(principal), { problem, subject: asked, provider: 'P1' });

  it('at one’s own provider says what was sought and why it was refused, in no capacity', () => {
    const tried = attempt(aPrincipal({ provider: 'P1' }));
    expect(tried).toMatchObject({ outcome: 'denied', problem: 'role-missing', provider: 'P1', ...about });
    expect(tried.actor).toEqual({ kind: 'staff', hsaId: 'S', provider: 'P1' });
    expect(activity.parse(tried)).toEqual(tried);
  });

  it('of a resident lies where the data lies, with who tried', () => {
    expect(attempt(resident)).toMatchObject({ actor, provider: 'P1', ...about });
  });

  it('that never came to a subject lies at the provider of the one who tried', () => {
    const early = denied(aDeed(aPrincipal({ provider: 'P1' })), {
      ...{ problem, subject: undefined },
      provider: 'P1',
    });
    expect(early.provider).toBe('P1');
    for (const member of ['unit', 'patient', 'resource']) expect(early).not.toHaveProperty(member);
  });

  it('of staff whose provider is none of ours says so, to national management', () => {
    const tried = denied(aDeed(aPrincipal({ provider: 'P9' })), {
      ...{ problem, subject },
      provider: nationalManagement,
    });
    expect(tried).toMatchObject({ provider: nationalManagement, actor: { provider: 'P9' } });
    expect(tried).not.toHaveProperty('patient');
  });
});

describe('ORG-1 a denied attempt at another provider’s data', () => {
  const mark = (name: string) => fc.stringMatching(/^[a-z0-9]{8}$/).map((text) => `${name}-${text}`);
  const foreign = fc.record({
    provider: mark('provider'),
    unit: mark('unit'),
    patient: fc.record({ key: mark('key'), personnummer: fc.stringMatching(/^\d{12}$/) }),
    resource: fc.dictionary(mark('field'), mark('id')),
  });
  const own = fc.option(fc.constantFrom('P1', 'P2'), { nil: undefined });

  it('tells the provider of the one who tried nothing of patient, unit or resource', () => {
    fc.assert(
      fc.property(foreign, own, (asked, provider) => {
        const tried = denied(aDeed(aPrincipal({ provider })), {
          ...{ problem, subject: asked },
          provider: provider ?? nationalManagement,
        });
        const told = JSON.stringify(tried);
        const secrets = [asked.provider, asked.unit, ...Object.values(asked.patient)];
        for (const secret of [...secrets, ...Object.entries(asked.resource).flat()])
          expect(told).not.toContain(secret);
        expect(tried.provider).toBe(provider ?? nationalManagement);
      }),
    );
  });
});
