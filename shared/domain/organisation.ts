import * as z from 'zod';
import { person } from './person.ts';
import { Problem, type ProblemCode } from './problem.ts';
import type { RegisteredPerson } from './registered-person.ts';
import { role } from './role.ts';
import { organisationSayings } from './sayings/organisation-sayings.ts';
import { unitContacts } from './unit-contacts.ts';

export const unitKind = z.enum(['care', 'publisher', 'training-publisher']);
export const unitState = z.enum(['handed-out', 'active', 'inactive']);

/**
 * A unit (mottagning/enhet) to which a region has handed out the service. Closed ones are kept so that log entries stay
 * traceable (ORG-3). `underAgreement`: its provider is private, so the region’s agreement must be in force (ORG-2).
 */
export const unit = z.object({
  hsaId: z.string(),
  provider: z.string(),
  region: z.string(),
  county: z.string(),
  name: z.string(),
  kind: unitKind,
  underAgreement: z.boolean(),
  state: unitState,
  /** The unit’s own text to residents, “Övrig information” (ORG-4). */
  information: z.string().optional(),
  contacts: unitContacts.optional(),
});
export type Unit = z.infer<typeof unit>;

/** A role given on a unit, or on a provider where `unit` is absent (ORG-6). Withdrawn = no such item. */
export const roleAssignment = z.object({
  staff: z.string(),
  role,
  provider: z.string(),
  unit: z.string().optional(),
  givenBy: z.string(),
  givenAt: z.iso.datetime(),
});
export type RoleAssignment = z.infer<typeof roleAssignment>;

/**
 * How many moments run on a unit with somebody as practitioner (ORG-6): beside their role, which stands in an index that every start
 * would have to write as well. `held`: they have the role.
 */
export const practising = z.object({
  staff: z.string(),
  unit: z.string(),
  state: z.enum(['held', 'withdrawn']),
  running: z.int(),
});
export type Practising = z.infer<typeof practising>;

/** One line of the history of roles on a unit or provider, `place` (ORG-6). */
export const roleChange = z.object({
  place: z.string(),
  changeId: z.string(),
  staff: z.string(),
  role,
  act: z.enum(['given', 'withdrawn']),
  by: z.string(),
  at: z.iso.datetime(),
});
export type RoleChange = z.infer<typeof roleChange>;

/** Who the authorization administrators of a unit are: one item, so that two who withdraw each other meet in its version. */
export const administrators = z.object({ unit: z.string(), staff: z.array(z.string()) });
export type Administrators = z.infer<typeof administrators>;

/** Who the auditors of a provider are, for the same reason: one item, that two who withdraw meet in. */
export const auditors = z.object({ provider: z.string(), staff: z.array(z.string()) });
export type Auditors = z.infer<typeof auditors>;

/** Opens a unit to a resident: for all its services or for Stöd och behandling alone (ID-11). */
export const approvalScope = z.enum(['all-services', 'support-and-treatment']);

/** A moment that runs for somebody on the unit, as far as it is said when their approval is withdrawn. */
const runningMoment = z.object({
  momentId: z.string(),
  title: z.string(),
  practitioner: z.string(),
  startedAt: z.iso.datetime(),
  test: z.boolean(),
});
export type RunningMoment = z.infer<typeof runningMoment>;

/**
 * It lies under `residentId`, by which the unit’s staff are shown the resident and by which every act takes them (ID-9). `label` is the
 * unit’s own word for them. `running` is by instance, `runs` how many of them there are by moment.
 */
export const approval = z.object({
  unit: z.string(),
  residentId: z.string(),
  person,
  scope: approvalScope,
  state: z.enum(['approved', 'withdrawn']),
  label: z.string().optional(),
  running: z.record(z.string(), runningMoment),
  runs: z.record(z.string(), z.int()),
});
export type Approval = z.infer<typeof approval>;

/** Lies with the person while that unit has them approved, so that such units are found wherever they are (ORG-4). */
export const approvedAt = z.object({ personKey: z.string(), unit: z.string() });

export const treatingProblems = [
  'resident-at-training-unit',
  'test-resident-at-care-unit',
  'unit-treats-nobody',
] as const satisfies ProblemCode[];

/**
 * Whom a unit has: care units the residents of this world, training units the test residents that staff practise on, publisher units
 * nobody (ORG-5, ID-12). A unit never changes its kind.
 */
export const assertTreats = (
  { kind }: Pick<Unit, 'kind'>,
  { test }: Pick<RegisteredPerson, 'test'>,
): void => {
  if (kind === 'publisher') throw new Problem('unit-treats-nobody');
  if (kind === 'care' && test) throw new Problem('test-resident-at-care-unit');
  if (kind === 'training-publisher' && !test) throw new Problem('resident-at-training-unit');
};

/** What there is on a unit that notices when it is closed or called something else. */
export interface UnitUse {
  /** Moments that run for residents; absent where they could not be counted. */
  readonly running?: number;
  /** Moments that can be started. */
  readonly active: number;
  /** Moments made there, drafts and published ones. */
  readonly made: number;
}

/** Whoever closes or renames a unit is told first what there is on it, and says that they know (ORG-3). */
export const assertUseKnown = (use: UnitUse, confirmed: boolean | undefined): void => {
  const { running, active, made } = use;
  if (confirmed || (running === 0 && active === 0 && made === 0)) return;
  throw new Problem('unit-in-use', [{ pointer: '/body/confirmed', ...organisationSayings['unit-use'](use) }]);
};

export const assertActive = ({ state }: Pick<Unit, 'state'>): void => {
  if (state !== 'active') throw new Problem('unit-inactive');
};

/** What leads to each state: a service handed out is activated first, and what is closed can be opened again (ORG-3). */
const leadsTo = {
  'handed-out': [],
  active: ['handed-out', 'inactive'],
  inactive: ['handed-out', 'active'],
} as const satisfies Record<Unit['state'], readonly Unit['state'][]>;

export const assertLeadsTo = (next: Unit['state'], { state }: Pick<Unit, 'state'>): void => {
  const from: readonly Unit['state'][] = leadsTo[next];
  if (!from.includes(state)) throw new Problem('illegal-state');
};

/** Whom the register does not know is not registered in Sweden (ID-4). */
export const assertRegistered = (registered: RegisteredPerson | undefined): RegisteredPerson => {
  if (registered?.registeredInSweden !== true) throw new Problem('resident-not-registered');
  return registered;
};

/** No approval, or a withdrawn one, is a no (ID-11). */
export const assertApproved = (approved: Approval | undefined): Approval => {
  if (approved?.state !== 'approved') throw new Problem('resident-not-approved');
  return approved;
};

/** A moment is started with somebody who has the role on that very unit (CARE-1). */
export const assertPractitioner = (found: Practising | undefined): Practising => {
  if (found?.state !== 'held') throw new Problem('practitioner-not-at-unit');
  return found;
};
