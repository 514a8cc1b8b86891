import * as z from 'zod';

/** Characters of a message. */
export const longestMessage = 4000;

/** CARE-10. `author` is an HSA-id for staff, a person key for residents. */
export const message = z.object({
  instanceId: z.string(),
  messageId: z.string(),
  from: z.enum(['staff', 'resident']),
  author: z.string(),
  text: z.string(),
  sentAt: z.iso.datetime(),
});
export type Message = z.infer<typeof message>;
