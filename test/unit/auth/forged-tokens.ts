import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Issuer } from '../../../shared/auth/issuer-settings.ts';
import type { KeySet, KeySetSource, StoredKey } from '../../../shared/auth/key-sets.ts';
import { keySource, residentIssuer, staffIssuer } from '../../support/tokens.ts';

/** Far ahead, because the library under our rules reads the machine's own clock: there nothing has expired yet. */
export const now = new Date('2100-01-01T00:00:00.000Z');
export const seconds = now.getTime() / 1000;

/** Claims of a token that breaks no rule at `now`. */
export const goodClaims = ({ issuer, audience }: Issuer): Record<string, unknown> => ({
  iss: issuer,
  aud: audience,
  sub: 'transient',
  iat: seconds - 60,
  exp: seconds + 600,
});

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const pairs = {
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  weak: generateKeyPairSync('rsa', { modulusLength: 1024 }),
  almost: generateKeyPairSync('rsa', { modulusLength: 2040 }),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
} satisfies Record<string, KeyPair>;
export type KeyName = keyof typeof pairs;

export const publicJwk = (name: KeyName, kid: string = name): StoredKey => {
  const { kty = '', ...members } = pairs[name].publicKey.export({ format: 'jwk' });
  return { ...(members as Record<string, string>), kid, kty };
};

export const privateJwk = (name: KeyName): Record<string, unknown> => ({
  ...pairs[name].privateKey.export({ format: 'jwk' }),
  kid: name,
});

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

interface Parts {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
}

/** Signs by hand, so that nothing stops us from signing what no library would. */
export const signedBy = (name: KeyName, { header, claims }: Parts): string => {
  const input = `${encoded(header)}.${encoded(claims)}`;
  const key = pairs[name].privateKey;
  const signature = sign(
    'sha256',
    Buffer.from(input),
    name === 'ec' ? { key, dsaEncoding: 'ieee-p1363' } : key,
  );
  return `${input}.${signature.toString('base64url')}`;
};

export const signedBySecret = (secret: string | Buffer, { header, claims }: Parts): string => {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
};

export const unsigned = ({ header, claims }: Parts): string => `${encoded(header)}.${encoded(claims)}.`;

/** Each issuer's own key, and beside it every key the tests sign with: so a token is never refused for its key alone. */
export const knownKeys = async ({ issuer }: Issuer, fetchedAt = now): Promise<KeySet> => ({
  issuer,
  keys: [
    ...((await keySource.keySet(issuer))?.keys ?? []),
    ...(Object.keys(pairs) as KeyName[]).map((name) => publicJwk(name)),
  ],
  fetchedAt: fetchedAt.toISOString(),
});

export interface CountingSource extends KeySetSource {
  reads: number;
  /** What it answers; replaced by tests in which the world changes. */
  answer: (issuer: Issuer) => Promise<KeySet | undefined>;
}

export const countingSource = (answer: CountingSource['answer'] = knownKeys): CountingSource => ({
  reads: 0,
  answer,
  async keySet(issuer) {
    this.reads += 1;
    return this.answer(issuer === staffIssuer.issuer ? staffIssuer : residentIssuer);
  },
});
