import * as z from 'zod';
import { person } from './person.ts';
import { Problem } from './problem.ts';
import { role } from './role.ts';

export const unitKind = z.enum(['care', 'publisher', 'training-publisher']);

/** A unit (mottagning/enhet). Closed ones are kept so that log entries stay traceable (ORG-3). */
export const unit = z.object({
  hsaId: z.string(),
  provider: z.string(),
  name: z.string(),
  kind: unitKind,
  state: z.enum(['active', 'inactive']),
});
export type Unit = z.infer<typeof unit>;

/** A person who works at a provider. `protected`: their name is withheld from residents (ID-10). */
export const staffMember = z.object({ hsaId: z.string(), name: z.string(), protected: z.boolean() });
export type StaffMember = z.infer<typeof staffMember>;

/** A role given on a unit, or on a provider where `unit` is absent (ORG-6). Withdrawn = no such item. */
export const roleAssignment = z.object({
  staff: z.string(),
  role,
  provider: z.string(),
  unit: z.string().optional(),
});
export type RoleAssignment = z.infer<typeof roleAssignment>;

/** A medarbetaruppdrag: the unit, the purpose and the time a person may handle information there (ID-3). */
export const commission = z.object({
  staff: z.string(),
  hsaId: z.string(),
  unit: z.string(),
  provider: z.string(),
  purpose: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime().optional(),
});
export type Commission = z.infer<typeof commission>;

/** Opens a unit to a resident: for all its services or for Stöd och behandling alone (ID-11). */
export const approvalScope = z.enum(['all-services', 'support-and-treatment']);
export const approval = z.object({
  unit: z.string(),
  person,
  scope: approvalScope,
  state: z.enum(['approved', 'withdrawn']),
});
export type Approval = z.infer<typeof approval>;

/** What the population register says: only those registered in Sweden may take part (ID-4). */
export const registration = z.object({ personKey: z.string(), registeredInSweden: z.boolean() });
export type Registration = z.infer<typeof registration>;

export const assertActive = ({ state }: Pick<Unit, 'state'>): void => {
  if (state !== 'active') throw new Problem('unit-inactive');
};

/** An unanswered register is a no (ID-4). */
export const assertRegistered = (registered: Registration | undefined): void => {
  if (registered?.registeredInSweden !== true) throw new Problem('resident-not-registered');
};

/** No approval, or a withdrawn one, is a no (ID-11). */
export const assertApproved = (approved: Approval | undefined): Approval => {
  if (approved?.state !== 'approved') throw new Problem('resident-not-approved');
  return approved;
};

/** A moment is started with a practitioner of that very unit (CARE-1). */
export const assertPractitioner = (
  held: RoleAssignment | undefined,
  { hsaId, provider }: Unit,
): RoleAssignment => {
  const practises = held?.role === 'practitioner' && held.unit === hsaId && held.provider === provider;
  if (!practises) throw new Problem('practitioner-not-at-unit');
  return held;
};
