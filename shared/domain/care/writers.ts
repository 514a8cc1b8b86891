import * as z from 'zod';
import { person } from '../person.ts';

/** As whom somebody writes: the resident, or the guardian or proxy who acts for them (ID-8). */
export const writtenAs = z.enum(['self', 'guardian', 'proxy']);
const writer = z.object({ as: writtenAs, person });
type Writer = z.infer<typeof writer>;

/** Who wrote, and who began, where somebody else went on: as a child does with what a guardian wrote before they were thirteen. */
export const writers = { writtenBy: writer, begunBy: writer.optional() };
export type Written = z.infer<z.ZodObject<typeof writers>>;

/** Who has written what goes on from a draft, or begins where there is none. */
export const writersAfter = (draft: Written | undefined, writtenBy: Writer): Written => {
  const begunBy = draft?.begunBy ?? draft?.writtenBy;
  const isAnother = begunBy && (begunBy.as !== writtenBy.as || begunBy.person.key !== writtenBy.person.key);
  return isAnother ? { writtenBy, begunBy } : { writtenBy };
};
