import * as z from 'zod';

const common = {
  issuer: z.url(),
  audience: z.string().min(1),
  jwksUri: z.url(),
  /** JWS algorithms this issuer signs with; all others are refused. */
  algorithms: z.array(z.enum(['RS256', 'ES256'])).min(1),
  /** Accepted `typ` headers, ignoring case (RFC 9068 says at+jwt). */
  types: z.array(z.string()).min(1),
  /** `acr` values that mean two factors at LoA3 (ID-2). */
  assurance: z.array(z.string()).min(1),
};

/**
 * One identity provider. The issuer decides whether its tokens speak for staff or residents (ID-1).
 * Claim names differ between providers, and those of 1177's for residents are not public, hence the map.
 */
const issuer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('staff'),
    ...common,
    claims: z.strictObject({ hsaId: z.string(), commission: z.string(), provider: z.string() }),
    /** `amr` values of a SITHS card and of a one-time password by SMS. */
    methods: z.strictObject({ siths: z.array(z.string()), smsOtp: z.array(z.string()) }),
  }),
  z.strictObject({
    kind: z.literal('resident'),
    ...common,
    claims: z.strictObject({ personnummer: z.string() }),
  }),
]);
export type Issuer = z.infer<typeof issuer>;

/** Exactly one issuer of each kind (ID-1). */
export const issuers = z
  .array(issuer)
  .refine(
    (all) =>
      ['resident', 'staff'].every((kind) => all.filter((one) => one.kind === kind).length === 1) &&
      all.length === 2,
    'One issuer for staff and one for residents',
  );
