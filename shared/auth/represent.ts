import { isInForce, type Mandate } from '../domain/mandate.ts';
import type { Person } from '../domain/person.ts';
import { Problem } from '../domain/problem.ts';
import {
  answersForThemselves,
  canBeRepresented,
  hasCustody,
  openToOneself,
  type RegisteredPerson,
} from '../domain/registered-person.ts';
import type { Subject } from './authorise.ts';
import { purposeOf, type ResidentPermission } from './permissions.ts';
import type { ResidentPrincipal } from './principal.ts';

/** What our mandates and the person register say at this moment of someone who acts as, or for, a resident. */
export interface ResidentAccess {
  /** Numbers the resident had before: what lies under them is theirs. */
  readonly earlier: readonly Person[];
  /** From the resident to the one who acts. */
  readonly mandates: readonly Mandate[];
  /** The resident as the register knows them. */
  readonly registered: RegisteredPerson | 'unanswered' | undefined;
  /** The same of the one who acts, where that is somebody else. */
  readonly acting?: RegisteredPerson | 'unanswered' | undefined;
}

/** As whom a resident’s route is used; the log and what is written say so (ID-8). */
export interface Representation {
  readonly as: 'self' | 'guardian' | 'proxy';
  /** The units reached; all where nothing is said. Only mandates that units registered are narrower (ORG-1). */
  readonly units?: readonly string[];
  /** What lets a proxy in, the resident’s own first; a unit’s opens that unit alone. */
  readonly mandates?: readonly Through[];
  /** And what lets them read messages, whatever is asked for now. */
  readonly messaging?: readonly Through[];
}

interface Through {
  readonly mandateId: string;
  readonly unit?: string;
}

const asGuardian = (
  { person }: ResidentPrincipal,
  registered: RegisteredPerson,
  now: string,
): Representation => {
  if (!hasCustody(registered, person.personnummer, now)) throw new Problem('representation-missing');
  if (answersForThemselves(registered, now)) throw new Problem('guardian-age-limit');
  return { as: 'guardian' };
};

const unitsOf = (mandates: readonly Mandate[]): readonly string[] | undefined => {
  const units = mandates.map(({ registered }) => registered?.unit);
  return units.includes(undefined) ? undefined : units.filter((unit) => unit !== undefined);
};

const throughOf = ({ mandateId, registered }: Mandate): Through =>
  registered ? { mandateId, unit: registered.unit } : { mandateId };
const ownFirst = (one: Through, other: Through): number => Number('unit' in one) - Number('unit' in other);

/** The mandate by which a proxy reaches a subject: what the log names. */
export const mandateReaching = (
  { mandates = [] }: Representation,
  subject: Pick<Subject, 'unit'> | undefined,
): string | undefined =>
  mandates.find(({ unit }) => subject?.unit === undefined || unit === undefined || unit === subject.unit)
    ?.mandateId;

/** What somebody who is no longer registered does no more: nothing new begins (ID-4). */
const writing: readonly ResidentPermission[] = ['own-data:answer', 'own-data:write'];

/** A register that does not answer takes nothing away from anybody: what one has is there to read and to answer. */
const asOneself = (
  permission: ResidentPermission,
  { registered }: ResidentAccess,
  now: string,
): Representation => {
  const open = registered === 'unanswered' ? 'everything' : openToOneself(registered, now);
  const isOpen = open === 'everything' || (open === 'reading' && !writing.includes(permission));
  if (!isOpen) throw new Problem('resident-not-registered');
  return { as: 'self' };
};

/**
 * Whom they act for, where both live and the register has that number still: one that somebody gave up opens nothing any more. Nobody
 * acts for a test resident but another, nor one of those for anybody (ID-12).
 */
const representedBy = ({ registered, acting }: ResidentAccess): RegisteredPerson => {
  if (registered === 'unanswered' || acting === 'unanswered') throw new Problem('register-unavailable');
  const isOpen =
    registered &&
    canBeRepresented(registered) &&
    acting &&
    !acting.deceased &&
    acting.test === registered.test;
  if (!isOpen) throw new Problem('representation-missing');
  return registered;
};

/**
 * May the caller act as the resident they name? A resident as themselves while they are registered, and for a time after that to
 * read; a proxy with a mandate in force for this purpose (ID-7); a guardian with custody until the child’s thirteenth birthday (ID-6). Throws `representation-missing`,
 * `guardian-age-limit`, `representation-not-allowed`, `resident-not-registered`, or `register-unavailable`. `now` is an ISO instant.
 */
export const represent = (
  permission: ResidentPermission,
  principal: ResidentPrincipal,
  access: ResidentAccess,
  now: string,
): Representation => {
  if (principal.person.key === principal.resident.key) return asOneself(permission, access, now);
  const purpose = purposeOf(permission);
  if (!purpose) throw new Problem('representation-not-allowed');
  const registered = representedBy(access);
  const held = access.mandates.filter((one) => isInForce(one, now));
  const mandates = held.filter(({ purposes }) => purposes.includes(purpose));
  if (mandates.length === 0) return asGuardian(principal, registered, now);
  const units = unitsOf(mandates);
  return {
    ...{ as: 'proxy', ...(units ? { units } : {}), mandates: mandates.map(throughOf).toSorted(ownFirst) },
    messaging: held.filter(({ purposes }) => purposes.includes('messages')).map(throughOf),
  };
};

/** A proxy who may see a moment may not always read what is written in it (ID-7). */
export const readsMessages = (
  { as, messaging = [] }: Representation,
  at: { readonly unit: string },
): boolean => as !== 'proxy' || messaging.some(({ unit }) => unit === undefined || unit === at.unit);

/** A resident reaches what is about them, under whatever number, and nothing else (ID-1). */
export const isAbout = (
  { resident }: ResidentPrincipal,
  { earlier }: Pick<ResidentAccess, 'earlier'>,
  { patient }: Subject,
): boolean => [resident, ...earlier].some(({ key }) => key === patient?.key);

/** Whether the subject lies within what is represented: what lies on no unit is out of reach of a unit’s mandate. */
export const reaches = ({ units }: Representation, { unit }: Subject): boolean =>
  units === undefined || (unit !== undefined && units.includes(unit));
