import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertCaller, assertMethod, authoriseStaff } from '../../../shared/auth/authorise.ts';
import { needsCommission, permissions } from '../../../shared/auth/permissions.ts';
import type { Commission } from '../../../shared/domain/directory-person.ts';
import type { ProblemCode } from '../../../shared/domain/problem.ts';
import type { Role } from '../../../shared/domain/role.ts';
import { runs } from '../../support/property-runs.ts';
import { refusal } from '../refusal.ts';
import {
  type Attempt,
  aPrincipal,
  attempt,
  demands,
  noAccess,
  now,
  staffPermissions,
  type Way,
} from './access-examples.ts';

const ask = ({ permission, ...rest }: Attempt) => authoriseStaff(permission, { ...rest, now });

const rolesThatCount = ({ roles, at }: Way, { access, subject }: Attempt): Role[] => {
  if (at === 'national-management') return access.national ? ['national-admin'] : [];
  return access.roles
    .filter(({ role, provider }) => roles.includes(role) && provider === subject.provider)
    .filter(({ unit }) =>
      at === 'provider' ? unit === undefined : unit !== undefined && unit === subject.unit,
    )
    .map(({ role }) => role);
};

const commissionHere = ({ principal, access, subject }: Attempt): Commission | ProblemCode => {
  if (access.commissions === 'unanswered') return 'register-unavailable';
  const [begun] = access.commissions
    .filter(({ hsaId }) => hsaId === principal.commission)
    .filter(({ unit }) => unit !== undefined && unit === subject.unit)
    .filter(({ provider }) => provider === subject.provider)
    .filter(({ validFrom }) => validFrom === undefined || Date.parse(validFrom) <= Date.parse(now));
  if (!begun) return 'commission-missing';
  const ended = begun.validTo !== undefined && Date.parse(begun.validTo) <= Date.parse(now);
  return ended ? 'commission-expired' : begun;
};

/** The ways in for which a role is held there, whether or not a commission stands in the way. */
const waysHeld = (asked: Attempt): Way[] =>
  demands[asked.permission].grounds.filter((way) => rolesThatCount(way, asked).length > 0);

const isUnderCommission = (asked: Attempt, { commission }: Way): boolean =>
  !commission || typeof commissionHere(asked) === 'object';

const takesPart = ({ subject: { part } }: Attempt, { parts }: Way): boolean =>
  parts === undefined || parts.some((one) => one === part);

const waysOpen = (asked: Attempt): Way[] =>
  waysHeld(asked).filter((way) => isUnderCommission(asked, way) && takesPart(asked, way));

const whatBars = (asked: Attempt, way: Way) =>
  isUnderCommission(asked, way) ? 'participation-missing' : commissionHere(asked);

const expected = (asked: Attempt) => {
  if (waysOpen(asked).length > 0) return undefined;
  const [barred] = waysHeld(asked);
  return barred ? whatBars(asked, barred) : 'role-missing';
};

describe('ORG-6 the table of permissions', () => {
  it('is what the requirements say', () => {
    expect(permissions).toEqual(demands);
  });

  it('has the staff directory asked wherever a commission may be what lets them in, and nowhere else (ID-3)', () => {
    for (const permission of staffPermissions)
      expect(needsCommission(permission)).toBe(
        demands[permission].grounds.some(({ commission }) => commission),
      );
  });
});

describe('ORG-1, ORG-6, ID-3 staff are let in', () => {
  it('exactly when a role that counts is held there, under a commission there that is valid now', () => {
    fc.assert(
      fc.property(attempt, (asked) => {
        expect(refusal(() => ask(asked))).toBe(expected(asked));
      }),
      { numRuns: runs(5000) },
    );
  });

  it('in the capacities that let them in, and in no other', () => {
    fc.assert(
      fc.property(
        attempt.filter((asked) => expected(asked) === undefined),
        (asked) => {
          const { roles, commission } = ask(asked);
          expect(roles).toEqual(waysOpen(asked).flatMap((way) => rolesThatCount(way, asked)));
          const under = waysOpen(asked).some((way) => way.commission);
          expect(commission).toEqual(under ? commissionHere(asked) : undefined);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('never at another provider, whatever the unit is called (ORG-1)', () => {
    fc.assert(
      fc.property(attempt, (asked) => {
        const local = { ...asked.access, national: false };
        const elsewhere = { ...asked, access: local, subject: { ...asked.subject, provider: 'P3' } };
        expect(refusal(() => ask(elsewhere))).toBe('role-missing');
      }),
    );
  });

  it('for the whole platform only where the permission names the national management', () => {
    for (const permission of staffPermissions) {
      const national = { ...noAccess, national: true };
      const asked = { permission, principal: aPrincipal(), access: national, subject: { provider: 'P1' } };
      const named = demands[permission].grounds.some(({ at }) => at === 'national-management');
      expect(refusal(() => ask(asked))).toBe(named ? undefined : 'role-missing');
    }
  });

  it('never as national administrators by a stored role of that name', () => {
    for (const permission of staffPermissions) {
      const roles = [{ role: 'national-admin', provider: 'P1' } as const];
      const subject = { provider: 'P1' };
      const asked = { permission, principal: aPrincipal(), access: { ...noAccess, roles }, subject };
      expect(refusal(() => ask(asked))).toBe('role-missing');
    }
  });

  it('never without roles, without a unit where one counts, or without a commission where one is demanded', () => {
    fc.assert(
      fc.property(attempt, (asked) => {
        const roleless = { ...asked, access: { ...asked.access, roles: [], national: false } };
        expect(refusal(() => ask(roleless))).toBe('role-missing');
        const { grounds } = demands[asked.permission];
        const local = { ...asked, access: { ...asked.access, national: false } };
        const unitless = { ...local, subject: { provider: asked.subject.provider } };
        if (grounds.every(({ at }) => at !== 'provider'))
          expect(refusal(() => ask(unitless))).toBe('role-missing');
        const unchosen = { ...local, principal: aPrincipal({ commission: undefined }) };
        if (grounds.every(({ commission }) => commission))
          expect(refusal(() => ask(unchosen))).toMatch(
            /role-missing|commission-missing|register-unavailable/,
          );
      }),
    );
  });
});

describe('ID-3 a commission', () => {
  const held = { role: 'practitioner', provider: 'P1', unit: 'U1' } as const;
  const under = (commissions: readonly Commission[] | 'unanswered') =>
    refusal(() =>
      ask({
        permission: 'instance:read',
        principal: aPrincipal(),
        access: { roles: [held], national: false, commissions },
        subject: { provider: 'P1', unit: 'U1', part: 'responsible' },
      }),
    );
  const at = (validFrom?: string, validTo?: string) =>
    under([
      {
        ...{ hsaId: 'C1', unit: 'U1', provider: 'P1', purpose: 'Statistik' },
        ...(validFrom === undefined ? {} : { validFrom }),
        ...(validTo === undefined ? {} : { validTo }),
      },
    ]);

  it('counts for nothing where the directory does not answer, and where it says nothing of the unit', () => {
    expect(under('unanswered')).toBe('register-unavailable');
    expect(under([{ hsaId: 'C1', provider: 'P1', purpose: 'Statistik' }])).toBe('commission-missing');
  });

  it('that the directory does not answer for bars nobody who needs none', () => {
    const access = {
      roles: [{ role: 'care-provider-admin', provider: 'P1' } as const],
      national: false,
      commissions: 'unanswered' as const,
    };
    const subject = { provider: 'P1', unit: 'U1' };
    const asked = { permission: 'unit-role:give', principal: aPrincipal(), access, subject } as const;
    expect(ask(asked)).toEqual({ roles: ['care-provider-admin'] });
  });

  it.each([
    ['is open at an end that is not given', undefined, undefined, undefined],
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

describe('ID-2 staff log in with a SITHS card', () => {
  it('in every role, but in care work where the stage says otherwise; an SMS password is told apart from having none', () => {
    const methods = fc.subarray(['siths', 'sms-otp'] as const);
    fc.assert(
      fc.property(
        fc.constantFrom(...staffPermissions),
        methods,
        fc.boolean(),
        (permission, used, without) => {
          const refused = refusal(() => assertMethod(permission, aPrincipal({ methods: used }), without));
          const bySms = used.includes('sms-otp') ? 'sms-otp-refused' : undefined;
          const byNothing = used.includes('siths') ? undefined : 'siths-required';
          const mayDoWithout = without && demands[permission].grounds.some(({ careWork }) => careWork);
          expect(refused).toBe(mayDoWithout ? undefined : (bySms ?? byNothing));
        },
      ),
    );
  });

  it('to whatever is no care work for them, though it is to others: without one only a care role counts', () => {
    const logins = fc.constantFrom(['sms-otp'] as const, [] as const);
    fc.assert(
      fc.property(attempt, logins, (asked, methods) => {
        const weakly = { ...asked, principal: { ...asked.principal, methods } };
        const inCare = waysOpen(asked).filter(({ careWork }) => careWork);
        const held = inCare.flatMap((way) => rolesThatCount(way, asked));
        const weakness = methods.length > 0 ? 'sms-otp-refused' : 'siths-required';
        const [first] = waysHeld(asked);
        const inTheWay = first?.careWork ? whatBars(asked, first) : weakness;
        const problem = first ? inTheWay : 'role-missing';
        expect(refusal(() => ask(weakly))).toBe(held.length > 0 ? undefined : problem);
        if (held.length > 0) expect(ask(weakly).roles).toEqual(held);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('for design, publishing and catalogue work whatever the stage says', () => {
    const always = staffPermissions.filter((permission) => /^(moment|catalogue):/.test(permission));
    expect(always).toHaveLength(6);
    for (const permission of always) {
      const by = (methods: ('siths' | 'sms-otp')[]) =>
        refusal(() => assertMethod(permission, aPrincipal({ methods }), true));
      expect([by(['sms-otp']), by([]), by(['siths'])]).toEqual([
        'sms-otp-refused',
        'siths-required',
        undefined,
      ]);
    }
  });
});

describe('ID-1 who the token speaks for', () => {
  const person = { key: 'k', personnummer: '199005082392' };
  const resident = { kind: 'resident', person, resident: person } as const;

  it('is never taken for the other kind', () => {
    expect(refusal(() => assertCaller('staff', aPrincipal()))).toBeUndefined();
    expect(refusal(() => assertCaller('resident', resident))).toBeUndefined();
    expect(refusal(() => assertCaller('staff', resident))).toBe('wrong-kind-of-caller');
    expect(refusal(() => assertCaller('resident', aPrincipal()))).toBe('wrong-kind-of-caller');
  });
});
