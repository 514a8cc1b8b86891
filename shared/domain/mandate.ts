import * as z from 'zod';
import { person } from './person.ts';

/** What a mandate can open: seeing moments and forms, answering them, reading and writing messages (ID-7). */
export const mandatePurpose = z.enum(['view', 'answer', 'messages']);
export type MandatePurpose = z.infer<typeof mandatePurpose>;

/**
 * Lets `proxy` act for `resident` (ombud, ID-7). In force from `validFrom` until, and not at, `validTo`. One that a unit
 * registered reaches that unit’s moments alone, for no unit may open another’s (ORG-1). Revoked ones are kept as they were.
 */
export const mandate = z.object({
  mandateId: z.string(),
  resident: person,
  proxy: person,
  purposes: z.array(mandatePurpose).min(1),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  state: z.enum(['given', 'revoked']),
  registered: z.object({ unit: z.string(), by: z.string(), reason: z.string() }).optional(),
});
export type Mandate = z.infer<typeof mandate>;

/** Given, not revoked, and in force at `now`, an ISO instant. */
export const isInForce = ({ state, validFrom, validTo }: Mandate, now: string): boolean =>
  state === 'given' && Date.parse(validFrom) <= Date.parse(now) && Date.parse(now) < Date.parse(validTo);

export const longestMandateYears = 5;

/** The latest a mandate given at `now` may end: what nobody thinks of any more must not stay open. */
export const mandateEnds = (now: string): string => {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + longestMandateYears);
  return end.toISOString();
};

/** The numbers a person had before their present one, each with its key: what lies under them is theirs still. */
export const personLinks = z.object({ personKey: z.string(), earlier: z.array(person) });
export type PersonLinks = z.infer<typeof personLinks>;
