import { authoriseStaff, type Capacity, isAbout, type StaffAccess } from '../auth/authorise.ts';
import type { Principal } from '../auth/principal.ts';
import type { ClosedContract } from '../contract/contract.ts';
import { Problem } from '../domain/problem.ts';
import type { RequestSubject } from './use-case.ts';

interface Applicant {
  readonly principal: Principal;
  readonly access: StaffAccess | undefined;
  readonly now: string;
}

/** The third gate: may this caller do this to that? Throws where nothing says yes. */
export const admit = (
  contract: ClosedContract,
  { principal, access, now }: Applicant,
  subject: RequestSubject,
): Capacity | undefined => {
  if (contract.caller === 'resident') {
    if (principal.kind === 'resident' && isAbout(principal, subject)) return undefined;
    throw new Problem('role-missing');
  }
  if (principal.kind !== 'staff' || !access) throw new Problem('wrong-kind-of-caller');
  return authoriseStaff(contract.permission, { principal, access, subject, now });
};

/** Those who may not know that it exists are told that it does not. */
export const concealed = (contract: ClosedContract, problem: Problem): Problem => {
  const hides = contract.caller === 'resident' || contract.conceals === true;
  return hides && problem.code === 'role-missing'
    ? new Problem('not-found', [], { cause: problem })
    : problem;
};
