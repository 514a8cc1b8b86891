import * as z from 'zod';
import { plainText } from '../plain-text.ts';
import { momentVersion } from './version.ts';

/** Characters of what is said of a recall. */
const longestReason = 2000;
const said = plainText({ min: 1, max: longestReason });

/** What the publisher says of a recall, to staff and, in words for them, to residents. */
export const recallSaid = z.strictObject({
  reason: said.meta({ description: 'For staff' }),
  textForResidents: said.meta({
    description: 'What residents of running moments are told, in words for them',
  }),
});

/**
 * While it is there nothing new is started of the version, anywhere (PUB-9). `mendedBy` is the later minor that mends it: where a unit
 * shows that one, it is over. Lifted, it is gone; the moment's history and the log have what was said.
 */
export const recall = z.object({
  ...{ momentId: z.string(), momentVersion },
  ...{ reason: z.string(), textForResidents: z.string() },
  recalledBy: z.string(),
  recalledAt: z.iso.datetime(),
  mendedBy: momentVersion.optional(),
});
export type Recall = z.infer<typeof recall>;

/** As staff are told. */
export const recallForStaff = recall
  .pick({ momentVersion: true, reason: true, textForResidents: true, recalledAt: true, mendedBy: true })
  .meta({
    id: 'Recall',
    description:
      'Nothing new of this version is started. It is over where a version that mends it (`mendedBy`) is activated',
  });

/** As residents are told (CARE-18): nothing of what is staff's. */
export const recallForResidents = z
  .object({ text: z.string(), since: z.iso.datetime() })
  .meta({ id: 'RecallForResidents', description: 'The publisher’s own words to residents: show them first' });

export const recallOf = (recalls: readonly Recall[], version: string): Recall | undefined =>
  recalls.find((one) => one.momentVersion === version);

export const toldToResidents = (recalled: Recall | undefined) =>
  recalled && { text: recalled.textForResidents, since: recalled.recalledAt };
