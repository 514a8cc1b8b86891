import { authoriseStaff, type Capacity, type StaffAccess } from '../../auth/authorise.ts';
import type { Principal, ResidentPrincipal } from '../../auth/principal.ts';
import { isAbout, type Representation, type ResidentAccess, reaches } from '../../auth/represent.ts';
import type { ClosedContract } from '../../contract/contract.ts';
import { Problem } from '../../domain/problem.ts';
import type { RequestSubject } from '../use-case.ts';

/** What the caller's rights rest on, read live for this request (ORG-6, ID-6, ID-7). */
export type Access =
  | ({ readonly kind: 'staff' } & StaffAccess)
  | ({ readonly kind: 'resident' } & ResidentAccess & { readonly representation: Representation });

interface Applicant {
  readonly principal: Principal;
  readonly access: Access;
  readonly now: string;
}

const admitResident = (
  contract: Extract<ClosedContract, { caller: 'resident' }>,
  principal: ResidentPrincipal,
  access: Extract<Access, { kind: 'resident' }>,
  subject: RequestSubject,
): undefined => {
  const within = contract.keepsToUnits || reaches(access.representation, subject);
  if (!within || !isAbout(principal, access, subject)) throw new Problem('role-missing');
};

/** May this caller do this to that? Asked once token and input hold; throws where nothing says yes. */
export const admit = (
  contract: ClosedContract,
  { principal, access, now }: Applicant,
  subject: RequestSubject,
): Capacity | undefined => {
  if (contract.caller === 'resident' && principal.kind === 'resident' && access.kind === 'resident')
    return admitResident(contract, principal, access, subject);
  if (contract.caller === 'staff' && principal.kind === 'staff' && access.kind === 'staff')
    return authoriseStaff(contract.permission, { principal, access, subject, now });
  throw new Problem('wrong-kind-of-caller');
};

/** Those who may not know that it exists are told that it does not. */
export const concealed = (contract: ClosedContract, problem: Problem): Problem => {
  const hides = contract.caller === 'resident' || contract.conceals === true;
  return hides && problem.code === 'role-missing'
    ? new Problem('not-found', [], { cause: problem })
    : problem;
};
