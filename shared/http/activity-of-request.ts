import type { Activity, Actor } from '../audit/activity.ts';
import type { Capacity } from '../auth/authorise.ts';
import type { Principal } from '../auth/principal.ts';
import type { ClosedContract } from '../contract/contract.ts';
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

const actorOf = (principal: Principal, provider: string, capacity?: Capacity): Actor =>
  principal.kind === 'resident'
    ? {
        kind: 'resident',
        person: principal.person,
        ...(principal.resident.key === principal.person.key ? {} : { onBehalfOf: principal.resident }),
      }
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

const whereAndWhom = ({ unit, patient, shown = [], resource }: RequestSubject) => ({
  ...(unit === undefined ? {} : { unit }),
  ...(patient === undefined ? {} : { patient }),
  ...(shown.length > 0 ? { patients: [...shown] } : {}),
  ...(Object.keys(resource).length > 0 ? { resource: { ...resource } } : {}),
});

/** Whom somebody tried to act for, so that the attempt is found by the patient too (LOG-19). */
const patientNamed = (principal: Principal) =>
  principal.kind === 'resident' && principal.resident.key !== principal.person.key
    ? { patient: principal.resident }
    : {};

const done = (deed: Deed, subject: RequestSubject, capacity: Capacity | undefined) => ({
  ...common(deed),
  actor: actorOf(deed.principal, subject.provider, capacity),
  provider: subject.provider,
  ...whereAndWhom(subject),
});

/** LOG-15: what, where, when, by whom in what capacity, about whom. */
export const performed = (deed: Deed, subject: RequestSubject, capacity?: Capacity): Activity => ({
  ...done(deed, subject, capacity),
  outcome: 'performed',
});

/** The same request again: nothing is done, but the first answer is shown once more. */
export const repeated = (deed: Deed, subject: RequestSubject, capacity?: Capacity): Activity => ({
  ...done(deed, subject, capacity),
  outcome: 'repeated',
});

/** Somebody with the right to ask is told why not: also that says something of whom it is about. */
export const refused = (
  deed: Deed,
  {
    problem,
    subject,
    capacity,
  }: { problem: Problem; subject: RequestSubject; capacity: Capacity | undefined },
): Activity => ({
  ...done(deed, subject, capacity),
  outcome: 'refused',
  problem: problem.code,
});

interface Denial {
  readonly problem: Problem;
  /** Where it lies and whom it is about, as far as that is known. */
  readonly subject: RequestSubject | undefined;
  /** Whose auditors find it: the provider of the one who tried; for residents, of what they tried. */
  readonly provider: string;
}

/**
 * A denied attempt (LOG-21). It belongs to the provider of the one who tried, as StoreLog has it; about a subject at
 * another provider it says nothing, for that provider's patients are not this one's to know (ORG-1).
 */
export const denied = (deed: Deed, { problem, subject, provider }: Denial): Activity => {
  const { principal } = deed;
  const own = principal.kind === 'staff' ? principal.provider : undefined;
  return {
    ...common(deed),
    outcome: 'denied',
    problem: problem.code,
    actor: actorOf(principal, own ?? provider),
    provider,
    ...patientNamed(principal),
    ...(subject?.provider === provider ? whereAndWhom(subject) : {}),
  };
};
