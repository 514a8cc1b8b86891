import { createPublicKey } from 'node:crypto';
import * as z from 'zod';
import type { Issuer } from './issuer-settings.ts';

/** Longer-lived tokens would keep a lost device useful for too long. */
export const maxLifetimeSeconds = 3600;
/** Seconds by which an identity provider's clock may run ahead of ours. */
const clockSkew = 60;
/** Longest token accepted, in bytes; API Gateway's whole header limit is 10 KB to 60 KB. */
export const maxTokenBytes = 16 * 1024;

const timedClaims = z.object({ exp: z.number(), iat: z.number(), sub: z.string().min(1) });

/** Reading a key costs more than the rest of a token's checks together, and the same few sign them all. */
const strengths = new WeakMap<object, boolean>();

/** A token whose signature holds, and the key it holds under. */
export interface VerifiedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly jwk: Readonly<Record<string, unknown>>;
}

/** RFC 7518 section 3.3. */
const fewestRsaBits = 2048;

/** EC, or RSA of enough bits. Throws on what is not a key at all. */
export const isStrongKey = (jwk: Readonly<Record<string, unknown>>): boolean => {
  const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  return asymmetricKeyType === 'ec' || (asymmetricKeyDetails?.modulusLength ?? 0) >= fewestRsaBits;
};

const isKnownStrong = (jwk: VerifiedToken['jwk']): boolean => {
  const strong = strengths.get(jwk) ?? isStrongKey(jwk);
  strengths.set(jwk, strong);
  return strong;
};

/**
 * What aws-jwt-verify leaves open and a token must still satisfy: the name of the first rule it breaks, or undefined. `now` in seconds since 1970. Called after signature, issuer, audience and expiry hold.
 */
export const brokenTokenRule = (
  { header, payload, jwk }: VerifiedToken,
  from: Issuer,
  now: number,
): string | undefined => {
  const claims = timedClaims.safeParse(payload);
  if (!claims.success) return 'exp, iat and sub are required';
  const { exp, iat } = claims.data;
  const type = typeof header['typ'] === 'string' ? header['typ'].toLowerCase() : undefined;
  const rules: [holds: boolean, rule: string][] = [
    [iat <= now + clockSkew, 'iat lies in the future'],
    [exp > now, 'exp has passed'],
    [exp > iat && exp - iat <= maxLifetimeSeconds, `lifetime is over ${maxLifetimeSeconds / 60} minutes`],
    [header['crit'] === undefined, 'crit is not understood'],
    [from.algorithms.some((algorithm) => algorithm === header['alg']), 'alg is not this issuer’s'],
    [from.types.some((accepted) => accepted.toLowerCase() === type), 'typ is not this issuer’s'],
    [isKnownStrong(jwk), `the RSA key is under ${fewestRsaBits} bits`],
  ];
  return rules.find(([holds]) => !holds)?.[1];
};
