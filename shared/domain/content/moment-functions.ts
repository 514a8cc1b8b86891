import * as z from 'zod';

/** What a moment offers beside its content (AUT-4). What is off is off in every instance of that major version. */
export const momentFunctions = z
  .strictObject({
    messages: z.boolean(),
    activityPlan: z.boolean(),
    planning: z.boolean(),
    contacts: z.boolean(),
    reminders: z.boolean(),
  })
  .meta({ id: 'MomentFunctions' });
export type MomentFunctions = z.infer<typeof momentFunctions>;

/** A new moment begins with messages, which most have, and nothing that asks for planning. */
export const usualFunctions: MomentFunctions = {
  messages: true,
  activityPlan: false,
  planning: false,
  contacts: true,
  reminders: false,
};
