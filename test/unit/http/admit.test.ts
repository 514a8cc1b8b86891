import { describe, expect, it } from 'vitest';
import type { Principal } from '../../../shared/auth/principal.ts';
import type { Representation } from '../../../shared/auth/represent.ts';
import type { ClosedContract } from '../../../shared/contract/contract.ts';
import { problemTable } from '../../../shared/contract/problem-table.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { Problem, type ProblemCode } from '../../../shared/domain/problem.ts';
import { type Access, admit, concealed } from '../../../shared/http/access/admit.ts';
import { aPrincipal, noAccess, now } from '../auth/access-examples.ts';
import { refusal } from '../refusal.ts';
import { aResidentContract, aStaffContract } from './contract-examples.ts';

const person = { key: 'k', personnummer: '199005082392' };
const other = { key: 'other', personnummer: '199605032383' };
const resident: Principal = { kind: 'resident', person, resident: person };
const auditor = aStaffContract({ permission: 'log:read' });
const own = aResidentContract();
const roleless: Access = { kind: 'staff', ...noAccess };
const asAuditor: Access = { ...roleless, roles: [{ role: 'auditor', provider: 'P1' }] };
const asResident = (representation: Representation = { as: 'self' }, earlier: Person[] = []): Access => ({
  ...{ kind: 'resident', earlier, mandates: [], registered: undefined },
  representation,
});

interface Asked {
  readonly contract: ClosedContract;
  readonly principal: Principal;
  readonly access: Access;
  readonly unit?: string;
  readonly patient?: Person | undefined;
}

const enter = ({ contract, principal, access, unit, patient }: Asked) =>
  admit(
    contract,
    { principal, access, now },
    {
      ...{ provider: 'P1', resource: {} },
      ...(unit ? { unit } : {}),
      ...(patient ? { patient } : {}),
    },
  );
const ask = (asked: Asked) => refusal(() => enter(asked));

describe('ID-1, ORG-6 who may do this to that', () => {
  it('lets staff in with the role, and a resident to what is about them', () => {
    expect(enter({ contract: auditor, principal: aPrincipal(), access: asAuditor })).toEqual({
      roles: ['auditor'],
    });
    expect(
      ask({ contract: own, principal: resident, access: asResident(), patient: person }),
    ).toBeUndefined();
  });

  it.each<[string, ClosedContract, Principal, Access, ProblemCode]>([
    [
      'staff of whom only a resident’s rights are known',
      auditor,
      aPrincipal(),
      asResident(),
      'wrong-kind-of-caller',
    ],
    ['a resident on a route for staff', auditor, resident, asAuditor, 'wrong-kind-of-caller'],
    [
      'a resident with their own rights on a route for staff',
      auditor,
      resident,
      asResident(),
      'wrong-kind-of-caller',
    ],
    ['staff on a route for residents', own, aPrincipal(), asAuditor, 'wrong-kind-of-caller'],
    ['a resident of whom only a role is known', own, resident, asAuditor, 'wrong-kind-of-caller'],
    ['staff without the role', auditor, aPrincipal(), roleless, 'role-missing'],
  ])('refuses %s', (_, contract, principal, access, code) => {
    expect(ask({ contract, principal, access, patient: person })).toBe(code);
  });

  it('refuses a resident what is about another, or about nobody', () => {
    const asked = { contract: own, principal: resident, access: asResident() };
    expect(ask({ ...asked, patient: other })).toBe('role-missing');
    expect(ask({ ...asked, patient: { ...person, key: 'other' } })).toBe('role-missing');
    expect(ask(asked)).toBe('role-missing');
  });

  it('lets a resident reach what lies under a number they had before (ID-5)', () => {
    const access = asResident({ as: 'self' }, [other]);
    expect(ask({ contract: own, principal: resident, access, patient: other })).toBeUndefined();
  });
});

describe('ID-7, ORG-1 a mandate that a unit registered', () => {
  const proxy: Principal = { kind: 'resident', person: other, resident: person };
  const access = asResident({ as: 'proxy', units: ['U1'] });
  const at = (unit?: string, contract: ClosedContract = own, patient = person) =>
    ask({ contract, principal: proxy, access, patient, ...(unit ? { unit } : {}) });

  it('reaches what lies on the unit, and about the one represented alone', () => {
    expect(at('U1')).toBeUndefined();
    expect(at('U1', own, other)).toBe('role-missing');
  });

  it('reaches neither another unit nor what lies on none', () => {
    expect(at('U2')).toBe('role-missing');
    expect(at()).toBe('role-missing');
  });

  it('reaches a list on no unit only where the list itself keeps to the units', () => {
    const list = aResidentContract({ keepsToUnits: true });
    expect(at(undefined, list)).toBeUndefined();
    expect(at(undefined, list, other)).toBe('role-missing');
  });
});

describe('ORG-1 what they may not know of', () => {
  const codes = Object.keys(problemTable) as ProblemCode[];
  const shown = (contract: ClosedContract, code: ProblemCode) => concealed(contract, new Problem(code)).code;

  it.each([
    ['residents, always', own],
    ['staff, where the contract says so', aStaffContract({ conceals: true })],
  ])('is not found, for %s; other refusals are told', (_, contract) => {
    for (const code of codes)
      expect(shown(contract, code)).toBe(code === 'role-missing' ? 'not-found' : code);
  });

  it('is told as a missing role where the contract hides nothing', () => {
    for (const code of codes) expect(shown(aStaffContract(), code)).toBe(code);
  });
});
