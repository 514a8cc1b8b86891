import { type Commission, type DirectoryPerson, isCurrent } from './directory-person.ts';
import type { Administrators, Auditors, Unit } from './organisation.ts';
import { Problem } from './problem.ts';
import type { Provider } from './provider.ts';
import { type Role, role } from './role.ts';

/** Roles that are held on a unit. */
export const unitRole = role.extract([
  'practitioner',
  'resident-admin',
  'data-admin',
  'authorization-admin',
  'designer',
  'publisher',
]);

/** Roles that are held on a provider. */
export const providerRole = role.extract(['care-provider-admin', 'auditor', 'region-admin']);

/** What those who hold a role give and withdraw (ORG-6). One table does: no role is held on units and on providers alike. */
const gives: Partial<Record<Role, readonly Role[]>> = {
  'authorization-admin': unitRole.options,
  'care-provider-admin': ['authorization-admin', 'care-provider-admin', 'auditor'],
  'national-admin': providerRole.options,
};

/** Throws `role-missing` where none of the roles held is one that gives and withdraws `asked`. */
export const assertGives = (held: readonly Role[], asked: Role): void => {
  if (!held.some((one) => gives[one]?.includes(asked))) throw new Problem('role-missing');
};

/** Nobody gives themselves a role: `self-role-change`. To lay one down is another matter. */
export const assertNotOneself = (giver: string, receiver: string): void => {
  if (giver === receiver) throw new Problem('self-role-change');
};

/** Design and publishing are done on publisher units alone: `role-not-here`. */
export const assertRoleOnUnit = (asked: Role, { kind }: Pick<Unit, 'kind'>): void => {
  if (kind === 'care' && ['designer', 'publisher'].includes(asked)) throw new Problem('role-not-here');
};

/** The national management has auditors of its own log and is no provider besides. */
export type ProviderKind = Provider['kind'] | 'national-management';

/** Region administrators at regions, auditors everywhere: `role-not-here`. */
export const assertRoleAtProvider = (asked: Role, kind: ProviderKind): void => {
  const fits =
    kind === 'national-management' ? asked === 'auditor' : asked !== 'region-admin' || kind === 'region';
  if (!fits) throw new Problem('role-not-here');
};

/** What is prepared before it is activated can be staffed; a unit that has been closed cannot: `unit-inactive`. */
export const staffedStates = ['handed-out', 'active'] as const satisfies readonly Unit['state'][];
export const assertStaffed = ({ state }: Pick<Unit, 'state'>): void => {
  if (state === 'inactive') throw new Problem('unit-inactive');
};

interface Holders {
  readonly staff: readonly string[];
}

/** Those who hold a role at one place, with one more. */
export const withHolder = <H extends Holders>(held: H, added: string): H => ({
  ...held,
  staff: [...new Set([...held.staff, added])],
});

const withoutHolder = <H extends Holders>(held: H, withdrawn: string): H => ({
  ...held,
  staff: held.staff.filter((one) => one !== withdrawn),
});

/** A unit always keeps one: `last-administrator`. */
export const withoutAdministrator = (held: Administrators, withdrawn: string): Administrators => {
  const left = withoutHolder(held, withdrawn);
  if (left.staff.length === 0) throw new Problem('last-administrator');
  return left;
};

/**
 * A provider always keeps one, lest those who are watched send away whoever watches: `last-auditor`. National management, which is
 * nobody’s to watch there, may withdraw the last.
 */
export const withoutAuditor = (held: Auditors, withdrawn: string, roles: readonly Role[]): Auditors => {
  const left = withoutHolder(held, withdrawn);
  if (left.staff.length === 0 && !roles.includes('national-admin')) throw new Problem('last-auditor');
  return left;
};

const fewestAdministrators = 2;
/** A unit should have two authorization administrators, so that one may be away. */
export const lacksAdministrators = ({ staff }: Administrators): boolean =>
  staff.length < fewestAdministrators;

/** Roles whose holders act under a commission on the unit (ID-3). */
const underCommission: readonly Role[] = [
  'authorization-admin',
  'practitioner',
  'resident-admin',
  'data-admin',
];

/** Given a role that none of their commissions lets them use on the unit now. */
export const lacksCommission = (
  given: Role,
  commissions: readonly Commission[],
  { hsaId, provider }: Pick<Unit, 'hsaId' | 'provider'>,
  now: string,
): boolean =>
  underCommission.includes(given) &&
  !commissions.some((one) => one.unit === hsaId && one.provider === provider && isCurrent(one, now));

/** The role can be used on the unit now, as far as the staff directory says. */
export const canUse =
  (given: Role, unit: Pick<Unit, 'hsaId' | 'provider'>, now: string) =>
  ({ commissions }: DirectoryPerson): boolean =>
    !lacksCommission(given, commissions, unit, now);

/** Nobody is made a practitioner of what they could not open: `practitioner-without-commission` (ID-3). */
export const assertCouldPractise = (
  practitioner: DirectoryPerson | undefined,
  unit: Pick<Unit, 'hsaId' | 'provider'>,
  now: string,
): void => {
  if (lacksCommission('practitioner', practitioner?.commissions ?? [], unit, now))
    throw new Problem('practitioner-without-commission');
};
