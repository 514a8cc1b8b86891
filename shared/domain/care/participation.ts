import * as z from 'zod';
import { person } from '../person.ts';
import { plainText } from '../plain-text.ts';
import { Problem } from '../problem.ts';
import { careSayings } from '../sayings/care-sayings.ts';
import { told } from '../sayings/said.ts';

/** Characters of a reason in somebody's own words. */
const longestReason = 200;

/**
 * Why somebody who takes no part opens a moment: whoever is given access must take part in the care or need it for their work in it
 * (patientdatalagen 4 kap. 1 §). The entry carries it, in words that residents are shown.
 */
export const statedReason = z
  .strictObject({
    code: z.enum(['absent-colleague', 'urgent-need', 'resident-asked', 'consulted', 'follow-up', 'other']),
    text: plainText({ min: 1, max: longestReason }).optional(),
  })
  .refine(({ code, text }) => code !== 'other' || text !== undefined, {
    ...told(careSayings['reason-in-words']),
    path: ['text'],
  })
  .meta({
    description: '`text` says what it is where it is `other`; never anything of the resident’s health',
  });
export type StatedReason = z.infer<typeof statedReason>;

/** How long a stated reason lets somebody in: a working shift. */
export const reasonedHours = 12;

/** Who takes part for as long as the moment lasts, or until a day; and who has stated a reason. */
export const lastingParts = ['colleague', 'stand-in'] as const;

/** Somebody who takes part in a moment beside the practitioner responsible for it (CARE-17). */
export const participant = z.object({
  instanceId: z.string(),
  /** Of the moment, for the lists of whoever takes part in it; neither is ever another. */
  unit: z.string(),
  resident: person,
  staff: z.string(),
  as: z.enum([...lastingParts, 'reasoned']),
  /** An ISO instant from which on they no longer do. */
  until: z.iso.datetime().optional(),
  reason: statedReason.optional(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type Participant = z.infer<typeof participant>;

export type Part = 'responsible' | Participant['as'];

/** Their part in it at this instant; undefined where they have none. */
export const partOf = (
  { practitioner }: { readonly practitioner: string },
  staff: string,
  added: Participant | undefined,
  now: string,
): Part | undefined => {
  if (practitioner === staff) return 'responsible';
  return added && (added.until === undefined || now < added.until) ? added.as : undefined;
};

/** A day that has passed lets nobody in. */
export const assertLater = (until: string | undefined, now: string): void => {
  if (until !== undefined && until <= now)
    throw new Problem('validation-failed', [{ pointer: '/body/until', ...careSayings['ends-in-the-past'] }]);
};

/** Whoever answers for the moment is not added to it, nor taken from it: `takes-part-already`. */
export const assertNotResponsible = (
  { practitioner }: { readonly practitioner: string },
  staff: string,
): void => {
  if (practitioner === staff) throw new Problem('takes-part-already');
};

/** From when a reason stated now lets nobody in any more: an ISO instant. */
export const reasonedUntil = (now: string): string =>
  new Date(Date.parse(now) + reasonedHours * 3_600_000).toISOString();

/** Who takes part for good states no reason: it would end sooner than what they have. */
export const assertWithoutPart = (part: Part | undefined): void => {
  if (part !== undefined && part !== 'reasoned') throw new Problem('takes-part-already');
};
