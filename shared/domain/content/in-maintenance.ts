import * as z from 'zod';
import { contentId } from './content-id.ts';

/** Forms that a moment has at most, and so those of them that stay open. */
const mostOpenForms = 100;

/** What of a moment stays open once it is in maintenance (vidmakthållande, CARE-2); nothing where the designer says nothing. */
export const inMaintenance = z
  .strictObject({
    messages: z.boolean().meta({ description: 'Resident and staff go on writing to each other' }),
    formIds: z
      .array(contentId)
      .max(mostOpenForms)
      .meta({ description: 'Forms that the resident goes on answering' }),
  })
  .meta({ id: 'InMaintenance' });
export type InMaintenance = z.infer<typeof inMaintenance>;

const nothing: InMaintenance = { messages: false, formIds: [] };

/** The order in which forms are named says nothing. */
export const staysOpenAlike = (one: InMaintenance = nothing, other: InMaintenance = nothing): boolean =>
  one.messages === other.messages && one.formIds.toSorted().join() === other.formIds.toSorted().join();
