import * as z from 'zod';
import { statedReason } from '../domain/care/participation.ts';
import { person } from '../domain/person.ts';
import { role } from '../domain/role.ts';
import { activityCodes } from './activity-catalogue.ts';

export const staffActor = z.object({
  kind: z.literal('staff'),
  hsaId: z.string(),
  /** Absent in a denied attempt: no role let them in. */
  role: role.optional(),
  commission: z.string().optional(),
  purpose: z.string().optional(),
  provider: z.string(),
});
export const residentActor = z.object({
  kind: z.literal('resident'),
  person,
  /** Whom a guardian or proxy acted for, or tried to (ID-8). */
  onBehalfOf: person.optional(),
  /** In what capacity, and by which mandate; absent in an attempt that was denied because they had none. */
  as: z.enum(['guardian', 'proxy']).optional(),
  mandateId: z.string().optional(),
});
/** A function that nobody asked: what it does is kept so that every change has its activity, and is not logged. */
const systemActor = z.object({ kind: z.literal('system'), function: z.string() });
const actor = z.discriminatedUnion('kind', [staffActor, residentActor, systemActor]);

/** Residents on a page of a list, so that its entry can name them all. */
const mostPatients = 100;

/**
 * One thing done or refused (HSLF-FS 2016:40 4 kap. 9 §, LOG-15): what, where, when, by whom, about whom.
 * Ids and codes only, never content. `provider` owns the entry: its auditors see it (TKB StoreLog v2, user.careProvider).
 *
 * `performed`: done. `repeated`: the same request again, so that nothing was done and the first answer was given again. `refused`: by
 * somebody with the right to ask, who was told why not, and so was told something of the patient. `denied`: by somebody without it.
 */
export const activity = z.object({
  eventId: z.uuid(),
  at: z.iso.datetime(),
  activity: z.enum(activityCodes),
  outcome: z.enum(['performed', 'repeated', 'refused', 'denied']),
  /** What they were told instead; only with `refused` and `denied`. */
  problem: z.string().optional(),
  operationId: z.string(),
  correlationId: z.string(),
  actor,
  provider: z.string(),
  unit: z.string().optional(),
  patient: person.optional(),
  /** The residents a list showed. */
  patients: z.array(person).max(mostPatients).optional(),
  /** How many of the caller's attempts on others were denied within the hour: said, from a number on, in place of whom. */
  attempts: z.int().optional(),
  /** Whom such an attempt was about: by the id they are shown under at `provider`, which names nobody to those who do not ask for them. */
  target: z.string().optional(),
  /** Whom a mandate that was registered, confirmed or withdrawn lets act for the patient. */
  proxy: person.optional(),
  /** Why somebody who takes no part in the moment opened it (CARE-17); on all that they do by it. */
  statedReason: statedReason.optional(),
  /** Ids of what was touched, such as `instanceId` and `formId`. */
  resource: z.record(z.string(), z.string()).optional(),
});
export type Activity = z.infer<typeof activity>;
export type Actor = z.infer<typeof actor>;

/**
 * Which activities become entries in the audit log: all that staff do, all that is done for somebody else, and every denied
 * attempt. What residents do with their own data is kept as an activity for traceability (LOG-22) but is nothing the law wants
 * logged: it asks who among staff had what of a patient (HSLF-FS 2016:40 4 kap. 9 §).
 */
export const belongsInLog = ({ actor, outcome }: Pick<Activity, 'actor' | 'outcome'>): boolean => {
  switch (actor.kind) {
    case 'system':
      return false;
    case 'staff':
      return true;
    case 'resident':
      return actor.onBehalfOf !== undefined || outcome === 'denied';
  }
};
