import * as z from 'zod';
import { Problem } from '../problem.ts';

/** Characters of what a tester or the publisher says of the content. */
export const longestComment = 2000;

/** Who tests a draft before it leaves the designer (PUB-1). */
export const verdictRole = z.enum(['designer', 'practitioner']);

const verdict = z.object({
  approved: z.boolean(),
  by: z.string(),
  at: z.iso.datetime(),
  comment: z.string().optional(),
});

/** One a role. A save takes them all away: they belong to exactly the content that was tested. */
export const verdicts = z.partialRecord(verdictRole, verdict);
type Verdicts = z.infer<typeof verdicts>;

type VerdictRole = z.infer<typeof verdictRole>;

/** Who has not approved exactly this content (PUB-1). */
export const missingVerdicts = ({ verdicts: given }: { readonly verdicts: Verdicts }): VerdictRole[] =>
  verdictRole.options.filter((role) => given[role]?.approved !== true);

/** Both must have approved exactly this content (PUB-1): `verdicts-missing`. */
export const assertTested = (tested: { readonly verdicts: Verdicts }): void => {
  const missing = missingVerdicts(tested);
  if (missing.length === 0) return;
  throw new Problem(
    'verdicts-missing',
    missing.map((role) => ({
      pointer: `/verdicts/${role}`,
      detail: `The ${role} has not approved this content`,
    })),
  );
};
