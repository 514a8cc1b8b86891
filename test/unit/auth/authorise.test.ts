import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertCaller,
  assertMethod,
  authoriseStaff,
  isAbout,
  type Subject,
} from '../../../shared/auth/authorise.ts';
import { permissions } from '../../../shared/auth/permissions.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { refusal } from '../refusal.ts';
import { type Attempt, aPrincipal, attempt, demands, now, staffPermissions } from './access-examples.ts';

const ask = ({ permission, ...rest }: Attempt) => authoriseStaff(permission, { ...rest, now });

const rolesThatCount = ({ permission, access, subject }: Attempt): Role[] =>
  access.roles
    .filter(({ role }) => demands[permission].roles.includes(role))
    .filter(({ provider }) => provider === subject.provider)
    .filter(({ unit }) =>
      demands[permission].place === 'provider'
        ? unit === undefined
        : unit !== undefined && unit === subject.unit,
    )
    .map(({ role }) => role);

const commissionsHere = ({ principal, access, subject }: Attempt) =>
  access.commissions
    .filter(({ hsaId }) => hsaId === principal.commission)
    .filter(({ unit, provider }) => unit === subject.unit && provider === subject.provider)
    .filter(({ validFrom }) => Date.parse(validFrom) <= Date.parse(now));

const expected = (asked: Attempt) => {
  if (rolesThatCount(asked).length === 0) return 'role-missing';
  if (!demands[asked.permission].commission) return undefined;
  const [begun] = commissionsHere(asked);
  if (!begun) return 'commission-missing';
  const ended = begun.validTo !== undefined && Date.parse(begun.validTo) <= Date.parse(now);
  return ended ? 'commission-expired' : undefined;
};

describe('ORG-6 the table of permissions', () => {
  it('is what the requirements say', () => {
    expect(permissions).toEqual(demands);
  });
});

describe('ORG-1, ORG-6, ID-3 staff are let in', () => {
  it('exactly when a role that counts is held there, under a commission there that is valid now', () => {
    fc.assert(
      fc.property(attempt, (asked) => {
        expect(refusal(() => ask(asked))).toBe(expected(asked));
      }),
      { numRuns: 3000 },
    );
  });

  it('in the capacity that let them in, and in no other', () => {
    fc.assert(
      fc.property(
        attempt.filter((asked) => expected(asked) === undefined),
        (asked) => {
          const { roles, commission } = ask(asked);
          expect(roles).toEqual(rolesThatCount(asked));
          expect(commission).toEqual(
            demands[asked.permission].commission ? commissionsHere(asked)[0] : undefined,
          );
        },
      ),
    );
  });

  it('never at another provider, whatever the unit is called (ORG-1)', () => {
    fc.assert(
      fc.property(attempt, (asked) => {
        const elsewhere = { ...asked, subject: { ...asked.subject, provider: 'P3' } };
        expect(refusal(() => ask(elsewhere))).toBe('role-missing');
      }),
    );
  });

  it('never without roles, without a unit where one counts, or without a commission where one is demanded', () => {
    fc.assert(
      fc.property(attempt, (asked) => {
        const { place, commission } = demands[asked.permission];
        const roleless = { ...asked, access: { ...asked.access, roles: [] } };
        expect(refusal(() => ask(roleless))).toBe('role-missing');
        const unitless = { ...asked, subject: { provider: asked.subject.provider } };
        if (place === 'unit') expect(refusal(() => ask(unitless))).toBe('role-missing');
        const unchosen = { ...asked, principal: aPrincipal({ commission: undefined }) };
        if (commission) expect(refusal(() => ask(unchosen))).toMatch(/role-missing|commission-missing/);
      }),
    );
  });
});

describe('ID-3 a commission', () => {
  const at = (validFrom: string, validTo?: string) =>
    refusal(() =>
      ask({
        permission: 'instance:read',
        principal: aPrincipal(),
        access: {
          roles: [{ staff: 'S', role: 'practitioner', provider: 'P1', unit: 'U1' }],
          commissions: [
            {
              ...{ staff: 'S', hsaId: 'C1', unit: 'U1', provider: 'P1', purpose: 'Statistik', validFrom },
              ...(validTo === undefined ? {} : { validTo }),
            },
          ],
        },
        subject: { provider: 'P1', unit: 'U1' },
      }),
    );

  it.each([
    ['is good for any purpose while it lasts', '2026-01-01T00:00:00Z', undefined, undefined],
    ['begins at its instant', '2026-11-23T10:00:00.500Z', undefined, undefined],
    [
      'begins at its second, also where that is written without a fraction',
      '2026-11-23T10:00:00Z',
      undefined,
      undefined,
    ],
    ['has not begun a millisecond before', '2026-11-23T10:00:00.501Z', undefined, 'commission-missing'],
    ['ends at its instant', '2026-01-01T00:00:00Z', '2026-11-23T10:00:00.500Z', 'commission-expired'],
    [
      'ends at its second, also where that is written without a fraction',
      '2026-01-01T00:00:00Z',
      '2026-11-23T10:00:00Z',
      'commission-expired',
    ],
    ['lasts until its last millisecond', '2026-01-01T00:00:00Z', '2026-11-23T10:00:00.501Z', undefined],
  ])('%s', (_, validFrom, validTo, problem) => {
    expect(at(validFrom, validTo)).toBe(problem);
  });
});

describe('ID-2 design, publishing and catalogue work', () => {
  it('needs a SITHS card, and tells an SMS password apart from having none', () => {
    const methods = fc.subarray(['siths', 'sms-otp'] as const);
    fc.assert(
      fc.property(fc.constantFrom(...staffPermissions), methods, (permission, used) => {
        const refused = refusal(() => assertMethod(permission, aPrincipal({ methods: used })));
        const bySms = used.includes('sms-otp') ? 'sms-otp-refused' : undefined;
        const byNothing = used.includes('siths') ? undefined : 'siths-required';
        expect(refused).toBe(demands[permission].siths ? (bySms ?? byNothing) : undefined);
      }),
    );
  });
});

describe('ID-1 who the token speaks for', () => {
  const resident = { kind: 'resident', person: { key: 'k', personnummer: '199005082392' } } as const;

  it('is never taken for the other kind', () => {
    expect(refusal(() => assertCaller('staff', aPrincipal()))).toBeUndefined();
    expect(refusal(() => assertCaller('resident', resident))).toBeUndefined();
    expect(refusal(() => assertCaller('staff', resident))).toBe('wrong-kind-of-caller');
    expect(refusal(() => assertCaller('resident', aPrincipal()))).toBe('wrong-kind-of-caller');
  });

  it('lets a resident reach what is about them and nothing else', () => {
    const about = (patient?: Subject['patient']) =>
      isAbout(resident, { provider: 'P', ...(patient ? { patient } : {}) });
    expect(about(resident.person)).toBe(true);
    expect(about({ key: 'other', personnummer: resident.person.personnummer })).toBe(false);
    expect(about()).toBe(false);
  });
});
