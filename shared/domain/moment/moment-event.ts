import * as z from 'zod';
import { offeredTo } from './catalogue-entry.ts';
import { reviewComment } from './moment.ts';
import { momentVersion } from './version.ts';

export const momentAct = z.enum([
  'exported',
  'export-recalled',
  'sent-back',
  'published',
  'unpublished',
  'republished',
  'offered',
  'recalled',
  'recall-lifted',
]);

/** One line of a moment's history between designer, publisher and catalogue (PUB-2, PUB-3, PUB-6). */
export const momentEvent = z.object({
  momentId: z.string(),
  eventId: z.string(),
  act: momentAct,
  by: z.string(),
  at: z.iso.datetime(),
  momentVersion: momentVersion.optional(),
  comments: z.array(reviewComment).optional(),
  offeredTo: offeredTo.optional(),
  reason: z.string().optional(),
  textForResidents: z.string().optional(),
});
export type MomentEvent = z.infer<typeof momentEvent>;
