import { describe, expect, it } from 'vitest';
import type { StaffAccess } from '../../../shared/auth/authorise.ts';
import type { Principal } from '../../../shared/auth/principal.ts';
import type { ClosedContract } from '../../../shared/contract/contract.ts';
import { problemTable } from '../../../shared/contract/problem-table.ts';
import { Problem, type ProblemCode } from '../../../shared/domain/problem.ts';
import { admit, concealed } from '../../../shared/http/admit.ts';
import { aPrincipal, now } from '../auth/access-examples.ts';
import { refusal } from '../refusal.ts';
import { aResidentContract, aStaffContract } from './contract-examples.ts';

const person = { key: 'k', personnummer: '199005082392' };
const resident: Principal = { kind: 'resident', person };
const auditor = aStaffContract({ permission: 'log:read' });
const access: StaffAccess = { roles: [{ staff: 'S', role: 'auditor', provider: 'P1' }], commissions: [] };
const subject = { provider: 'P1', resource: {} };

const ask = (
  contract: ClosedContract,
  principal: Principal,
  given: StaffAccess | undefined,
  patient = person,
) => refusal(() => admit(contract, { principal, access: given, now }, { ...subject, patient }));

describe('ID-1, ORG-6 the third gate', () => {
  it('lets staff in with the role, and a resident to what is about them', () => {
    expect(admit(auditor, { principal: aPrincipal(), access, now }, subject)).toEqual({ roles: ['auditor'] });
    expect(ask(aResidentContract(), resident, undefined)).toBeUndefined();
  });

  it.each<[string, ClosedContract, Principal, StaffAccess | undefined, ProblemCode]>([
    ['staff of whom nothing is known', auditor, aPrincipal(), undefined, 'wrong-kind-of-caller'],
    ['a resident on a route for staff', auditor, resident, access, 'wrong-kind-of-caller'],
    ['staff on a route for residents', aResidentContract(), aPrincipal(), access, 'role-missing'],
    ['staff without the role', auditor, aPrincipal(), { roles: [], commissions: [] }, 'role-missing'],
  ])('refuses %s', (_, contract, principal, given, code) => {
    expect(ask(contract, principal, given)).toBe(code);
  });

  it('refuses a resident what is about another, or about nobody', () => {
    expect(ask(aResidentContract(), resident, undefined, { ...person, key: 'other' })).toBe('role-missing');
    const application = { principal: resident, access: undefined, now };
    expect(refusal(() => admit(aResidentContract(), application, subject))).toBe('role-missing');
  });
});

describe('ORG-1 what they may not know of', () => {
  const codes = Object.keys(problemTable) as ProblemCode[];
  const shown = (contract: ClosedContract, code: ProblemCode) => concealed(contract, new Problem(code)).code;

  it.each([
    ['residents, always', aResidentContract()],
    ['staff, where the contract says so', aStaffContract({ conceals: true })],
  ])('is not found, for %s; other refusals are told', (_, contract) => {
    for (const code of codes)
      expect(shown(contract, code)).toBe(code === 'role-missing' ? 'not-found' : code);
  });

  it('is told as a missing role where the contract hides nothing', () => {
    for (const code of codes) expect(shown(aStaffContract(), code)).toBe(code);
  });
});
