import * as z from 'zod';
import { Problem } from './problem.ts';

/** A person gives mandates, and has accepted others’ as proxy; what units register for them is theirs only once it is confirmed. */
const mandateSide = z.enum(['giver', 'proxy', 'registered']);
export type MandateSide = z.infer<typeof mandateSide>;

/**
 * The mandates of one person that are open, those they have given, those they have accepted or those that a unit has registered for them
 * and no second administrator has confirmed: one item a side, so that two who
 * write at once meet in its version, and no more can be open than the bound however many write. What a proxy is only asked for does
 * not count with them: strangers could fill their room, and the giver would learn of it. Each unit has a room of its own for what it registers: one administrator alone can
 * fill neither the resident’s nor another unit’s, and learns of neither.
 */
export const openMandates = z.object({
  personKey: z.string(),
  side: mandateSide,
  /** On the side of what is registered alone. */
  unit: z.string().optional(),
  /** By id, each until the instant at which it stops counting by itself. */
  open: z.record(z.string(), z.iso.datetime()),
});
export type OpenMandates = z.infer<typeof openMandates>;

/** How many may be open. */
export const mostOpenMandates = { giver: 20, proxy: 100, registered: 10 } as const satisfies Record<
  MandateSide,
  number
>;

interface Opened {
  readonly mandateId: string;
  readonly until: string;
}

/** With one more, or with another end for one that was there: `mandate-limit-reached` where there is no room. `now` is an ISO instant. */
export const withOpen = (
  { open, ...whose }: OpenMandates,
  { mandateId, until }: Opened,
  now: string,
): OpenMandates => {
  const others = Object.entries(open).filter(
    ([id, end]) => id !== mandateId && Date.parse(now) < Date.parse(end),
  );
  if (others.length >= mostOpenMandates[whose.side]) throw new Problem('mandate-limit-reached');
  return { ...whose, open: { ...Object.fromEntries(others), [mandateId]: until } };
};
