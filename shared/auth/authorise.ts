import type { Commission, RoleAssignment } from '../domain/organisation.ts';
import type { Person } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { Role } from '../domain/role.ts';
import { ruleOf, type StaffPermission } from './permissions.ts';
import type { Principal, ResidentPrincipal, StaffPrincipal } from './principal.ts';

/** Where the thing asked for lies and whom it is about: what a permission is held against. */
export interface Subject {
  readonly provider: string;
  readonly unit?: string;
  readonly patient?: Person;
}

/** What the register of roles and commissions says of a staff member at this moment. */
export interface StaffAccess {
  readonly roles: readonly RoleAssignment[];
  readonly commissions: readonly Commission[];
}

/** In what capacity they act; the log names it (LOG-15). */
export interface Capacity {
  /** All that let them in, the one the log names first. */
  readonly roles: readonly [Role, ...Role[]];
  readonly commission?: Commission;
}

/** Card before role: a weak login is told so whatever the roles (ID-2). */
export const assertMethod = (permission: StaffPermission, { methods }: StaffPrincipal): void => {
  if (!ruleOf(permission).siths) return;
  if (methods.includes('sms-otp')) throw new Problem('sms-otp-refused');
  if (!methods.includes('siths')) throw new Problem('siths-required');
};

const holdsAt = (assignment: RoleAssignment, subject: Subject, place: 'unit' | 'provider'): boolean =>
  assignment.provider === subject.provider &&
  (place === 'provider'
    ? assignment.unit === undefined
    : subject.unit !== undefined && assignment.unit === subject.unit);

const validCommission = (
  { commission: chosen }: StaffPrincipal,
  { commissions }: StaffAccess,
  { unit, provider }: Subject,
  now: string,
): Commission => {
  // As instants, not as text: `…00Z` sorts after `…00.500Z`.
  const passed = (instant: string) => Date.parse(instant) <= Date.parse(now);
  const held = commissions.find(
    (item) =>
      item.hsaId === chosen && item.unit === unit && item.provider === provider && passed(item.validFrom),
  );
  if (!held) throw new Problem('commission-missing');
  if (held.validTo !== undefined && passed(held.validTo)) throw new Problem('commission-expired');
  return held;
};

/**
 * Lets a staff member act on the subject, or throws: `role-missing`, `commission-missing` or `commission-expired`.
 * The provider must match whatever the unit says, so nobody at one provider reaches another's data (ORG-1).
 * `now` is an ISO instant in UTC.
 */
export const authoriseStaff = (
  permission: StaffPermission,
  {
    principal,
    access,
    subject,
    now,
  }: { principal: StaffPrincipal; access: StaffAccess; subject: Subject; now: string },
): Capacity => {
  const rule = ruleOf(permission);
  const [first, ...others] = access.roles
    .filter((assignment) => rule.roles.includes(assignment.role) && holdsAt(assignment, subject, rule.place))
    .map(({ role }) => role);
  if (!first) throw new Problem('role-missing');
  const roles: Capacity['roles'] = [first, ...others];
  return rule.commission
    ? { roles, commission: validCommission(principal, access, subject, now) }
    : { roles };
};

/** A resident reaches what is about them and nothing else (ID-1). */
export const isAbout = ({ person }: ResidentPrincipal, { patient }: Subject): boolean =>
  patient?.key === person.key;

/** The route is for the other kind of caller: a resident token never acts as staff, nor the reverse (ID-1). */
export const assertCaller = (wanted: Principal['kind'], { kind }: Principal): void => {
  if (kind !== wanted) throw new Problem('wrong-kind-of-caller');
};
