import * as z from 'zod';

/**
 * One thing that is other than it was (AUT-8). `structure` needs a new major version, `wording` does not. `pointer` is a JSON Pointer
 * (RFC 6901) into what is compared, as it is now; for something gone, to where it was.
 */
export const difference = z
  .object({
    kind: z.enum(['structure', 'wording']),
    pointer: z.string(),
    detail: z.string(),
  })
  .meta({
    id: 'Difference',
    description: '`structure` needs a new major version, `wording` does not',
    examples: [
      { kind: 'wording', pointer: '/modules/start', detail: 'The module says something else' },
      {
        kind: 'structure',
        pointer: '/forms/pain/pages/0/questions/1/max',
        detail: 'Question pain-now: max was 10 and is 100',
      },
    ],
  });
export type Difference = z.infer<typeof difference>;

export const structure = (pointer: string, detail: string): Difference => ({
  kind: 'structure',
  pointer,
  detail,
});

export const wording = (pointer: string, detail: string): Difference => ({
  kind: 'wording',
  pointer,
  detail,
});
