import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { JwtVerifier } from 'aws-jwt-verify/jwt-verifier';
import { Problem } from '../domain/problem.ts';
import type { Issuer } from './issuer-settings.ts';
import type { KeySet, KeySetSource } from './key-sets.ts';
import { brokenTokenRule, maxTokenBytes, type VerifiedToken } from './token-checks.ts';

/** Milliseconds after which keys are read again, beside the request that notices; a withdrawn key dies this soon. */
const refreshAfter = 5 * 60_000;
/** Milliseconds after which keys nobody could refresh are no longer trusted: then nobody gets in. */
const trustFor = 24 * 3_600_000;
/** Milliseconds between looks for a `kid` nobody knows, so that forged tokens cannot make us read for each. */
const unknownKidPause = 10_000;

export interface VerifiedClaims {
  readonly issuer: Issuer;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Checks signature and every claim that does not depend on the route. Throws `token-invalid` or `unavailable`. */
export type VerifyToken = (token: string) => Promise<VerifiedClaims>;

interface Options {
  readonly issuers: readonly Issuer[];
  readonly source: KeySetSource;
  readonly now: () => Date;
}

const refuse = (cause: unknown): never => {
  throw new Problem('token-invalid', [], { cause });
};

const read = (token: string) => {
  if (Buffer.byteLength(token) > maxTokenBytes) return refuse(`token over ${maxTokenBytes / 1024} KB`);
  try {
    return decomposeUnverifiedJwt(token);
  } catch (error) {
    return refuse(error);
  }
};

/** Tokens remembered at a time by one verifier, some kilobytes each. */
const provenTokens = 500;

/**
 * A session sends the same token again and again, and its signature costs more than all else that is checked of it. What the
 * clock decides is checked every time; all is forgotten when the keys are read again, so that a withdrawn key dies as before.
 */
const createProven = () => {
  const tokens = new Map<string, VerifiedToken>();
  return {
    get: (token: string) => tokens.get(token),
    add(token: string, proven: VerifiedToken) {
      const oldest = tokens.size < provenTokens ? undefined : tokens.keys().next().value;
      if (oldest !== undefined) tokens.delete(oldest);
      tokens.set(token, proven);
    },
    forget: () => tokens.clear(),
  };
};

const verifierOf = (issuer: Issuer, now: () => Date) => {
  const proven = createProven();
  const assertRules = (token: VerifiedToken): void => {
    const broken = brokenTokenRule(token, issuer, now().getTime() / 1000);
    if (broken) throw new Error(broken);
  };
  let checked: VerifiedToken | undefined;
  const verifier = JwtVerifier.create({
    issuer: issuer.issuer,
    audience: issuer.audience,
    jwksUri: issuer.jwksUri,
    customJwtCheck: (token) => {
      assertRules(token);
      checked = token;
    },
  });
  let loaded: KeySet | undefined;
  let readAt = 0;
  return {
    verify(token: string): VerifiedToken['payload'] {
      const known = proven.get(token);
      if (known) {
        assertRules(known);
        return known.payload;
      }
      const payload = verifier.verifySync(token);
      if (checked) proven.add(token, checked);
      return payload;
    },
    knows: (kid: string | undefined) => loaded?.keys.some((key) => key.kid === kid) ?? false,
    age: () => (loaded ? now().getTime() - Date.parse(loaded.fetchedAt) : Number.POSITIVE_INFINITY),
    sinceRead: () => now().getTime() - readAt,
    async read(source: KeySetSource): Promise<void> {
      readAt = now().getTime();
      const found = await source.keySet(issuer.issuer);
      if (!found) return;
      loaded = found;
      proven.forget();
      verifier.cacheJwks({ keys: [...found.keys] });
    },
  };
};

/**
 * Verifies tokens with keys from `source`. The first token an instance sees waits for the keys; afterwards they are
 * read again beside a request, never before it, so that a request keeps its two round trips.
 */
export const createTokenVerifier = ({ issuers, source, now }: Options): VerifyToken => {
  const verifiers = new Map(issuers.map((issuer) => [issuer, verifierOf(issuer, now)]));

  return async (token) => {
    const { header, payload } = read(token);
    const issuer = issuers.find((one) => one.issuer === payload.iss);
    const verifier = issuer && verifiers.get(issuer);
    if (!verifier) return refuse('unknown issuer');
    if (verifier.age() > trustFor) await verifier.read(source);
    else if (verifier.sinceRead() > refreshAfter) void verifier.read(source).catch(() => undefined);
    if (verifier.age() > trustFor) throw new Problem('unavailable');
    if (!verifier.knows(header.kid) && verifier.sinceRead() > unknownKidPause) await verifier.read(source);
    try {
      return { issuer, claims: verifier.verify(token) };
    } catch (error) {
      return refuse(error);
    }
  };
};
