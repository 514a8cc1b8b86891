import * as z from 'zod';
import { hsaId } from './hsa-id.ts';

const instant = z.iso.datetime();

/**
 * A medarbetaruppdrag: the unit, the purpose and the time a person may handle information there (ID-3). Without `unit` it lies
 * directly under the provider and opens no unit; without `validFrom` or `validTo` it is open at that end.
 */
const commission = z.object({
  hsaId,
  unit: hsaId.optional(),
  provider: hsaId,
  /** Such as `Vård och behandling`; any is accepted (ID-3), and the log takes its purpose from it. */
  purpose: z.string().min(1),
  validFrom: instant.optional(),
  validTo: instant.optional(),
});
export type Commission = z.infer<typeof commission>;

/** As instants, not as text: `…00Z` sorts after `…00.500Z`. */
const passed = (instant: string, now: string): boolean => Date.parse(instant) <= Date.parse(now);

export const hasBegun = ({ validFrom }: Commission, now: string): boolean =>
  validFrom === undefined || passed(validFrom, now);

/** From `validTo` on, and at it. */
export const hasEnded = ({ validTo }: Commission, now: string): boolean =>
  validTo !== undefined && passed(validTo, now);

/** Valid now. */
export const isCurrent = (one: Commission, now: string): boolean => hasBegun(one, now) && !hasEnded(one, now);

/** What the staff directory (HSA) says of one person. `protected`: their name is withheld (ID-10). */
export const directoryPerson = z.object({
  hsaId,
  name: z.string().min(1),
  protected: z.boolean(),
  commissions: z.array(commission),
});
export type DirectoryPerson = z.infer<typeof directoryPerson>;
