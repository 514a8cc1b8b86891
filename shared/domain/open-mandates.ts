import * as z from 'zod';
import { Problem } from './problem.ts';

/** A person gives mandates, and is asked for and has others’ as proxy. */
const mandateSide = z.enum(['giver', 'proxy']);
export type MandateSide = z.infer<typeof mandateSide>;

/**
 * The mandates of one person that are open, those they have given or those they were asked to take: one item a side, so that two
 * who write at once meet in its version, and no more can be open than the bound however many write.
 */
export const openMandates = z.object({
  personKey: z.string(),
  side: mandateSide,
  /** Each until the instant at which it stops counting by itself. */
  open: z.array(z.object({ mandateId: z.string(), until: z.iso.datetime() })),
});
export type OpenMandates = z.infer<typeof openMandates>;

/** How many may be open: few a giver, so that it takes many to fill what a proxy has room for. */
export const mostOpenMandates = { giver: 20, proxy: 100 } as const satisfies Record<MandateSide, number>;

/** With one more, or with another end for one that was there: `mandate-limit-reached` where there is no room. `now` is an ISO instant. */
export const withOpen = (
  { open, ...whose }: OpenMandates,
  added: OpenMandates['open'][number],
  now: string,
): OpenMandates => {
  const others = open.filter(
    ({ mandateId, until }) => mandateId !== added.mandateId && Date.parse(now) < Date.parse(until),
  );
  if (others.length >= mostOpenMandates[whose.side]) throw new Problem('mandate-limit-reached');
  return { ...whose, open: [...others, added] };
};

export const withoutOpen = ({ open, ...whose }: OpenMandates, closed: string): OpenMandates => ({
  ...whose,
  open: open.filter(({ mandateId }) => mandateId !== closed),
});
