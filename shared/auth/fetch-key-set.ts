import * as z from 'zod';
import type { Issuer } from './issuer-settings.ts';
import type { KeySet } from './key-sets.ts';
import { isStrongKey } from './token-checks.ts';

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Other keys stand in a set for others' use and are passed over (RFC 7517 section 5); ours are held to every rule. */
const isForSignatures = (key: unknown): boolean => {
  const { kty, use = 'sig' } = z
    .object({ kty: z.string(), use: z.string().optional() })
    .catch({ kty: '' })
    .parse(key);
  return (kty === 'RSA' || kty === 'EC') && use === 'sig';
};

const fetchedKeys = z.object({
  keys: z.array(z.unknown()).transform((keys) => keys.filter(isForSignatures)),
});

/** Public signature keys only, each with a `kid` of its own; optional members that are not text are dropped. */
const soundKeys = z.object({
  keys: z
    .array(
      z
        .record(z.string(), z.unknown())
        .transform((key) =>
          Object.fromEntries(Object.entries(key).filter(([, value]) => typeof value === 'string')),
        )
        .pipe(z.object({ kid: z.string().min(1), kty: z.enum(['RSA', 'EC']) }).catchall(z.string()))
        .refine((key) => privateMembers.every((member) => !(member in key)), 'a private key')
        .refine(isStrongKey, 'a weak key'),
    )
    .min(1)
    .max(50)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'two keys with one kid'),
});

/** All of its answer. */
const answeredWithinMs = 5000;

/**
 * Fetches an issuer's keys (RFC 7517) and checks them before anyone trusts them; `now` becomes their age.
 * Throws when the issuer is silent, redirects, or sends anything but sound public keys: the stored ones stay.
 */
export const fetchKeySet = async (
  { issuer, jwksUri }: Issuer,
  now: Date,
  withinMs = answeredWithinMs,
): Promise<KeySet> => {
  const answer = await fetch(jwksUri, { redirect: 'error', signal: AbortSignal.timeout(withinMs) });
  if (!answer.ok) throw new Error(`JWKS answered ${answer.status}`);
  const { keys } = fetchedKeys.pipe(soundKeys).parse(await answer.json());
  return { issuer, keys, fetchedAt: now.toISOString() };
};
