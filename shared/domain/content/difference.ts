import * as z from 'zod';
import type { Said } from '../sayings/said.ts';
import { wording as keptWording } from '../wording.ts';

/**
 * One thing that is other than it was (AUT-8). `structure` needs a new major version, `wording` does not. `pointer` is a JSON Pointer
 * (RFC 6901) into what is compared, as it is now; for something gone, to where it was.
 */
export const difference = z.object({
  kind: z.enum(['structure', 'wording']),
  pointer: z.string(),
  code: z.string(),
  detail: keptWording,
});
export type Difference = z.infer<typeof difference>;

/** As it is shown, in the caller’s language. */
export const shownDifference = difference.extend({ detail: z.string() }).meta({
  id: 'Difference',
  description: '`structure` needs a new major version, `wording` does not',
  examples: [
    {
      kind: 'wording',
      pointer: '/modules/start',
      code: 'module-says-else',
      detail: 'Modulen säger något annat',
    },
    {
      kind: 'structure',
      pointer: '/forms/pain/pages/0/questions/1/max',
      code: 'field-changed',
      detail: 'Frågan pain-now: max var 10 och är 100',
    },
  ],
});

/** How they are told: at most a hundred at once, structure first where that is not all. */
export const shownDifferences = {
  differences: z.array(shownDifference),
  differencesLeft: z.int().optional().meta({
    description: 'How many differences there are beside those told; absent where all are',
  }),
};

export const structure = (pointer: string, said: Said): Difference => ({
  kind: 'structure',
  pointer,
  ...said,
});

export const wording = (pointer: string, said: Said): Difference => ({ kind: 'wording', pointer, ...said });
