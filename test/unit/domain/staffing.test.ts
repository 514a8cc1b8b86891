import { describe, expect, it } from 'vitest';
import type { Commission } from '../../../shared/domain/directory-person.ts';
import { type Role, role } from '../../../shared/domain/role.ts';
import {
  assertGives,
  assertNotOneself,
  assertRoleAtProvider,
  assertRoleOnUnit,
  assertStaffed,
  lacksAdministrators,
  lacksCommission,
  type ProviderKind,
  providerRole,
  unitRole,
  withHolder,
  withoutAdministrator,
  withoutAuditor,
} from '../../../shared/domain/staffing.ts';
import { refusal } from '../refusal.ts';

const onUnits: Role[] = [
  'practitioner',
  'resident-admin',
  'data-admin',
  'authorization-admin',
  'designer',
  'publisher',
];
const onProviders: Role[] = ['care-provider-admin', 'auditor', 'region-admin'];

/** As test/requirements.md says it (ORG-6), written again. */
const given: Partial<Record<Role, readonly Role[]>> = {
  'authorization-admin': onUnits,
  'care-provider-admin': ['authorization-admin', 'care-provider-admin', 'auditor'],
  'national-admin': onProviders,
};

describe('ORG-6 who gives which role', () => {
  it('is the administrators, each their own', () => {
    for (const held of role.options)
      for (const asked of role.options)
        expect([held, asked, refusal(() => assertGives([held], asked))]).toEqual([
          held,
          asked,
          given[held]?.includes(asked) ? undefined : 'role-missing',
        ]);
  });

  it('is nobody without a role, and whoever one of several roles allows it', () => {
    expect(refusal(() => assertGives([], 'practitioner'))).toBe('role-missing');
    const both: Role[] = ['care-provider-admin', 'authorization-admin'];
    expect(refusal(() => assertGives(both, 'practitioner'))).toBeUndefined();
    expect(refusal(() => assertGives(both, 'auditor'))).toBeUndefined();
  });

  it('is never the one who receives it', () => {
    expect(refusal(() => assertNotOneself('S1', 'S1'))).toBe('self-role-change');
    expect(refusal(() => assertNotOneself('S1', 'S2'))).toBeUndefined();
  });

  it('leaves national administrators to the stage: they are no role on a unit or a provider', () => {
    expect(unitRole.options).toEqual(onUnits);
    expect(providerRole.options).toEqual(onProviders);
  });
});

describe('ORG-6 where a role exists', () => {
  it('design and publishing on publisher units, the rest on every unit', () => {
    for (const asked of onUnits)
      for (const kind of ['care', 'publisher', 'training-publisher'] as const) {
        const absent = kind === 'care' && (asked === 'designer' || asked === 'publisher');
        expect(refusal(() => assertRoleOnUnit(asked, { kind }))).toBe(absent ? 'role-not-here' : undefined);
      }
  });

  it.each<[ProviderKind, Role[]]>([
    ['region', ['care-provider-admin', 'auditor', 'region-admin']],
    ['municipality', ['care-provider-admin', 'auditor']],
    ['private', ['care-provider-admin', 'auditor']],
    ['national-management', ['auditor']],
  ])('at a provider of kind %s: %s', (kind, roles) => {
    for (const asked of onProviders)
      expect(refusal(() => assertRoleAtProvider(asked, kind))).toBe(
        roles.includes(asked) ? undefined : 'role-not-here',
      );
  });

  it('not on a closed unit, but on one that is being prepared', () => {
    expect(refusal(() => assertStaffed({ state: 'handed-out' }))).toBeUndefined();
    expect(refusal(() => assertStaffed({ state: 'active' }))).toBeUndefined();
    expect(refusal(() => assertStaffed({ state: 'inactive' }))).toBe('unit-inactive');
  });
});

describe('ORG-6 LOG-19 the auditors of a provider', () => {
  const of = (...staff: string[]) => ({ provider: 'P1', staff });

  it('are added once each', () => {
    expect(withHolder(of('A'), 'B')).toEqual(of('A', 'B'));
    expect(withHolder(of('A', 'B'), 'A')).toEqual(of('A', 'B'));
  });

  it('are never none by the provider’s own hand, known or not; national management may withdraw the last', () => {
    expect(withoutAuditor(of('A', 'B'), 'A', ['care-provider-admin'])).toEqual(of('B'));
    for (const before of [of('A'), of()])
      expect(refusal(() => withoutAuditor(before, 'A', ['care-provider-admin']))).toBe('last-auditor');
    expect(withoutAuditor(of('A'), 'A', ['national-admin'])).toEqual(of());
  });
});

describe('ORG-6 the authorization administrators of a unit', () => {
  const of = (...staff: string[]) => ({ unit: 'U1', staff });

  it('are added once each', () => {
    expect(withHolder(of('A'), 'B')).toEqual(of('A', 'B'));
    expect(withHolder(of('A', 'B'), 'A')).toEqual(of('A', 'B'));
  });

  it('are never none: nobody left, or nobody known, is a no', () => {
    expect(withoutAdministrator(of('A', 'B'), 'A')).toEqual(of('B'));
    expect(refusal(() => withoutAdministrator(of('A'), 'A'))).toBe('last-administrator');
    expect(refusal(() => withoutAdministrator(of(), 'A'))).toBe('last-administrator');
  });

  it('should be two', () => {
    expect([of(), of('A'), of('A', 'B'), of('A', 'B', 'C')].map(lacksAdministrators)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('ID-3 a role that nobody can use yet', () => {
  const now = '2026-11-23T10:00:00.500Z';
  const unit = { hsaId: 'U1', provider: 'P1' };
  const commission = { hsaId: 'C1', unit: 'U1', provider: 'P1', purpose: 'Statistik' };
  const lacks = (given: Role, ...commissions: Commission[]) => lacksCommission(given, commissions, unit, now);

  it('is one that needs a commission, for whoever has none on the unit', () => {
    for (const asked of onUnits)
      expect([asked, lacks(asked)]).toEqual([asked, asked !== 'designer' && asked !== 'publisher']);
    expect(lacks('practitioner', commission)).toBe(false);
    expect(lacks('practitioner', { ...commission, unit: 'U2' })).toBe(true);
    expect(lacks('practitioner', { ...commission, provider: 'P2' })).toBe(true);
    expect(lacks('practitioner', { hsaId: 'C1', provider: 'P1', purpose: 'Statistik' })).toBe(true);
  });

  it.each([
    ['begins now', { validFrom: now }, false],
    ['begins at this second, written without a fraction', { validFrom: '2026-11-23T10:00:00Z' }, false],
    ['begins in a millisecond', { validFrom: '2026-11-23T10:00:00.501Z' }, true],
    ['ends now', { validTo: now }, true],
    ['ended at this second, written without a fraction', { validTo: '2026-11-23T10:00:00Z' }, true],
    ['ends in a millisecond', { validTo: '2026-11-23T10:00:00.501Z' }, false],
  ])('by a commission that %s', (_, times, expected) => {
    expect(lacks('practitioner', { ...commission, ...times })).toBe(expected);
  });
});
