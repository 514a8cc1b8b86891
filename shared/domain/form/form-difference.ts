import * as z from 'zod';

/**
 * One thing in which a form differs from what it was (AUT-8). `pointer` is a JSON Pointer (RFC 6901) into the form as it is now, for
 * something gone to the list it is gone from.
 */
export const formDifference = z
  .object({
    kind: z.enum(['wording', 'structure']),
    pointer: z.string(),
    detail: z.string(),
  })
  .meta({
    id: 'FormDifference',
    description:
      '`structure` needs a new major version, `wording` does not. `pointer` leads into the new form',
    examples: [
      { kind: 'wording', pointer: '/pages/0/questions/1/text', detail: 'Question pain-now has another text' },
      {
        kind: 'structure',
        pointer: '/pages/0/questions/1/max',
        detail: 'Question pain-now: max was 10 and is 100',
      },
    ],
  });
export type FormDifference = z.infer<typeof formDifference>;
