import * as z from 'zod';
import { Problem } from '../problem.ts';
import { catalogueSayings } from '../sayings/catalogue-sayings.ts';

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

/** Nobody gives both verdicts on the same content (PUB-2): `verdicts-by-one-person`. */
export const assertNotBoth = (given: Verdicts, as: VerdictRole, by: string): void => {
  const isTheirs = verdictRole.options.some((role) => role !== as && given[role]?.by === by);
  if (isTheirs) throw new Problem('verdicts-by-one-person');
};

/** Both must have approved exactly this content (PUB-1), and be two people (PUB-2): `verdicts-missing`, `verdicts-by-one-person`. */
export const assertTested = (tested: { readonly verdicts: Verdicts }): void => {
  const missing = missingVerdicts(tested);
  if (missing.length > 0)
    throw new Problem(
      'verdicts-missing',
      missing.map((role) => ({
        pointer: `/verdicts/${role}`,
        ...catalogueSayings['not-approved'](role),
      })),
    );
  const { designer, practitioner } = tested.verdicts;
  if (designer?.by === practitioner?.by) throw new Problem('verdicts-by-one-person');
};
