import type { Part } from '../domain/care/participation.ts';
import { type Commission, hasBegun, hasEnded } from '../domain/directory-person.ts';
import type { RoleAssignment } from '../domain/organisation.ts';
import type { Person } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import type { Role } from '../domain/role.ts';
import { type Ground, ruleOf, type StaffPermission } from './permissions.ts';
import type { Principal, StaffPrincipal } from './principal.ts';

/** Where the thing asked for lies and whom it is about: what a permission is held against. */
export interface Subject {
  readonly provider: string;
  readonly unit?: string;
  readonly patient?: Person;
  /** The caller's part in the moment that it lies in; absent where they have none. */
  readonly part?: Part;
}

type HeldRole = Pick<RoleAssignment, 'role' | 'provider' | 'unit'>;

/** What our roles and the staff directory say of a staff member at this moment. */
export interface StaffAccess {
  readonly roles: readonly HeldRole[];
  /** Holds a role for the whole platform (ORG-1). */
  readonly national: boolean;
  /** `unanswered`: the directory did not answer, so nothing that needs a commission is open. */
  readonly commissions: readonly Commission[] | 'unanswered';
}

/** In what capacity they act; the log names it (LOG-15). */
export interface Capacity {
  /** All that let them in, the one the log names first. */
  readonly roles: readonly [Role, ...Role[]];
  readonly commission?: Commission;
}

/** Why it is no login with a SITHS card, and with nothing weaker beside it; undefined where it is one. */
const weaknessOf = ({ methods }: StaffPrincipal): Problem | undefined => {
  if (methods.includes('sms-otp')) return new Problem('sms-otp-refused');
  return methods.includes('siths') ? undefined : new Problem('siths-required');
};

/**
 * Card before role: a weak login is told so whatever the roles (ID-2), but where it may be care work and the stage lets that do
 * without (`careWithoutCard`). Whether it is care work for them, `authoriseStaff` says.
 */
export const assertMethod = (
  permission: StaffPermission,
  principal: StaffPrincipal,
  careWithoutCard: boolean,
): void => {
  const mayBeCare = ruleOf(permission).grounds.some(({ careWork }) => careWork);
  if (careWithoutCard && mayBeCare) return;
  const weakness = weaknessOf(principal);
  if (weakness) throw weakness;
};

/** The provider must match whatever the unit says, so nobody at one provider reaches another’s data (ORG-1). */
const holdsAt = (held: HeldRole, subject: Subject, at: 'unit' | 'provider'): boolean =>
  held.provider === subject.provider &&
  (at === 'provider' ? held.unit === undefined : subject.unit !== undefined && held.unit === subject.unit);

const rolesOn = ({ roles, at }: Ground, access: StaffAccess, subject: Subject): Role[] => {
  if (at === 'national-management') return access.national ? [...roles] : [];
  return access.roles
    .filter((held) => roles.includes(held.role) && holdsAt(held, subject, at))
    .map(({ role }) => role);
};

/** The chosen commission where it is valid now on that unit, or the problem with it. */
const commissionOn = (
  { commission: chosen }: StaffPrincipal,
  { commissions }: StaffAccess,
  { unit, provider }: Subject,
  now: string,
): Commission | Problem => {
  if (commissions === 'unanswered') return new Problem('register-unavailable');
  const held = commissions.find(
    (item) =>
      unit !== undefined &&
      item.hsaId === chosen &&
      item.unit === unit &&
      item.provider === provider &&
      hasBegun(item, now),
  );
  if (!held) return new Problem('commission-missing');
  return hasEnded(held, now) ? new Problem('commission-expired') : held;
};

interface Applicant {
  readonly principal: StaffPrincipal;
  readonly access: StaffAccess;
  readonly subject: Subject;
  /** An ISO instant in UTC. */
  readonly now: string;
}

interface Standing {
  readonly roles: readonly Role[];
  readonly commission?: Commission;
  /** Why the roles do not count. */
  readonly problem?: Problem;
}

/** On a ground that is no care work a login without a card counts for nothing, whatever the stage says of care work (ID-2). */
const standingOn = (ground: Ground, { principal, access, subject, now }: Applicant): Standing => {
  const roles = rolesOn(ground, access, subject);
  if (roles.length === 0) return { roles };
  const weakness = ground.careWork ? undefined : weaknessOf(principal);
  if (weakness) return { roles: [], problem: weakness };
  if (!ground.commission) return { roles };
  const commission = commissionOn(principal, access, subject, now);
  if (commission instanceof Problem) return { roles: [], problem: commission };
  const counts = !ground.parts || (subject.part !== undefined && ground.parts.includes(subject.part));
  return counts ? { roles, commission } : { roles: [], problem: new Problem('participation-missing') };
};

/**
 * Lets a staff member act on the subject on every ground that holds, or throws: `role-missing`, `commission-missing`,
 * `commission-expired`, `participation-missing`, `sms-otp-refused` or `siths-required` where the login is too weak for their role, or `register-unavailable`
 * where only a commission the directory did not answer for could let them in.
 */
export const authoriseStaff = (permission: StaffPermission, applicant: Applicant): Capacity => {
  const standings = ruleOf(permission).grounds.map((ground) => standingOn(ground, applicant));
  const [first, ...others] = standings.flatMap(({ roles }) => roles);
  if (!first) throw standings.find(({ problem }) => problem)?.problem ?? new Problem('role-missing');
  const commission = standings.find((one) => one.commission)?.commission;
  return { roles: [first, ...others], ...(commission ? { commission } : {}) };
};

/** The route is for the other kind of caller: a resident token never acts as staff, nor the reverse (ID-1). */
export const assertCaller = (wanted: Principal['kind'], { kind }: Principal): void => {
  if (kind !== wanted) throw new Problem('wrong-kind-of-caller');
};
