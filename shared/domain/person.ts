import * as z from 'zod';

/**
 * A resident as the system stores them: `key` is an HMAC of the number and the only form that may stand in a
 * DynamoDB key, a log line or a trace; `personnummer` (twelve digits) is an attribute, never a key.
 */
export const person = z.object({ key: z.string().min(1), personnummer: z.string().length(12) });
export type Person = z.infer<typeof person>;
