import * as z from 'zod';
import { type Activity, activity, residentActor, staffActor } from './activity.ts';
import { activityCatalogue } from './activity-catalogue.ts';

/** A row of the audit log: the activity, and what StoreLog and FHIR call it, fixed at the time of writing. */
export const auditEntry = activity.extend({
  /** Never a function by itself: what those do does not belong in the log. */
  actor: z.discriminatedUnion('kind', [staffActor, residentActor]),
  requirement: z.string().optional(),
  activityType: z.string(),
  resourceType: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Derived from the activity alone, so that a replay writes the same entry again (LOG-16). */
export const entryOf = (done: Activity): AuditEntry =>
  auditEntry.parse({ ...done, ...activityCatalogue[done.activity] });
