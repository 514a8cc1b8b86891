import type { Activity, Actor } from '../audit/activity.ts';
import type { Capacity } from '../auth/authorise.ts';
import type { Principal, ResidentPrincipal } from '../auth/principal.ts';
import { mandateReaching, type Representation } from '../auth/represent.ts';
import type { ClosedContract } from '../contract/contract.ts';
import type { Person } from '../domain/person.ts';
import type { Problem } from '../domain/problem.ts';
import type { RequestSubject } from './use-case.ts';

/** What both a performed and a denied activity are made from. */
export interface Deed {
  readonly eventId: string;
  readonly now: string;
  readonly correlationId: string;
  readonly contract: ClosedContract;
  readonly principal: Principal;
}

/** What let them in: staff by their roles and commission, who acts for somebody as guardian or by a mandate. */
export interface ActingAs {
  readonly capacity?: Capacity | undefined;
  readonly representation?: Representation | undefined;
}

const residentActorOf = (
  { person, resident }: ResidentPrincipal,
  representation: Representation = { as: 'self' },
  subject?: RequestSubject,
): Actor => {
  if (resident.key === person.key) return { kind: 'resident', person };
  const { as } = representation;
  const mandateId = mandateReaching(representation, subject);
  return {
    kind: 'resident',
    person,
    onBehalfOf: resident,
    ...(as === 'self' ? {} : { as }),
    ...(mandateId === undefined ? {} : { mandateId }),
  };
};

interface Acted {
  readonly provider: string;
  readonly acting: ActingAs;
  readonly subject?: RequestSubject | undefined;
}

const actorOf = (
  principal: Principal,
  { provider, acting: { capacity, representation }, subject }: Acted,
): Actor =>
  principal.kind === 'resident'
    ? residentActorOf(principal, representation, subject)
    : {
        kind: 'staff',
        hsaId: principal.hsaId,
        provider,
        ...(capacity ? { role: capacity.roles[0] } : {}),
        ...(capacity?.commission
          ? { commission: capacity.commission.hsaId, purpose: capacity.commission.purpose }
          : {}),
      };

const common = ({ eventId, now, correlationId, contract }: Deed) => ({
  eventId,
  at: now,
  activity: contract.activity,
  operationId: contract.operationId,
  correlationId,
});

/** Each once, however many rows they have. */
const distinct = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((person) => [person.key, person])).values(),
];

const whereAndWhom = ({ unit, patient, shown = [], proxy, statedReason, resource }: RequestSubject) => ({
  ...(unit === undefined ? {} : { unit }),
  ...(patient === undefined ? {} : { patient }),
  ...(shown.length > 0 ? { patients: distinct(shown) } : {}),
  ...(proxy === undefined ? {} : { proxy }),
  ...(statedReason === undefined ? {} : { statedReason }),
  ...(Object.keys(resource).length > 0 ? { resource: { ...resource } } : {}),
});

/** Whom somebody tried to act for, so that the attempt is found by the patient too (LOG-19). */
const patientNamed = (principal: Principal) =>
  principal.kind === 'resident' && principal.resident.key !== principal.person.key
    ? { patient: principal.resident }
    : {};

const done = (deed: Deed, subject: RequestSubject, acting: ActingAs) => ({
  ...common(deed),
  actor: actorOf(deed.principal, { provider: subject.provider, acting, subject }),
  provider: subject.provider,
  ...whereAndWhom(subject),
});

/** LOG-15: what, where, when, by whom in what capacity, about whom. */
export const performed = (deed: Deed, subject: RequestSubject, acting: ActingAs = {}): Activity => ({
  ...done(deed, subject, acting),
  outcome: 'performed',
});

/** The same request again: nothing is done, but the first answer is shown once more. */
export const repeated = (deed: Deed, subject: RequestSubject, acting: ActingAs = {}): Activity => ({
  ...done(deed, subject, acting),
  outcome: 'repeated',
});

/** Somebody with the right to ask is told why not: also that says something of whom it is about. */
export const refused = (
  deed: Deed,
  { problem, subject, acting }: { problem: Problem; subject: RequestSubject; acting: ActingAs },
): Activity => ({
  ...done(deed, subject, acting),
  outcome: 'refused',
  problem: problem.code,
});

interface Denial {
  readonly problem: Problem;
  /** Where it lies and whom it is about, as far as that is known. */
  readonly subject: RequestSubject | undefined;
  /** Whose auditors find it: the provider of the one who tried; for residents, of what they tried. */
  readonly provider: string;
  readonly representation?: Representation | undefined;
}

/**
 * A denied attempt (LOG-21). It belongs to the provider of the one who tried, as StoreLog has it; about a subject at
 * another provider it says nothing, for that provider's patients are not this one's to know (ORG-1).
 */
export const denied = (deed: Deed, { problem, subject, provider, representation }: Denial): Activity => {
  const { principal } = deed;
  const own = principal.kind === 'staff' ? principal.provider : undefined;
  return {
    ...common(deed),
    outcome: 'denied',
    problem: problem.code,
    actor: actorOf(principal, { provider: own ?? provider, acting: { representation }, subject }),
    provider,
    ...patientNamed(principal),
    ...(subject?.provider === provider ? whereAndWhom(subject) : {}),
  };
};
